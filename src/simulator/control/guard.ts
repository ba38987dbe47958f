const ownNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Why the control surface refuses a request; null if it answers. It asks for no credential, so only programs on this
 * machine may use it: no page of another site in a browser here, and no site whose name resolves to this address.
 */
export function refusalOf(request: Request): string | null {
  const { headers } = request;
  // A request over a socket names a host (RFC 9112, 3.2); a Request made in this process does not.
  const host = headers.get("host");
  if (host !== null && !ownNames.has(hostName(host))) {
    return `This address is for 127.0.0.1 and localhost; the request was for ${host}.`;
  }
  const origin = headers.get("origin");
  if (origin !== null && host !== null && !isOrigin(origin, host)) return foreign;
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return null;
  // A link from elsewhere may lead to the page: it shows itself, and only to the person.
  return request.method === "GET" && headers.get("sec-fetch-mode") === "navigate" ? null : foreign;
}

const foreign = "Pages of other sites may not use this address.";

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, "");
}

function isOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
