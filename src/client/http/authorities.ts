import { readFileSync } from "node:fs";
import tls from "node:tls";

/**
 * The authorities that TLS trusts where nothing is said. A list of one's own takes their place (nodejs.org, "tls",
 * `ca`), so whoever wants to add to them has to name them.
 */
export function usualAuthorities(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  // From Node 22.15 on the runtime tells, those of the command line and the environment included.
  const { getCACertificates } = tls as { getCACertificates?: (type: "default") => string[] };
  return getCACertificates?.("default") ?? [...tls.rootCertificates, ...extraAuthorities(env)];
}

function extraAuthorities({ NODE_EXTRA_CA_CERTS: place }: Readonly<Record<string, string | undefined>>) {
  if (!place) return [];
  try {
    return [readFileSync(place, "utf8")];
  } catch {
    // The runtime itself has warned of it, and goes on without.
    return [];
  }
}
