import type { Clock } from "../clock";
import type { NetworkError, Verdict } from "../errors";

const REMEMBERED_MS = 10_000;
const FINAL_AFTER = 3;

/** The breaker's counters when a request began: only failures since then count. */
export interface BreakerState {
  readonly answers: number;
  readonly goodAnswers: number;
  readonly failures: number;
}

/**
 * What the requests to one host tell each other, so that many callers of a dead host
 * spend one budget of retries together instead of one each.
 */
export interface CircuitBreaker {
  /** @throws NetworkError the remembered one, while the host counts as down */
  assertClosed(): void;
  state(): BreakerState;
  /** How many retries a failed request has: none while the host answers nothing but failures. */
  retries(most: number): number;
  /** An answer came; one that is throttled or transient says nothing good of the host. */
  recordAnswer(verdict: Verdict): void;
  /** A request used up its retries without any answer. */
  recordUnreachable(since: BreakerState, error: NetworkError): void;
  /** A request used up its retries and got failures of the server only. */
  recordFailing(since: BreakerState): void;
}

/** A host of which nothing is known yet. */
export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let answers = 0;
  let goodAnswers = 0;
  let failures = 0;
  let onlyFails = false;
  let downUntil = 0;
  let error: NetworkError | null = null;
  return {
    assertClosed() {
      if (error !== null && clock.now() < downUntil) throw error;
    },
    state: () => ({ answers, goodAnswers, failures }),
    retries: (most) => (failures > 0 || onlyFails ? 0 : most),
    recordAnswer(verdict) {
      answers += 1;
      failures = 0;
      downUntil = 0;
      error = null;
      if (verdict === "throttled" || verdict === "transient") return;
      goodAnswers += 1;
      onlyFails = false;
    },
    recordUnreachable(since, last) {
      if (since.answers !== answers || since.failures !== failures) return;
      failures += 1;
      error = last;
      downUntil = failures >= FINAL_AFTER ? Number.POSITIVE_INFINITY : clock.now() + REMEMBERED_MS;
    },
    recordFailing(since) {
      if (since.goodAnswers === goodAnswers) onlyFails = true;
    },
  };
}
