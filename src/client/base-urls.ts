/** The two APIs, which take different credentials. */
export type ApiName = "hub" | "signals";

/** A problem of a base URL that the user should see before the first request. */
export interface BaseUrlProblem {
  readonly setting: "hubBaseUrl" | "signalsBaseUrl";
  /** `wrong_path` and `insecure` may be intended; with the other kinds no request can succeed. */
  readonly kind: "malformed" | "wrong_host" | "wrong_path" | "insecure";
  readonly severity: "error" | "warning";
  readonly message: string;
}

type Finding = Omit<BaseUrlProblem, "setting">;

const NAMES: Readonly<Record<ApiName, string>> = { hub: "Partner Hub API", signals: "Signals API" };

// Hosts of 360dialog that are easily confused.
const HOSTS: Readonly<Record<string, { api: ApiName | null; is: string }>> = {
  "hub.360dialog.io": { api: "hub", is: "the Partner Hub API" },
  "api.signals.360dialog.io": { api: "signals", is: "the Signals API" },
  "hub.360dialog.com": { api: null, is: "the hub's web pages" },
  "waba-v2.360dialog.io": { api: null, is: "the Messaging API" },
};

const USUAL: Readonly<Record<ApiName, string>> = {
  hub: "https://hub.360dialog.io/api/v2",
  signals: "https://api.signals.360dialog.io",
};

/** Checks both base URLs without a request; an empty list means that no problem was found. */
export function checkBaseUrls(urls: { hubBaseUrl: string; signalsBaseUrl: string }): BaseUrlProblem[] {
  return [
    ...check("hub", urls.hubBaseUrl).map((finding) => ({ setting: "hubBaseUrl" as const, ...finding })),
    ...check("signals", urls.signalsBaseUrl).map((finding) => ({
      setting: "signalsBaseUrl" as const,
      ...finding,
    })),
  ];
}

/** What a known host is, if it does not serve this API; null otherwise. */
export function wrongHost(api: ApiName, host: string): string | null {
  const known = HOSTS[host.toLowerCase()];
  if (known === undefined || known.api === api) return null;
  return `${host} is the host of ${known.is}; the base URL of the ${NAMES[api]} is usually ${USUAL[api]}.`;
}

function check(api: ApiName, text: string): Finding[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  const malformed = whyMalformed(url);
  if (url === null || malformed !== null) {
    const message = `The base URL of the ${NAMES[api]} ${malformed}; usually it is ${USUAL[api]}.`;
    return [{ kind: "malformed", severity: "error", message }];
  }
  const wrong = wrongHost(api, url.hostname);
  if (wrong !== null) return [{ kind: "wrong_host", severity: "error", message: wrong }];
  return [...checkPath(api, url), ...checkScheme(api, url)];
}

// The message does not repeat the URL, which may hold a password.
function whyMalformed(url: URL | null): string | null {
  if (url === null || url.host === "") return "is not a URL";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must begin with https://";
  if (url.username !== "" || url.password !== "") return "must not hold a user name or password";
  if (url.search !== "" || url.hash !== "") return "must end with its path, without ? or #";
  return null;
}

function checkPath(api: ApiName, url: URL): Finding[] {
  if (api !== "hub" || url.hostname !== "hub.360dialog.io" || /^\/api\/v2\/*$/.test(url.pathname)) return [];
  const message = `The base URL of the ${NAMES.hub} is usually ${USUAL.hub}; this one has the path ${url.pathname}.`;
  return [{ kind: "wrong_path", severity: "warning", message }];
}

function checkScheme(api: ApiName, url: URL): Finding[] {
  if (url.protocol === "https:" || isLoopback(url.hostname)) return [];
  const message = `The base URL of the ${NAMES[api]} begins with http://: credentials cross the network unencrypted.`;
  return [{ kind: "insecure", severity: "warning", message }];
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname.endsWith(".localhost")
  );
}
