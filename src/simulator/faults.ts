import { checkFault, type Fault } from "./fault";
import type { RouteName } from "./route";

/** The queue of faults; the first one queued that matches meets a request. */
export interface Faults {
  /** @throws SimulatorError where the fault makes no sense */
  add(fault: Fault): void;
  /** Those that have requests left to meet, with what is left. */
  list(): readonly Fault[];
  clear(): void;
  /** The fault of this request, if any. */
  take(route: RouteName): Fault | null;
}

/** An empty queue. */
export function createFaults(): Faults {
  let queue: { fault: Fault; skip: number; times: number }[] = [];
  return {
    add(fault) {
      checkFault(fault);
      const times = fault.times === "always" ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      queue.push({ fault, skip: fault.skip ?? 0, times });
    },
    list: () =>
      queue.map(({ fault, skip, times }) => ({
        ...fault,
        skip,
        times: Number.isFinite(times) ? times : "always",
      })),
    clear() {
      queue = [];
    },
    take(route) {
      for (const entry of queue) {
        if (entry.fault.route !== "any" && entry.fault.route !== route) continue;
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
