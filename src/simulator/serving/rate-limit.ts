import type { RequestsPerWindow } from "../world";

/** Counts the requests of one API. */
export interface RateLimit {
  /** Null: let through and counted. Else the seconds after which there is room again. */
  take(limit: RequestsPerWindow | null, now: number): number | null;
}

/**
 * A sliding window over the requests that were let through; refused ones do not count. What the real limits
 * count (partner, endpoint, token calls) is documented for single endpoints only: here it is everything that
 * one API is asked.
 */
export function createRateLimit(): RateLimit {
  let times: number[] = [];
  return {
    take(limit, now) {
      if (limit === null) return null;
      const windowMs = limit.seconds * 1000;
      times = times.filter((time) => now - time < windowMs);
      if (times.length < limit.requests) {
        times.push(now);
        return null;
      }
      const oldest = times[times.length - limit.requests] ?? now;
      return Math.ceil((oldest + windowMs - now) / 1000);
    },
  };
}
