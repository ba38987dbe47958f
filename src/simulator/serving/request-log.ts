import type { Api, RouteName } from "../routing";
import type { Authorization } from "../world";

/** A request that was made of the simulated API: never a credential. */
export interface RecordedRequest {
  /** Counts from 1 since the start, also across a clear. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly api: Api;
  readonly route: RouteName | "unknown";
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Null while there is no answer, and after a connection was cut. */
  readonly status: number | null;
  /** Whether a queued fault met it. */
  readonly fault: boolean;
  /** Whether it came with a body. */
  readonly body: boolean;
  readonly authorization: Authorization;
  readonly userAgent: string | null;
}

/** The list of requests, oldest first. The control surface's own requests are not in it. */
export interface RequestList {
  list(route?: RouteName | "unknown"): readonly RecordedRequest[];
  /** The latest requests, newest first. */
  latest(count: number): readonly RecordedRequest[];
  clear(): void;
}

/** What the simulator writes into its list while it answers. */
export type OpenRequest = { -readonly [key in keyof RecordedRequest]: RecordedRequest[key] };

/** A request list together with the way to write to it. */
export interface RequestLog {
  readonly list: RequestList;
  open(request: Omit<RecordedRequest, "number" | "status" | "fault">): OpenRequest;
}

const most = 200_000;

/** An empty list; beyond 200,000 requests the oldest half is forgotten. */
export function createRequestLog(): RequestLog {
  let entries: OpenRequest[] = [];
  let count = 0;
  return {
    list: {
      list: (route) =>
        entries
          .filter((entry) => route === undefined || entry.route === route)
          .map((entry) => ({ ...entry })),
      latest: (count) =>
        entries
          .slice(-count)
          .reverse()
          .map((entry) => ({ ...entry })),
      clear() {
        entries = [];
      },
    },
    open(request) {
      count += 1;
      const entry: OpenRequest = { number: count, status: null, fault: false, ...request };
      if (entries.length >= most) entries = entries.slice(most / 2);
      entries.push(entry);
      return entry;
    },
  };
}
