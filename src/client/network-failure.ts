// Words for the codes that people meet; every other code speaks for itself.
const WORDS: Readonly<Record<string, string>> = {
  TIMEOUT: "the time for one attempt was up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut",
  EAI_AGAIN: "its name could not be resolved at this time",
  ENOTFOUND: "its name does not exist in DNS",
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

/** Code and words of something that Node or the HTTP library threw. */
export function describeFailure(error: unknown): { code: string; words: string } {
  const code = codeOf(error) ?? "unknown";
  return { code, words: WORDS[code] ?? messageOf(error) };
}

// Trying several addresses of a name fails with a list; the library wraps what the system reports.
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > 3) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const own = typeof code === "string" ? code : undefined;
  const inner = codeOf(first, depth + 1) ?? codeOf(cause, depth + 1);
  return own === undefined || own === "UND_ERR_SOCKET" ? (inner ?? own) : own;
}

function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { message } = error as { message?: unknown };
  return typeof message === "string" && message !== "" ? message : "it failed without a reason";
}
