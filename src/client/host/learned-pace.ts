const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** What is known of how fast a host takes requests: a value, of which each event makes a new one. */
export interface LearnedPace {
  /** Milliseconds from one request to the next; 0 while nothing was learned. */
  readonly intervalMs: number;
  /** No request starts before; milliseconds since 1970, as all times here. */
  readonly nextStart: number;
  /** End of the pause that the last 429 began. */
  readonly pausedUntil: number;
  /** Whether the host asked for that pause; false where its length is a guess. */
  readonly pauseAsked: boolean;
  /** Waves of 429 in a row, with nothing taken between. */
  readonly refusals: number;
  /** When the last such row began; null before the first. */
  readonly refusedAt: number | null;
  /** What the host took since then. */
  readonly taken: number;
}

/** As fast as answers come. */
export const freePace: LearnedPace = {
  intervalMs: 0,
  nextStart: 0,
  pausedUntil: 0,
  pauseAsked: false,
  refusals: 0,
  refusedAt: null,
  taken: 0,
};

// Slower than what was measured, so that the next refusal is not the next answer; regained by 16 good answers.
const CAUTION = 1.1;
// The share of the interval that each good answer removes while other requests wait.
const GROWTH = 0.006;
// Two processes that share a limit must not march in step.
const JITTER = 0.05;
// Requests closer than this are no matter of pace.
const SHORTEST_MS = 10;
const LONGEST_MS = 60_000;

/** A request starts; `random` is at least 0 and below 1. */
export function started(pace: LearnedPace, now: number, random: number): LearnedPace {
  return { ...pace, nextStart: now + pace.intervalMs * (1 + JITTER * random) };
}

/** The host took a request; `crowded` where others waited meanwhile: an idle host proves nothing. */
export function taken(pace: LearnedPace, crowded: boolean): LearnedPace {
  const shrunk = pace.intervalMs * (1 - GROWTH);
  const intervalMs = crowded ? (shrunk < SHORTEST_MS ? 0 : shrunk) : pace.intervalMs;
  return { ...pace, intervalMs, refusals: 0, taken: pace.taken + 1 };
}

/**
 * The host refused what was under way. All of it pauses, as Retry-After says or longer from wave to wave; and what
 * went through since the last row of refusals began, over the time since then, is a pace that the host takes.
 */
export function refused(pace: LearnedPace, now: number, retryAfterMs: number | null): LearnedPace {
  const refusals = pace.refusals + 1;
  const ms = hostPause(refusals, retryAfterMs);
  const paused = pauseFor({ ...pace, refusals }, now, ms, retryAfterMs !== null);
  if (refusals > 1) return paused;
  return { ...paused, intervalMs: learned(pace, now), refusedAt: now, taken: 0 };
}

/** Another 429 of the same wave: it can lengthen the pause, and says nothing else. */
export function refusedAlike(pace: LearnedPace, now: number, retryAfterMs: number | null): LearnedPace {
  return retryAfterMs === null ? pace : pauseFor(pace, now, retryAfterMs, true);
}

/** A request that was to start was not sent after all: another may start at once. */
export function withdrawn(pace: LearnedPace, now: number): LearnedPace {
  return { ...pace, nextStart: now };
}

/** The host was idle for `ms`, which says nothing about its rate limit. */
export function rested(pace: LearnedPace, ms: number): LearnedPace {
  return pace.refusedAt === null ? pace : { ...pace, refusedAt: pace.refusedAt + ms };
}

/** The earliest start of a request that has `before` others ahead of it, if the host refuses nothing from now on. */
export function earliestStart(pace: LearnedPace, before: number, now: number): number {
  // The sum of a geometric row: intervals shrink on the way.
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
  // A pace in force was just refused, the average was taken, pauses included: what the host takes lies between.
  const measured = (intervalMs === 0 ? average : (intervalMs + average) / 2) * CAUTION;
  return measured < SHORTEST_MS ? 0 : Math.min(measured, LONGEST_MS);
}

/** Pause of a whole host after its n-th 429 in a row: what Retry-After says, else 2, 4, 8 … 60 s. */
export function hostPause(inARow: number, retryAfterMs: number | null): number {
  return retryAfterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, inARow - 1), LONGEST_PAUSE_MS);
}
