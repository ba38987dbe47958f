import type { Clock } from "../clock";
import { ReadOnlyError, StoppedError } from "../errors";
import type { HttpReply, HttpRequest, Transport } from "../http";
import { describeFailure } from "../http";
import { type Judgement, judge } from "./answer";

/** Result of sending a request once. */
export type Outcome = AttemptFacts &
  (
    | { readonly reply: HttpReply; readonly failure: null }
    | { readonly reply: null; readonly failure: Failure }
  );

interface AttemptFacts {
  readonly judgement: Judgement;
  /** Time at which the request got its lease, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** Why no answer came. */
export interface Failure {
  readonly code: string;
  readonly words: string;
  readonly cause: unknown;
}

/** Time limits of one attempt. */
export interface AttemptLimits {
  readonly signal: AbortSignal;
  /** Timeout of the connection, and again of the answer once the request starts to be sent. */
  readonly timeoutMs: number;
  /** Time that an answer still gets after the signal has aborted. */
  readonly graceMs: number;
}

/**
 * Sends a request once and reads the answer to its end.
 * @throws StoppedError if the signal ended it; `mayHaveTakenEffect` if the request's grace passed without an answer
 */
export async function attempt(
  transport: Transport,
  clock: Clock,
  request: HttpRequest,
  limits: AttemptLimits,
): Promise<Outcome> {
  const ending = new AbortController();
  const over = new AbortController();
  let ended: "timeout" | "stopped" | null = null;
  const end = (why: "timeout" | "stopped") => {
    ended ??= why;
    ending.abort();
  };
  const onStop = () => {
    if (limits.graceMs === 0) return end("stopped");
    clock.sleep(limits.graceMs, over.signal).then(
      () => end("stopped"),
      () => {},
    );
  };
  const sentAt = clock.now();
  limits.signal.addEventListener("abort", onStop, { once: true });
  let timer = setTimeout(end, limits.timeoutMs, "timeout");
  let what = "connection";
  const onSent = () => {
    if (ended !== null || over.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(end, limits.timeoutMs, "timeout");
    what = "answer";
  };
  try {
    const reply = await transport.send({ ...request, onSent }, ending.signal);
    return { reply, failure: null, judgement: judge(reply), sentAt };
  } catch (error) {
    // This is not a network failure: a retry would be refused as well.
    if (error instanceof ReadOnlyError) throw error;
    if (isStopped(ended)) {
      throw new StoppedError({ cause: limits.signal.reason, mayHaveTakenEffect: limits.graceMs > 0 });
    }
    const failure = explain(error, ended === null ? null : what, limits.timeoutMs);
    return { reply: null, failure, judgement: judge(failure), sentAt };
  } finally {
    clearTimeout(timer);
    limits.signal.removeEventListener("abort", onStop);
    over.abort();
  }
}

// Callbacks set the variable, and TypeScript's flow analysis does not see that.
function isStopped(ended: string | null): boolean {
  return ended === "stopped";
}

function explain(cause: unknown, missing: string | null, timeoutMs: number): Failure {
  if (missing !== null)
    return { code: "TIMEOUT", words: `no ${missing} within ${timeoutMs / 1000} s`, cause };
  return { ...describeFailure(cause), cause };
}

/** What is remembered of a request over all its attempts, including those after a new login. */
export interface AttemptHistory {
  /** The last attempt that may have taken effect, whatever the results of later ones. */
  outcomeUnknown: { readonly outcome: Outcome; readonly attempts: number } | null;
}

/** Records an attempt if its outcome is unknown. */
export function recordAttempt(history: AttemptHistory | undefined, outcome: Outcome, attempts: number): void {
  if (history !== undefined && !outcome.judgement.outcomeKnown)
    history.outcomeUnknown = { outcome, attempts };
}
