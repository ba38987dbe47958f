import type { Clock } from "../../src/client";

/** A clock under the test's control, with every wait that was begun. */
export interface TestClock extends Clock {
  /** Milliseconds of each wait, in the order in which they began. */
  readonly slept: number[];
  /** Moves time on and ends the waits that are over. */
  advance(ms: number): Promise<void>;
}

const START = Date.UTC(2026, 0, 1);

/** Time passes only when somebody waits, and then at once. */
export function skippingClock(): TestClock {
  const clock = heldClock();
  return {
    ...clock,
    sleep(ms, signal) {
      const until = clock.now() + ms;
      const done = clock.sleep(ms, signal);
      setImmediate(() => {
        if (!signal?.aborted) clock.advanceTo(until);
      });
      return done;
    },
  };
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is moved. */
export interface HeldClock extends TestClock {
  advanceTo(until: number): void;
  /** Moves time on to the end of the next wait. */
  toNext(): void;
  /** How many waits have not ended. */
  waiting(): number;
  /** Lets time pass, from one wait's end to the next, until the work is done. */
  passUntil<T>(done: Promise<T>): Promise<T>;
}

/** Time passes only when the test says so. */
export function heldClock(): HeldClock {
  let time = START;
  const slept: number[] = [];
  const sleepers = new Set<Sleeper>();
  const wakeDue = () => {
    for (const sleeper of [...sleepers].sort((a, b) => a.until - b.until)) {
      if (sleeper.until > time) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };
  const toNext = () => {
    if (sleepers.size === 0) return;
    time = Math.max(time, Math.min(...[...sleepers].map((sleeper) => sleeper.until)));
    wakeDue();
  };
  return {
    slept,
    toNext,
    now: () => time,
    random: () => 0.5,
    sleep(ms, signal) {
      slept.push(ms);
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: time + ms,
          wake: () => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          },
        };
        if (signal?.aborted) return onAbort();
        signal?.addEventListener("abort", onAbort, { once: true });
        sleepers.add(sleeper);
      });
    },
    waiting: () => sleepers.size,
    advanceTo(until) {
      time = Math.max(time, until);
      wakeDue();
    },
    async advance(ms) {
      time += ms;
      wakeDue();
      await settled();
    },
    async passUntil(done) {
      let over = false;
      const end = () => {
        over = true;
      };
      done.then(end, end);
      for (await settled(); !over; await settled()) toNext();
      return done;
    },
  };
}

/** Lets everything that can go on without time or network go on. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}
