import type { Clock } from "../clock";
import type { NetworkError, Verdict } from "../errors";

const REMEMBERED_MS = 10_000;
const FINAL_AFTER = 3;

/** The breaker's counters at the start of a request: only later failures count. */
export interface BreakerState {
  readonly answers: number;
  readonly goodAnswers: number;
  readonly failures: number;
}

/**
 * Shared state of all requests to one host: many callers of a dead host spend one budget of retries together instead of
 * one each.
 */
export interface CircuitBreaker {
  /** @throws NetworkError the remembered failure while the host counts as down */
  assertClosed(): void;
  state(): BreakerState;
  /** Retries that a failed request has: none while the host answers with failures only. */
  retries(most: number): number;
  /** Call when an answer came. A throttled or transient one is no sign of health. */
  recordAnswer(verdict: Verdict): void;
  /** Call when a request used up its retries without any answer. */
  recordUnreachable(since: BreakerState, error: NetworkError): void;
  /** Call when a request used up its retries and got server failures only. */
  recordFailing(since: BreakerState): void;
}

/** Makes the breaker of a host about which nothing is known yet. */
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
