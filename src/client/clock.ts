import { setTimeout as delay } from "node:timers/promises";

/** Time and randomness, injected so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A random number: at least 0, below 1. */
  random(): number;
}

// Node sets a longer timer to 1 ms (nodejs.org, "timers", setTimeout).
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  async sleep(ms, signal) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER) {
      await delay(Math.min(left, LONGEST_TIMER), undefined, signal === undefined ? {} : { signal });
    }
  },
};
