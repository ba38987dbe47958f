import type { Log } from "../settings";
import { createReachability, type Reachability } from "./circuit-breaker";
import type { AllowanceOptions } from "./limiter";
import { createProgress, type Progress } from "./progress";
import { createGovernor, type Governor } from "./scheduler";

/** What all requests to one host share. */
export interface Host {
  readonly governor: Governor;
  readonly reachability: Reachability;
  readonly progress: Progress;
}

/** What hosts are made from. */
export interface HostOptions extends AllowanceOptions {
  readonly log: Log;
}

/** Hosts by origin: the hub and Signals may be one host, as they are on a test server. */
export function createHosts(options: HostOptions): (origin: string) => Host {
  const hosts = new Map<string, Host>();
  return (origin) => {
    const host = hosts.get(origin) ?? createHost(origin, options);
    hosts.set(origin, host);
    return host;
  };
}

function createHost(origin: string, options: HostOptions): Host {
  const { clock, log } = options;
  const governor = createGovernor(options);
  const { standing } = governor;
  return {
    governor,
    reachability: createReachability(clock),
    progress: createProgress({ host: new URL(origin).host, clock, log, standing }),
  };
}
