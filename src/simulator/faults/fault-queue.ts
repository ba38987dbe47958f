import type { RouteName } from "../routing";
import { checkFault, type Fault } from "./fault";

/** The queue of faults; the first one queued that matches meets a request. */
export interface Faults {
  /** @throws SimulatorError if the fault makes no sense */
  add(fault: Fault): void;
  /** Those that have requests left to meet, with what is left. */
  list(): readonly Fault[];
  /** The numbers of the faults in that list, in the same order. */
  numbers(): readonly number[];
  /** False if no fault with this number waits. */
  remove(number: number): boolean;
  clear(): void;
  /** The fault of this request, or of a connection that is being opened, if any. */
  take(route: RouteName | "unknown" | "connection", path: string, query: URLSearchParams): Fault | null;
}

/** An empty queue. */
export function createFaults(): Faults {
  let queue: { fault: Fault; number: number; skip: number; times: number }[] = [];
  let added = 0;
  return {
    add(fault) {
      checkFault(fault);
      const times = fault.times === "always" ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      added += 1;
      queue.push({ fault, number: added, skip: fault.skip ?? 0, times });
    },
    list: () =>
      queue.map(({ fault, skip, times }) => ({
        ...fault,
        skip,
        times: Number.isFinite(times) ? times : "always",
      })),
    numbers: () => queue.map(({ number }) => number),
    remove(number) {
      const before = queue.length;
      queue = queue.filter((entry) => entry.number !== number);
      return queue.length < before;
    },
    clear() {
      queue = [];
    },
    take(route, path, query) {
      for (const entry of queue) {
        if (!meets(entry.fault, route, path, query)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        queue = queue.filter(({ times }) => times > 0);
        return entry.fault;
      }
      return null;
    },
  };
}

function meets(
  fault: Fault,
  route: RouteName | "unknown" | "connection",
  path: string,
  query: URLSearchParams,
): boolean {
  // "any" means any request, not a connection.
  if (fault.route === "any" ? route === "connection" : fault.route !== route) return false;
  return matches(fault.path ?? "*", path) && matches(fault.query ?? "*", decoded(query));
}

function decoded(query: URLSearchParams): string {
  return [...query].map((pair) => pair.join("=")).join("&");
}

function matches(pattern: string, path: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first) || !path.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from + last.length <= path.length;
}
