import type { Clock } from "../clock";
import { type Addressed, endpointOf } from "./target";
import type { Transport } from "./transport";

/** What the requests of one kind came to. */
export interface EndpointUsage {
  /** Method and path without ids, such as `GET /partners/{partner_id}/channels`. */
  readonly endpoint: string;
  /** How many were sent, those that were sent again included. */
  readonly requests: number;
  /** How many of them were sent again after a failure. */
  readonly retries: number;
  /** How many were answered 429. */
  readonly tooMany: number;
  /** Time that they waited to be sent: for a login, for their turn, for a pause to end, before a retry. */
  readonly waitedMs: number;
}

/** Counts what one client sends. */
export interface UsageCounter {
  /** Counts the requests that go through a transport. */
  countRequests(transport: Transport): Transport;
  /** Counts the time that passes in sending and not on the wire. */
  countWaits<O extends Addressed, P, R>(
    send: (outgoing: O, limits: P) => Promise<R>,
  ): (outgoing: O, limits: P) => Promise<R>;
  retried(endpoint: string): void;
  throttled(endpoint: string): void;
  /** By endpoint, in the order of their names. */
  usage(): readonly EndpointUsage[];
}

interface Entry {
  requests: number;
  retries: number;
  tooMany: number;
  sendingMs: number;
  onWireMs: number;
}

/** A counter at zero. */
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
