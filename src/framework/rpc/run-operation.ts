import type { Context } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import type { Schema } from "../schema";
import { titles } from "../titles";
import type { ObjectValue } from "../value";
import type { CallContext } from "./call";
import { type Bounded, boundOperation, type OperationBound } from "./operation-signal";

/** An operation of an author, and the object whose `timeouts` limit it. */
export interface Operated {
  readonly operation: Bounded;
  readonly schema: Schema;
  readonly object: ObjectValue;
}

/**
 * Runs an author's function with a time limit and the context that every operation gets.
 * @throws DiagnosticError when the function failed because its time ran out, else what the function threw.
 */
export async function runOperation(
  call: CallContext,
  { operation, schema, object }: Operated,
  run: (context: Context<never>) => unknown,
): Promise<unknown> {
  const bound = boundOperation(operation, schema, object, call.signal);
  try {
    return await call.server.withClient((client) =>
      endedInTime(run(contextOf(call, client, bound)), operation, bound.signal),
    );
  } catch (cause) {
    throw timeoutOr(cause, bound);
  } finally {
    bound.end();
  }
}

/**
 * Like `runOperation`, for a function that yields. The client stays open while the function runs. When the consumer
 * stops reading, the function's iterator is ended.
 * @throws as `runOperation`
 */
export async function* streamOperation<T>(
  call: CallContext,
  { operation, schema, object }: Operated,
  run: (context: Context<never>) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const bound = boundOperation(operation, schema, object, call.signal);
  const { client, release } = call.server.holdClient();
  const iterator = run(contextOf(call, client, bound))[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = (await endedInTime(iterator.next(), operation, bound.signal)) as IteratorResult<T>;
      if (step.done === true) return;
      yield step.value;
    }
  } catch (cause) {
    throw timeoutOr(cause, bound);
  } finally {
    bound.end();
    // The end of the iterator is not awaited: an iterator may ignore `return`, and its grace period is over.
    Promise.resolve(iterator.return?.()).catch(() => {});
    release();
  }
}

/** What an author's function gets. */
function contextOf({ diagnostics, log }: CallContext, client: never, bound: OperationBound): Context<never> {
  return { client, signal: bound.signal, deadline: bound.deadline, diagnostics, log };
}

/** The error to report: that of the timeout, if the operation ended by it and its author reports nothing better. */
function timeoutOr(cause: unknown, bound: OperationBound): unknown {
  const timeout = bound.timedOut();
  if (timeout === undefined || cause instanceof DiagnosticError) return cause;
  return new DiagnosticError(timeout.summary, timeout.detail, timeout.path, { cause });
}

/** How long an aborted operation may take to end. Longer than the time that a request in flight gets. */
const GRACE_MS = 10_000;

/**
 * Waits for an author's function, and after an abort for the grace period only: Terraform waits for the answer.
 * @throws DiagnosticError when the function has not ended by then
 */
async function endedInTime(running: unknown, operation: Bounded, signal: AbortSignal): Promise<unknown> {
  const { promise, stop } = neverEnded(signal, operation);
  try {
    return await Promise.race([running, promise]);
  } finally {
    stop();
    // A late rejection must not count as unhandled.
    Promise.resolve(running).catch(() => {});
  }
}

/** Makes a promise that rejects when the signal has aborted and the grace period is over. */
function neverEnded(signal: AbortSignal, operation: Bounded) {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const promise = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      timer = setTimeout(() => reject(didNotEnd(operation)), GRACE_MS);
    };
  });
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  const stop = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  };
  return { promise, stop };
}

function didNotEnd(operation: Bounded): DiagnosticError {
  return new DiagnosticError(
    titles.didNotEnd(operation),
    `It was asked to end, because its time ran out or Terraform is stopping, and went on for ${GRACE_MS / 1000} seconds more, so it was left alone. What it had noted as done is in the state; anything else may be done or not. This is a bug in the provider: please report it.`,
  );
}
