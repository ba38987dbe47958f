const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** How fast a host takes requests, as learned from its answers. The value is immutable: each event makes a new one. */
export interface LearnedPace {
  /** Milliseconds between the starts of two requests; 0 while nothing was learned. */
  readonly intervalMs: number;
  /** The interval that the host took before the latest attempts to go faster. */
  readonly heldMs: number;
  /** About the period over which the host counts: its longest Retry-After, or twice the longest guess. */
  readonly periodMs: number;
  /** Earliest start of the next request, in milliseconds since 1970 like all times here. */
  readonly nextStart: number;
  /** End of the pause that the last 429 began. */
  readonly pausedUntil: number;
  /** Whether the host asked for that pause; false if its length is a guess. */
  readonly pauseAsked: boolean;
  /** Number of successive waves of 429 without an accepted request in between. */
  readonly refusals: number;
  /** Start of the first request, without the time in which the host was idle; null before it. */
  readonly since: number | null;
  /** Number of requests accepted since then. */
  readonly taken: number;
  /** Number of requests accepted since the last refusal. */
  readonly inARow: number;
}

/** The pace of an unknown host: requests start as fast as answers come. */
export const freePace: LearnedPace = {
  intervalMs: 0,
  heldMs: 0,
  periodMs: 0,
  nextStart: 0,
  pausedUntil: 0,
  pauseAsked: false,
  refusals: 0,
  since: null,
  taken: 0,
  inARow: 0,
};

// The numbers below were chosen with test/client/host/shared-limit.test.ts: many processes that share one limit.

// An interval is set longer than measured, so that the next answer is not another 429.
const CAUTION = 1.1;
// Each further refusal in a row makes the interval longer by this factor.
const BACK_OFF = 1.05;
// The interval stays for this many good answers: processes in step with each other stay so.
const HELD = 2;
// Then each good answer shortens it while other requests wait: by this share where the interval is as long as the
// host's period, by more where it is longer. So the slower ones of several processes catch up and none starves.
const GROWTH = 0.08;
const MOST_GROWTH = 0.25;
const LEAST_SHARE = 0.15;
// An average of fewer requests tells more about luck, among processes that share a limit, than about the host.
const FEW = 5;
// After this many refusals in a row, pauses without a hint double although the pace is known.
const PATIENCE = 3;
// A shorter interval is treated as none.
const SHORTEST_MS = 10;
const LONGEST_MS = 60_000;

/** A request starts. */
export function started(pace: LearnedPace, now: number): LearnedPace {
  return { ...pace, since: pace.since ?? now, nextStart: now + pace.intervalMs };
}

/**
 * The host accepted a request. The interval shrinks only if `crowded`, so if others waited: an idle host proves
 * nothing.
 */
export function taken(pace: LearnedPace, crowded: boolean, now: number): LearnedPace {
  const counted = { ...pace, taken: pace.taken + 1 };
  if (pace.refusals > 0) return recovered(counted, now);
  if (!crowded || pace.intervalMs === 0) return counted;
  const inARow = pace.inARow + 1;
  return { ...counted, inARow, intervalMs: inARow > HELD ? shrunk(pace) : pace.intervalMs };
}

/** The first accepted request after refusals. How long it took without a hint tells more than the guessed pauses. */
function recovered(pace: LearnedPace, now: number): LearnedPace {
  const average = (now - (pace.since ?? now)) / pace.taken;
  const intervalMs =
    pace.pauseAsked || pace.taken < FEW || average < pace.intervalMs
      ? pace.intervalMs
      : bounded(Math.sqrt(pace.intervalMs * average));
  return { ...pace, intervalMs, heldMs: intervalMs, refusals: 0, inARow: 0, nextStart: now + intervalMs };
}

function shrunk({ intervalMs, periodMs }: LearnedPace): number {
  const growth = GROWTH * Math.max(LEAST_SHARE, intervalMs / periodMs) ** 1.5;
  const share = Math.min(MOST_GROWTH, growth);
  return bounded(intervalMs * (1 - share));
}

/**
 * The host answered 429. All requests pause for Retry-After, or without it for longer from wave to wave. The first
 * refusal teaches the average interval up to the end of its pause; a later one takes back half of what was gained since
 * the refusal before.
 */
export function refused(pace: LearnedPace, now: number, retryAfterMs: number | null): LearnedPace {
  const refusals = pace.refusals + 1;
  const ms = retryAfterMs ?? guessedPause(pace, refusals);
  const paused = pauseFor({ ...pace, refusals }, now, ms, retryAfterMs !== null);
  return {
    ...paused,
    intervalMs: bounded(slowed(pace, now + ms)),
    periodMs: Math.max(pace.periodMs, retryAfterMs ?? guessedPeriod(pace, ms)),
    nextStart: paused.pausedUntil,
  };
}

/** A host whose pace is known is asked again after one interval, and after longer pauses only if that goes on. */
function guessedPause({ intervalMs, heldMs }: LearnedPace, refusals: number): number {
  const pause = hostPause(refusals, null);
  if (heldMs === 0) return pause;
  const oneTurn = Math.max(FIRST_PAUSE_MS, intervalMs);
  return Math.max(hostPause(refusals - PATIENCE, null), Math.min(pause, oneTurn));
}

/** While others at the same limit take nearly all requests, long pauses say nothing about the host's period. */
function guessedPeriod({ taken: count }: LearnedPace, pauseMs: number): number {
  return count < FEW ? FIRST_PAUSE_MS : 2 * pauseMs;
}

function slowed({ intervalMs, heldMs, refusals, since, taken: count }: LearnedPace, end: number): number {
  if (refusals > 0) return intervalMs * BACK_OFF;
  if (intervalMs === 0) return ((end - (since ?? end)) / Math.max(1, count)) * CAUTION;
  return Math.sqrt(intervalMs * heldMs) * CAUTION;
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
  return pace.since === null ? pace : { ...pace, since: pace.since + ms };
}

/** Earliest start of a request behind `before` others, if the host refuses nothing from now on. */
export function earliestStart(pace: LearnedPace, before: number, now: number): number {
  return Math.max(now, pace.pausedUntil, pace.nextStart) + pace.intervalMs * before;
}

function pauseFor(pace: LearnedPace, now: number, ms: number, pauseAsked: boolean): LearnedPace {
  const pausedUntil = now + ms;
  return pausedUntil > pace.pausedUntil ? { ...pace, pausedUntil, pauseAsked } : pace;
}

function bounded(intervalMs: number): number {
  return intervalMs < SHORTEST_MS ? 0 : Math.min(intervalMs, LONGEST_MS);
}

/** Pause of a host after its n-th 429 in a row: Retry-After if given, else 2, 4, 8 … 60 s. */
export function hostPause(inARow: number, retryAfterMs: number | null): number {
  return retryAfterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, inARow - 1), LONGEST_PAUSE_MS);
}
