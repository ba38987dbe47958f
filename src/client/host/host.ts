import type { Log } from "../settings";
import { type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker";
import type { LimiterOptions } from "./limiter";
import { createProgress, type Progress } from "./progress";
import { createScheduler, type Scheduler } from "./scheduler";

/** What all requests to one host share. */
export interface Host {
  readonly scheduler: Scheduler;
  readonly breaker: CircuitBreaker;
  readonly progress: Progress;
}

/** What hosts are made from. */
export interface HostOptions extends LimiterOptions {
  readonly log: Log;
}

/** Makes a look-up of hosts by origin. The hub and Signals may share one host, as on a test server. */
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
  const scheduler = createScheduler(options);
  const { stats } = scheduler;
  return {
    scheduler,
    breaker: createCircuitBreaker(clock),
    progress: createProgress({ host: new URL(origin).host, clock, log, stats }),
  };
}
