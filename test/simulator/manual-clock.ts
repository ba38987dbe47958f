import type { Clock } from "../../src/simulator/world/clock";

/** A clock that moves only when it is told to, or when somebody sleeps by it. */
export function manualClock(): Clock & { advance(ms: number): void; readonly slept: number[] } {
  let now = Date.UTC(2026, 0, 1);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
    advance(ms) {
      now += ms;
    },
  };
}
