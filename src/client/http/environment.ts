import { readFileSync } from "node:fs";
import tls from "node:tls";

/** Environment variables of the process. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Proxies in the HTTP library's form; requests go direct if there is none. */
export interface Proxies {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy: string;
}

// Loopback addresses never go through a proxy, as in Go and curl.
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Reads the proxies that the environment names. The lower-case name takes precedence, as in curl.
 * @throws Error with the code PROXY_URL if one of them is not a URL; its text is not shown, since it may hold a
 * password
 */
export function readProxies(env: Environment): Proxies {
  const httpProxy = readProxy(env, "http_proxy");
  const httpsProxy = readProxy(env, "https_proxy");
  const noProxy = [env["no_proxy"] ?? env["NO_PROXY"] ?? "", ...LOOPBACK].filter((entry) => entry !== "");
  return {
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    // A star matches all hosts, but only if it is the sole entry.
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
 * The certificate authorities that TLS trusts by default. Node's `ca` option replaces them (nodejs.org, "tls", `ca`),
 * so a caller that adds authorities has to pass these as well.
 */
export function usualAuthorities(env: Environment): readonly string[] {
  // Node 22.15 and later report the default authorities, including those of the command line and the environment.
  const { getCACertificates } = tls as { getCACertificates?: (type: "default") => string[] };
  return getCACertificates?.("default") ?? [...tls.rootCertificates, ...extraAuthorities(env)];
}

function extraAuthorities({ NODE_EXTRA_CA_CERTS: place }: Environment) {
  if (!place) return [];
  try {
    return [readFileSync(place, "utf8")];
  } catch {
    // The runtime has already warned of an unreadable file and continues without it.
    return [];
  }
}
