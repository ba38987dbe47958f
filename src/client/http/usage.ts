import type { Clock } from "../clock";
import { type Addressed, endpointOf } from "./target";
import type { Transport } from "./transport";

/** Usage counts of one endpoint. */
export interface EndpointUsage {
  /** Method and path without ids, such as `GET /partners/{partner_id}/channels`. */
  readonly endpoint: string;
  /** Number of requests sent, including retries. */
  readonly requests: number;
  /** Number of requests that were retries after a failure. */
  readonly retries: number;
  /** Number of requests answered with 429. */
  readonly tooMany: number;
  /** Time spent waiting before sending: for a login, for a lease, for a pause to end, or before a retry. */
  readonly waitedMs: number;
}

/** Counts what one client sends, by endpoint. */
export interface UsageCounter {
  /** Wraps a transport so that its requests are counted. */
  countRequests(transport: Transport): Transport;
  /** Wraps a send function so that its time not spent on the wire is counted as waiting. */
  countWaits<O extends Addressed, P, R>(
    send: (outgoing: O, limits: P) => Promise<R>,
  ): (outgoing: O, limits: P) => Promise<R>;
  retried(endpoint: string): void;
  throttled(endpoint: string): void;
  /** The counts, sorted by endpoint. */
  usage(): readonly EndpointUsage[];
}

interface Entry {
  requests: number;
  retries: number;
  tooMany: number;
  sendingMs: number;
  onWireMs: number;
}

/** Makes a counter that starts at zero. */
export function createUsageCounter(clock: Clock): UsageCounter {
  const entries = new Map<string, Entry>();
  const entryOf = (endpoint: string): Entry => {
    const known = entries.get(endpoint);
    if (known !== undefined) return known;
    const entry = { requests: 0, retries: 0, tooMany: 0, sendingMs: 0, onWireMs: 0 };
    entries.set(endpoint, entry);
    return entry;
  };
  async function timed<T>(entry: Entry, what: "sendingMs" | "onWireMs", work: Promise<T>): Promise<T> {
    const started = clock.now();
    try {
      return await work;
    } finally {
      entry[what] += clock.now() - started;
    }
  }
  return {
    countRequests: (transport) => ({
      async send(request, signal) {
        const entry = entryOf(request.endpoint);
        entry.requests += 1;
        return timed(entry, "onWireMs", transport.send(request, signal));
      },
      close: () => transport.close(),
    }),
    countWaits: (send) => (outgoing, limits) =>
      timed(entryOf(endpointOf(outgoing)), "sendingMs", send(outgoing, limits)),
    retried: (endpoint) => {
      entryOf(endpoint).retries += 1;
    },
    throttled: (endpoint) => {
      entryOf(endpoint).tooMany += 1;
    },
    usage: () =>
      [...entries]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([endpoint, { sendingMs, onWireMs, ...counts }]) => ({
          endpoint,
          ...counts,
          waitedMs: Math.max(0, Math.round(sendingMs - onWireMs)),
        })),
  };
}
