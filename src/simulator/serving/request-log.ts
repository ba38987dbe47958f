import type { Api, RouteName } from "../routing";
import type { Authorization } from "../world";
import { type Bodies, createRequestBodies } from "./request-bodies";

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

/** Which requests to look at. */
export interface RequestFilter {
  /** A route's name, or "unknown". */
  readonly route?: string;
  /** A status such as "429", a class such as "5xx", or "none": not answered. */
  readonly status?: string;
}

/** The list of requests, oldest first. The control surface's own requests are not in it. */
export interface RequestList {
  list(route?: RouteName | "unknown"): readonly RecordedRequest[];
  /** The latest requests that match, newest first. */
  latest(count: number, filter?: RequestFilter): readonly RecordedRequest[];
  /** How many requests match. */
  count(filter?: RequestFilter): number;
  /** The bodies of a request that came lately. */
  bodies(number: number): Bodies;
  clear(): void;
}

/** What the simulator writes into its list while it answers. */
export type OpenRequest = { -readonly [key in keyof RecordedRequest]: RecordedRequest[key] };

/** A request list together with the way to write to it. */
export interface RequestLog {
  readonly list: RequestList;
  open(request: Omit<RecordedRequest, "number" | "status" | "fault">): OpenRequest;
  /** Remembers the bodies for a while, without secrets. */
  keepBodies(number: number, request: string, response: string | null): void;
}

const most = 200_000;

/** An empty list; beyond 200,000 requests the oldest half is forgotten. */
export function createRequestLog(): RequestLog {
  let entries: OpenRequest[] = [];
  let count = 0;
  const bodies = createRequestBodies();
  return {
    list: {
      list: (route) =>
        entries
          .filter((entry) => route === undefined || entry.route === route)
          .map((entry) => ({ ...entry })),
      latest: (count, filter = {}) => latestOf(entries, count, filter).map((entry) => ({ ...entry })),
      count: (filter = {}) => entries.filter((entry) => matches(entry, filter)).length,
      bodies: (number) => bodies.of(number),
      clear() {
        entries = [];
        bodies.clear();
      },
    },
    keepBodies: bodies.keep,
    open(request) {
      count += 1;
      const entry: OpenRequest = { number: count, status: null, fault: false, ...request };
      if (entries.length >= most) entries = entries.slice(most / 2);
      entries.push(entry);
      return entry;
    },
  };
}

function latestOf(entries: readonly OpenRequest[], count: number, filter: RequestFilter): OpenRequest[] {
  const found: OpenRequest[] = [];
  for (let index = entries.length - 1; index >= 0 && found.length < count; index -= 1) {
    const entry = entries[index];
    if (entry !== undefined && matches(entry, filter)) found.push(entry);
  }
  return found;
}

function matches(entry: RecordedRequest, { route, status }: RequestFilter): boolean {
  if (route !== undefined && entry.route !== route) return false;
  if (status === undefined) return true;
  if (entry.status === null) return status === "none";
  return status === String(entry.status) || status === `${Math.floor(entry.status / 100)}xx`;
}
