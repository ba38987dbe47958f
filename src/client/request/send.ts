import type { Secrets } from "../../secrets/secrets";
import { type CallLimits, pause } from "../call";
import { BusyError, NetworkError, StoppedError } from "../errors";
import type { BreakerState, Host } from "../host";
import { describeWait, seconds, WaitTooLong } from "../host";
import type { HttpReply, Target } from "../http";
import { endpointOf } from "../http";
import type { Judgement } from "./answer";
import type { Failure, Outcome } from "./attempt";
import { recordAttempt } from "./attempt";
import type { Outgoing } from "./outgoing";
import { retryDelay } from "./retry-policy";
import { type AttemptParts, askedWait, scheduledAttempt } from "./scheduled-attempt";

/** The last answer to a request, whatever its verdict. */
export interface Reply {
  readonly http: HttpReply;
  readonly judgement: Judgement;
  /** Time at which this answer's request was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Why the request was not sent again although a retry was possible; null if there is no such reason. */
  readonly note: string | null;
}

/** What sending needs. */
export interface SendParts extends AttemptParts {
  readonly host: (origin: string) => Host;
  readonly secrets: Secrets;
  readonly maxRetries: number;
}

/**
 * Sends one request until an answer counts or the retries are used up.
 * @throws NetworkError if no answer came
 * @throws BusyError if no lease could come in time and the request was never sent
 * @throws StoppedError if the call was stopped
 */
export type Send = (outgoing: Outgoing, limits: CallLimits) => Promise<Reply>;

/** Makes the send function of the whole client. */
export function createSend(parts: SendParts): Send {
  return async (outgoing, limits) => {
    const { progress } = parts.host(outgoing.target.origin);
    progress.begin();
    try {
      await outgoing.auth?.wait(limits);
      return await new SendLoop(parts, outgoing, limits).run();
    } finally {
      progress.end();
    }
  };
}

const MOST_REDIRECTS = 5;

/** The send loop of one request. */
class SendLoop {
  private readonly host: Host;
  private readonly since: BreakerState;
  private readonly mostRetries: number;
  private attempts = 0;
  private retries = 0;
  /** Result of the last attempt; null before the first. */
  private last: Outcome | null = null;
  private redirects = 0;

  constructor(
    private readonly parts: SendParts,
    private outgoing: Outgoing,
    private readonly limits: CallLimits,
  ) {
    this.host = parts.host(outgoing.target.origin);
    this.since = this.host.breaker.state();
    this.mostRetries = this.host.breaker.retries(parts.maxRetries);
  }

  async run(): Promise<Reply> {
    try {
      for (;;) {
        const last = await this.step();
        if (last !== null) return last;
      }
    } catch (error) {
      if (error instanceof WaitTooLong) return this.endWaiting(error);
      const failure = this.last?.failure ?? null;
      if (error instanceof StoppedError && failure !== null) throw this.stoppedUnanswered(error, failure);
      throw error;
    }
  }

  /** Sends once. Returns the answer that counts, or null after a wait if the request is to be sent again. */
  private async step(): Promise<Reply | null> {
    const outcome = await scheduledAttempt(
      this.parts,
      this.host,
      this.outgoing,
      this.limits,
      this.attempts + 1,
    );
    this.attempts += 1;
    this.last = outcome;
    recordAttempt(this.outgoing.history, outcome, this.attempts);
    // The host pauses all its requests, so the next lease comes after the pause.
    if (outcome.judgement.verdict === "throttled") return null;
    const target = this.redirectedTo(outcome);
    if (target !== null) {
      this.redirects += 1;
      this.outgoing = { ...this.outgoing, target };
      return null;
    }
    const wait = this.waitBeforeRetry(outcome);
    if (typeof wait !== "number") return this.giveUp(outcome, wait);
    this.retries += 1;
    this.parts.usage.retried(endpointOf(this.outgoing));
    await pause(wait, this.limits.signal, this.parts.clock);
    return null;
  }

  /** The next target of a redirected GET; null if the answer counts. Credentials never leave the origin. */
  private redirectedTo({ judgement, reply }: Outcome): Target | null {
    const { method, target } = this.outgoing;
    const location = reply?.headers["location"];
    if (!judgement.sameElsewhere || location === undefined || method !== "GET") return null;
    if (this.redirects >= MOST_REDIRECTS || !URL.canParse(location, target.url)) return null;
    const { href, origin, pathname } = new URL(location, target.url);
    return origin === target.origin ? { ...target, url: href, path: pathname } : null;
  }

  /** Milliseconds to wait before a retry; without a retry, the reason, or null if there is none to tell. */
  private waitBeforeRetry(outcome: Outcome): number | string | null {
    if (outcome.judgement.verdict !== "transient" || this.retries >= this.mostRetries) return null;
    const { clock } = this.parts;
    const asked = askedWait(outcome, clock);
    const wait = retryDelay(this.retries, asked, clock.random());
    if (clock.now() + wait <= this.limits.deadline()) return wait;
    const left = seconds(Math.max(0, this.limits.deadline() - clock.now()));
    const what = asked === null ? "another attempt comes too late" : `it asked to wait ${seconds(asked)}`;
    return `It was not sent again: ${what}, and the operation times out in ${left}.`;
  }

  /** The error of a wait that is too long: the last attempt's result, or the wait itself if nothing was sent. */
  private endWaiting({ wait }: WaitTooLong): Reply {
    const words = describeWait(wait);
    if (this.last === null) throw new BusyError(this.outgoing, words);
    if (this.last.failure !== null) throw this.networkError(this.last.failure);
    return this.answer(this.last, this.last.reply, `It was not sent again: ${words}`);
  }

  private giveUp(outcome: Outcome, note: string | null): Reply {
    const { breaker } = this.host;
    const { reply, failure } = outcome;
    if (failure !== null) {
      // For other callers the error says that nothing may have taken effect: their requests were not sent.
      breaker.recordUnreachable(this.since, this.networkError(failure, false));
      throw this.networkError(failure);
    }
    if (outcome.judgement.verdict === "transient") breaker.recordFailing(this.since);
    return this.answer(outcome, reply, note);
  }

  // No answer until the call was stopped counts like no answer until the retries were used up.
  private stoppedUnanswered(error: StoppedError, failure: Failure): StoppedError {
    this.host.breaker.recordUnreachable(this.since, this.networkError(failure, false));
    const mayHaveTakenEffect = error.mayHaveTakenEffect || (this.outgoing.graceMs ?? 0) > 0;
    return new StoppedError({ cause: error.cause, mayHaveTakenEffect });
  }

  private networkError(failure: Failure, wasSent = true): NetworkError {
    const words = this.parts.secrets.redact(failure.words);
    const { method, target } = this.outgoing;
    const request = `${method} ${target.path}`;
    return new NetworkError({
      ...{ ...failure, words, request, host: target.host, attempts: this.attempts },
      verdict: this.last?.judgement.verdict,
      mayHaveTakenEffect: wasSent && this.outgoing.history !== undefined,
    });
  }

  private answer({ judgement, sentAt }: Outcome, http: HttpReply, note: string | null): Reply {
    return { http, judgement, sentAt, attempts: this.attempts, note };
  }
}
