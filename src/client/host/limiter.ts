import type { Clock } from "../clock";
import type { RateLimit } from "../settings";
import {
  earliestStart,
  freePace,
  refused,
  refusedAlike,
  rested,
  started,
  taken,
  withdrawn,
} from "./learned-pace";
import { createSlidingWindow } from "./sliding-window";

const FIRST_LIMIT = 4;
const HIGHEST_LIMIT = 32;

/** Settings of the limiter. Limits set by the user apply besides those that the host teaches. */
export interface LimiterOptions {
  readonly clock: Clock;
  readonly rateLimit?: RateLimit | null | undefined;
  readonly maxConcurrentRequests?: number | null | undefined;
}

/** A request in flight. Call exactly one of its members, once, when the request is over. */
export interface Reservation {
  /** The host answered well. `crowded` tells whether other requests waited meanwhile. */
  good(crowded: boolean): void;
  /** The host answered 429. Returns whether this made its pause longer. */
  tooMany(retryAfterMs: number | null): boolean;
  /** Any other result. */
  other(): void;
  /** The request was not sent. */
  unused(): void;
}

/** Current limits of one host. */
export interface LimiterStats {
  readonly underWay: number;
  /** The most requests that may be in flight at a time. */
  readonly limit: number;
  /** Milliseconds between the starts of two requests; 0 if they start as fast as answers come. */
  readonly intervalMs: number;
  /** End of the host's pause in milliseconds since 1970; null if there is none. */
  readonly pausedUntil: number | null;
  /** Whether the host asked for that pause; false if its length is a guess. */
  readonly pauseAsked: boolean;
}

/**
 * Rate limiter for one host: caps concurrency, spaces requests by the learned interval, and enforces the user's
 * `rate_limit`.
 */
export interface Limiter {
  /** Whether one more request may be in flight. */
  hasRoom(): boolean;
  /** Earliest start of a request behind `before` others. */
  earliestStart(before: number, now: number): number;
  reserve(now: number): Reservation;
  /** The host was idle for `ms`. */
  rest(ms: number): void;
  stats(): LimiterStats;
}

/** Makes a limiter that starts with four concurrent requests, or with `maxConcurrentRequests`. */
export function createLimiter({ clock, rateLimit, maxConcurrentRequests }: LimiterOptions): Limiter {
  const most = maxConcurrentRequests ?? HIGHEST_LIMIT;
  const window = rateLimit ? createSlidingWindow(rateLimit) : null;
  const fixedMs = rateLimit ? (1000 * rateLimit.perSeconds) / rateLimit.requests : 0;
  let pace = freePace;
  let limit = maxConcurrentRequests ?? FIRST_LIMIT;
  let slowStart = true;
  let underWay = 0;
  // Requests that were in flight together are refused together, which counts as one refusal.
  let wave = 0;

  function leave(): void {
    underWay -= 1;
    window?.leave(clock.now());
  }

  function reservation(): Reservation {
    const myWave = wave;
    return {
      good(crowded) {
        if (myWave === wave) pace = taken(pace, crowded, clock.now());
        // The limit grows only under load, since an idle host proves nothing.
        if (crowded) limit = Math.min(most, limit + (slowStart ? 1 : 1 / limit));
        leave();
      },
      tooMany(retryAfterMs) {
        const { pausedUntil } = pace;
        if (myWave === wave) {
          wave += 1;
          slowStart = false;
          limit = Math.max(1, Math.floor(limit / 2));
          pace = refused(pace, clock.now(), retryAfterMs);
        } else {
          pace = refusedAlike(pace, clock.now(), retryAfterMs);
        }
        leave();
        return pace.pausedUntil > pausedUntil;
      },
      other: leave,
      unused() {
        underWay -= 1;
        window?.withdraw();
        pace = withdrawn(pace, clock.now());
      },
    };
  }

  return {
    hasRoom: () => underWay < Math.floor(limit),
    earliestStart(before, now) {
      const learned = earliestStart(pace, before, now);
      return window === null ? learned : Math.max(learned, window.earliestStart(before, now));
    },
    reserve(now) {
      pace = started(pace, now);
      window?.enter();
      underWay += 1;
      return reservation();
    },
    rest(ms) {
      pace = rested(pace, ms);
    },
    stats: () => ({
      underWay,
      limit: Math.floor(limit),
      intervalMs: Math.max(pace.intervalMs, fixedMs),
      pausedUntil: pace.pausedUntil > clock.now() ? pace.pausedUntil : null,
      pauseAsked: pace.pauseAsked,
    }),
  };
}
