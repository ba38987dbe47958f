const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** How fast a host takes requests, as learned from its answers. The value is immutable: each event makes a new one. */
export interface LearnedPace {
  /** Milliseconds between the starts of two requests; 0 while nothing was learned. */
  readonly intervalMs: number;
  /** Earliest start of the next request, in milliseconds since 1970 like all times here. */
  readonly nextStart: number;
  /** End of the pause that the last 429 began. */
  readonly pausedUntil: number;
  /** Whether the host asked for that pause; false if its length is a guess. */
  readonly pauseAsked: boolean;
  /** Number of successive waves of 429 without an accepted request in between. */
  readonly refusals: number;
  /** Start of the last such series of waves; null before the first. */
  readonly refusedAt: number | null;
  /** Number of requests accepted since then. */
  readonly taken: number;
}

/** The pace of an unknown host: requests start as fast as answers come. */
export const freePace: LearnedPace = {
  intervalMs: 0,
  nextStart: 0,
  pausedUntil: 0,
  pauseAsked: false,
  refusals: 0,
  refusedAt: null,
  taken: 0,
};

// The interval is set longer than measured, so that the next answer is not another 429. Sixteen good answers undo it.
const CAUTION = 1.1;
// The share by which each good answer shortens the interval while other requests wait.
const GROWTH = 0.006;
// A random part keeps two processes that share a limit from sending in step.
const JITTER = 0.05;
// A shorter interval is treated as none.
const SHORTEST_MS = 10;
const LONGEST_MS = 60_000;

/** A request starts. `random` is at least 0 and below 1. */
export function started(pace: LearnedPace, now: number, random: number): LearnedPace {
  return { ...pace, nextStart: now + pace.intervalMs * (1 + JITTER * random) };
}

/**
 * The host accepted a request. The interval shrinks only if `crowded`, so if others waited: an idle host proves
 * nothing.
 */
export function taken(pace: LearnedPace, crowded: boolean): LearnedPace {
  const shrunk = pace.intervalMs * (1 - GROWTH);
  const intervalMs = crowded ? (shrunk < SHORTEST_MS ? 0 : shrunk) : pace.intervalMs;
  return { ...pace, intervalMs, refusals: 0, taken: pace.taken + 1 };
}

/**
 * The host answered 429. All requests pause for Retry-After, or without it for longer from wave to wave. The average
 * interval of the requests accepted since the last series of refusals began is a pace that the host takes.
 */
export function refused(pace: LearnedPace, now: number, retryAfterMs: number | null): LearnedPace {
  const refusals = pace.refusals + 1;
  const ms = hostPause(refusals, retryAfterMs);
  const paused = pauseFor({ ...pace, refusals }, now, ms, retryAfterMs !== null);
  if (refusals > 1) return paused;
  return { ...paused, intervalMs: learned(pace, now), refusedAt: now, taken: 0 };
}

/** Another 429 of the same wave. It may lengthen the pause, and changes nothing else. */
export function refusedAlike(pace: LearnedPace, now: number, retryAfterMs: number | null): LearnedPace {
  return retryAfterMs === null ? pace : pauseFor(pace, now, retryAfterMs, true);
}

/** A request was about to start and was not sent, so another may start at once. */
export function withdrawn(pace: LearnedPace, now: number): LearnedPace {
  return { ...pace, nextStart: now };
}

/** The host was idle for `ms`, which says nothing about its rate limit. */
export function rested(pace: LearnedPace, ms: number): LearnedPace {
  return pace.refusedAt === null ? pace : { ...pace, refusedAt: pace.refusedAt + ms };
}

/** Earliest start of a request behind `before` others, if the host refuses nothing from now on. */
export function earliestStart(pace: LearnedPace, before: number, now: number): number {
  // The sum of a geometric series, since each interval is shorter than the one before.
  const shrinking = (1 - (1 - GROWTH) ** before) / GROWTH;
  return Math.max(now, pace.pausedUntil, pace.nextStart) + pace.intervalMs * shrinking;
}

function pauseFor(pace: LearnedPace, now: number, ms: number, pauseAsked: boolean): LearnedPace {
  const pausedUntil = now + ms;
  return pausedUntil > pace.pausedUntil ? { ...pace, pausedUntil, pauseAsked } : pace;
}

function learned({ intervalMs, refusedAt, taken: count }: LearnedPace, now: number): number {
  if (refusedAt === null || count === 0) return intervalMs;
  const average = (now - refusedAt) / count;
  // The host just refused the current interval and took the average, pauses included. Its limit lies between them.
  const measured = (intervalMs === 0 ? average : (intervalMs + average) / 2) * CAUTION;
  return measured < SHORTEST_MS ? 0 : Math.min(measured, LONGEST_MS);
}

/** Pause of a host after its n-th 429 in a row: Retry-After if given, else 2, 4, 8 … 60 s. */
export function hostPause(inARow: number, retryAfterMs: number | null): number {
  return retryAfterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, inARow - 1), LONGEST_PAUSE_MS);
}
