import { createGovernor, type Governor, type GovernorOptions } from "./governor";
import { createReachability, type Reachability } from "./reachability";

/** What all requests to one host share. */
export interface Host {
  readonly governor: Governor;
  readonly reachability: Reachability;
}

/** Hosts by origin: the hub and Signals may be one host, as they are on a test server. */
export function createHosts(options: GovernorOptions): (origin: string) => Host {
  const hosts = new Map<string, Host>();
  return (origin) => {
    const known = hosts.get(origin);
    if (known !== undefined) return known;
    const host = { governor: createGovernor(options), reachability: createReachability(options.clock) };
    hosts.set(origin, host);
    return host;
  };
}
