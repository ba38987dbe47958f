// Words for the common codes; all other codes are shown as they are.
const WORDS: Readonly<Record<string, string>> = {
  TIMEOUT: "the time for one attempt was up",
  ECONNRESET: "the connection was cut",
  EHOSTUNREACH: "no route leads there",
  ENETUNREACH: "no route leads there",
  ETIMEDOUT: "connecting took too long",
  UND_ERR_CONNECT_TIMEOUT: "connecting took too long",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer was shorter or longer than it said",
  UND_ERR_HEADERS_OVERFLOW: "the answer's headers are too large",
  UND_ERR_PRX_TLS: "the proxy's certificate was not accepted",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed and not trusted here",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate was signed by an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate was signed by an authority that is not trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate was signed by an authority that is not trusted here",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate was made for another name",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS on this port",
  EPROTO: "TLS could not be agreed upon",
};

/** What the system reports of a failure; each member may be missing. */
interface Failed {
  readonly code?: unknown;
  readonly hostname?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
}

// Behind a proxy, the name or address that fails is the proxy's. So these messages name the failed one.
const PLACED: Readonly<Record<string, (failed: Failed) => string>> = {
  ENOTFOUND: (failed) => `${nameIn(failed)} does not exist in DNS`,
  EAI_AGAIN: (failed) => `${nameIn(failed)} could not be resolved at this time`,
  ECONNREFUSED: (failed) => `the connection${addressIn(failed)} was refused`,
};

function nameIn({ hostname }: Failed): string {
  return typeof hostname === "string" ? `the name ${hostname}` : "its name";
}

function addressIn({ address, port }: Failed): string {
  if (typeof address !== "string" || typeof port !== "number") return "";
  return ` to ${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/** Code and words for an error that Node or the HTTP library threw. */
export function describeFailure(error: unknown): { code: string; words: string } {
  const failed = causeOf(error);
  if (failed === undefined) return { code: "unknown", words: messageOf(error) };
  const { code } = failed;
  return { code, words: PLACED[code]?.(failed) ?? WORDS[code] ?? messageOf(error) };
}

// A connection tried over several addresses fails with a list of errors. The library wraps the system's error.
function causeOf(error: unknown, depth = 0): (Failed & { readonly code: string }) | undefined {
  if (typeof error !== "object" || error === null || depth > 3) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const own = typeof code === "string" ? { ...(error as Failed), code } : undefined;
  const inner = causeOf(first, depth + 1) ?? causeOf(cause, depth + 1);
  return own === undefined || own.code === "UND_ERR_SOCKET" ? (inner ?? own) : own;
}

function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { message } = error as { message?: unknown };
  return typeof message === "string" && message !== "" ? message : "it failed without a reason";
}
