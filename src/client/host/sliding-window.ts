import type { RateLimit } from "../settings";

/** The user's `rate_limit`: no window of `perSeconds` seconds holds more than `requests` requests. */
export interface SlidingWindow {
  /** A request starts. */
  enter(): void;
  /**
   * A request is over. Its time of arrival at the host is unknown, so it counts until its end plus the window's length.
   */
  leave(now: number): void;
  /** A request was not sent. */
  withdraw(): void;
  /** Earliest start of a request behind `before` others. */
  earliestStart(before: number, now: number): number;
}

/** Makes an empty window. */
export function createSlidingWindow({ requests, perSeconds }: RateLimit): SlidingWindow {
  const lengthMs = perSeconds * 1000;
  // End times of the last requests, with the oldest at index `oldest`; at most as many as the limit allows.
  const ends = new Float64Array(requests);
  let oldest = 0;
  let ended = 0;
  let underWay = 0;

  function forget(now: number): void {
    while (ended > 0 && endAt(0) + lengthMs <= now) {
      oldest = (oldest + 1) % requests;
      ended -= 1;
    }
  }

  function endAt(index: number): number {
    return ends[(oldest + index) % requests] ?? 0;
  }

  return {
    enter() {
      underWay += 1;
    },
    leave(now) {
      forget(now);
      underWay -= 1;
      ends[(oldest + ended) % requests] = now;
      ended += 1;
    },
    withdraw() {
      underWay -= 1;
    },
    earliestStart(before, now) {
      forget(now);
      const inTheWay = before - (requests - underWay - ended);
      if (inTheWay < 0) return now;
      if (inTheWay < ended) return endAt(inTheWay) + lengthMs;
      return now + lengthMs * (1 + Math.floor((inTheWay - ended) / requests));
    },
  };
}
