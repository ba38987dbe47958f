import { readFileSync } from "node:fs";
import tls from "node:tls";

/** Variables of the process. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Proxies as the HTTP library takes them; a missing one leaves requests direct. */
export interface Proxies {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy: string;
}

// What runs on this machine is never behind a proxy; Go's and curl's users expect no less.
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Proxies that the environment names, the lower-case name taking precedence, as in curl.
 * @throws Error of code PROXY_URL when one of them is no URL: it may hold a password, so it is not shown
 */
export function readProxies(env: Environment): Proxies {
  const httpProxy = readProxy(env, "http_proxy");
  const httpsProxy = readProxy(env, "https_proxy");
  const noProxy = [env["no_proxy"] ?? env["NO_PROXY"] ?? "", ...LOOPBACK].filter((entry) => entry !== "");
  return {
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    // A lone star means everything, and only alone.
    noProxy: noProxy[0]?.trim() === "*" ? "*" : noProxy.join(","),
  };
}

function readProxy(env: Environment, name: string): string | undefined {
  const given = (env[name] || env[name.toUpperCase()])?.trim();
  if (!given) return undefined;
  const url = given.includes("://") ? given : `http://${given}`;
  if (URL.canParse(url)) return url;
  const message = `the environment variable ${name.toUpperCase()} does not hold the URL of a proxy`;
  throw Object.assign(new Error(message), { code: "PROXY_URL" });
}

/**
 * The authorities that TLS trusts where nothing is said. A list of one's own takes their place (nodejs.org, "tls",
 * `ca`), so whoever wants to add to them has to name them.
 */
export function usualAuthorities(env: Environment): readonly string[] {
  // From Node 22.15 on the runtime tells, those of the command line and the environment included.
  const { getCACertificates } = tls as { getCACertificates?: (type: "default") => string[] };
  return getCACertificates?.("default") ?? [...tls.rootCertificates, ...extraAuthorities(env)];
}

function extraAuthorities({ NODE_EXTRA_CA_CERTS: place }: Environment) {
  if (!place) return [];
  try {
    return [readFileSync(place, "utf8")];
  } catch {
    // The runtime itself has warned of it, and goes on without.
    return [];
  }
}
