import { type Patience, pause } from "../call";
import { BusyError, NetworkError, StoppedError } from "../errors";
import type { Outlook } from "../host/circuit-breaker";
import type { Host } from "../host/host";
import { describeWait, seconds, WaitTooLong } from "../host/wait-too-long";
import { endpointOf } from "../http/target";
import type { HttpReply } from "../http/transport";
import type { Ledger } from "../http/usage";
import type { Secrets } from "../secrets";
import type { Failure, Outcome } from "./attempt";
import { remember } from "./attempt";
import type { Outgoing } from "./outgoing";
import { isPassingFailure, isPassingStatus, retryDelay } from "./retry-policy";
import { retryAfterOf, type TurnParts, takeTurn } from "./scheduled-attempt";

/** The last answer to a request, of whatever status. */
export interface Reply extends HttpReply {
  /** When the request was sent that it answers, in milliseconds since 1970. */
  readonly sentAt: number;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Why it was not sent again although another answer was possible, or null. */
  readonly note: string | null;
}

/** What sending needs. */
export interface SendParts extends TurnParts {
  readonly host: (origin: string) => Host;
  readonly secrets: Secrets;
  readonly ledger: Ledger;
  readonly maxRetries: number;
}

/**
 * Sends one request until there is an answer that counts or the retries are used up.
 * @throws NetworkError when no answer came
 * @throws BusyError when its turn could not come in time, and it was never sent
 * @throws StoppedError when the call was stopped
 */
export type Send = (outgoing: Outgoing, patience: Patience) => Promise<Reply>;

/** One way to send, for the whole client. */
export function createSend(parts: SendParts): Send {
  return async (outgoing, patience) => {
    const { progress } = parts.host(outgoing.target.origin);
    progress.begin();
    try {
      await outgoing.proof?.wait(patience);
      return await new Course(parts, outgoing, patience).run();
    } finally {
      progress.end();
    }
  };
}

/** One request on its way through its attempts. */
class Course {
  private readonly host: Host;
  private readonly since: Outlook;
  private readonly mostRetries: number;
  private attempts = 0;
  private retries = 0;
  /** What came of the last attempt; null before the first. */
  private last: Outcome | null = null;

  constructor(
    private readonly parts: SendParts,
    private readonly outgoing: Outgoing,
    private readonly patience: Patience,
  ) {
    this.host = parts.host(outgoing.target.origin);
    this.since = this.host.reachability.outlook();
    this.mostRetries = this.host.reachability.retries(parts.maxRetries);
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

  /** Sends once; the answer that counts, or null after a wait when it is to be sent again. */
  private async step(): Promise<Reply | null> {
    const outcome = await takeTurn(this.parts, this.host, this.outgoing, this.patience, this.attempts + 1);
    this.attempts += 1;
    this.last = outcome;
    remember(this.outgoing.trace, outcome, this.attempts);
    // The pause is the host's, before the next turn.
    if (outcome.reply?.status === 429) return null;
    const wait = this.waitBeforeRetry(outcome);
    if (typeof wait !== "number") return this.giveUp(outcome, wait);
    this.retries += 1;
    this.parts.ledger.retried(endpointOf(this.outgoing));
    await pause(wait, this.patience.signal, this.parts.clock);
    return null;
  }

  /** Milliseconds to wait before sending again; or that it is not sent again, with a reason if there is one to tell. */
  private waitBeforeRetry({ reply, failure }: Outcome): number | string | null {
    const passing = failure === null ? isPassingStatus(reply.status) : isPassingFailure(failure.code);
    if (!passing || this.retries >= this.mostRetries) return null;
    const { clock } = this.parts;
    const asked = reply === null ? null : retryAfterOf(reply, clock);
    const wait = retryDelay(this.retries, asked, clock.random());
    if (clock.now() + wait <= this.patience.deadline()) return wait;
    return asked === null
      ? "No time was left for another attempt."
      : `It asked to wait ${seconds(asked)}, longer than the time that is left.`;
  }

  /** What was learned before the wait is the error; where that is nothing, the wait is. */
  private endWaiting({ wait }: WaitTooLong): Reply {
    const words = describeWait(wait);
    if (this.last === null) throw new BusyError(this.outgoing, words);
    if (this.last.failure !== null) throw this.networkError(this.last.failure);
    return this.answer(this.last.reply, this.last.sentAt, words);
  }

  private giveUp(outcome: Outcome, note: string | null): Reply {
    const { reachability } = this.host;
    const { reply, failure } = outcome;
    if (failure !== null) {
      const error = this.networkError(failure);
      reachability.unreachable(this.since, error);
      throw error;
    }
    if (isPassingStatus(reply.status)) reachability.failing(this.since);
    return this.answer(reply, outcome.sentAt, note);
  }

  // Silence until the caller's time was up says as much as silence until the retries were.
  private stoppedUnanswered(error: StoppedError, failure: Failure): StoppedError {
    this.host.reachability.unreachable(this.since, this.networkError(failure));
    const unanswered = error.unanswered || (this.outgoing.graceMs ?? 0) > 0;
    return new StoppedError({ cause: error.cause, unanswered });
  }

  private networkError(failure: Failure): NetworkError {
    const words = this.parts.secrets.redact(failure.words);
    const { method, target } = this.outgoing;
    const request = `${method} ${target.path}`;
    return new NetworkError({ ...failure, words, request, host: target.host, attempts: this.attempts });
  }

  private answer(reply: HttpReply, sentAt: number, note: string | null): Reply {
    return { ...reply, sentAt, attempts: this.attempts, note };
  }
}
