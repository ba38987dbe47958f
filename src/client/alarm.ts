import type { Clock } from "./clock";

/** Rings once at a time that can be moved. */
export interface Alarm {
  /** Rings at `at` or before: who is woken looks again, and sets it anew. */
  set(at: number): void;
  off(): void;
}

/** An alarm that is off. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let current: { readonly at: number; readonly stop: AbortController } | null = null;
  return {
    set(at) {
      if (current !== null && current.at <= at) return;
      current?.stop.abort();
      const mine = { at, stop: new AbortController() };
      current = mine;
      const end = () => {
        if (current !== mine) return;
        current = null;
        ring();
      };
      clock.sleep(at - clock.now(), mine.stop.signal).then(end, end);
    },
    off() {
      const last = current;
      current = null;
      last?.stop.abort();
    },
  };
}
