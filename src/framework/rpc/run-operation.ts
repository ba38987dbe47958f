import type { Context } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import type { Schema } from "../schema";
import { titles } from "../titles";
import type { ObjectValue } from "../value";
import type { CallContext } from "./call";
import { type Bounded, boundOperation } from "./operation-signal";

/** An operation of an author, and the object whose `timeouts` bound it. */
export interface Operated {
  readonly operation: Bounded;
  readonly schema: Schema;
  readonly object: ObjectValue;
}

/**
 * Runs an author's function within its bound, with what every operation gets.
 * @throws DiagnosticError when it failed because the time ran out, else what the function threw.
 */
export async function runOperation(
  { server, signal, diagnostics, log }: CallContext,
  { operation, schema, object }: Operated,
  run: (context: Context<never>) => unknown,
): Promise<unknown> {
  const bound = boundOperation(operation, schema, object, signal);
  try {
    return await server.withClient((client) => {
      const context: Context<never> = {
        client,
        signal: bound.signal,
        deadline: bound.deadline,
        diagnostics,
        log,
      };
      return endedInTime(run(context), operation, bound.signal);
    });
  } catch (cause) {
    const timeout = bound.timedOut();
    if (timeout === undefined || cause instanceof DiagnosticError) throw cause;
    throw new DiagnosticError(timeout.summary, timeout.detail, timeout.path, { cause });
  } finally {
    bound.end();
  }
}

/**
 * The same for a function that yields. The client is held while it runs; when nobody takes what it yields any more, its
 * iterator is ended.
 * @throws as `runOperation`
 */
export async function* streamOperation<T>(
  { server, signal, diagnostics, log }: CallContext,
  { operation, schema, object }: Operated,
  run: (context: Context<never>) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const bound = boundOperation(operation, schema, object, signal);
  const { client, release } = server.holdClient();
  const context: Context<never> = {
    client,
    signal: bound.signal,
    deadline: bound.deadline,
    diagnostics,
    log,
  };
  const iterator = run(context)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = (await endedInTime(iterator.next(), operation, bound.signal)) as IteratorResult<T>;
      if (step.done === true) return;
      yield step.value;
    }
  } catch (cause) {
    const timeout = bound.timedOut();
    if (timeout === undefined || cause instanceof DiagnosticError) throw cause;
    throw new DiagnosticError(timeout.summary, timeout.detail, timeout.path, { cause });
  } finally {
    bound.end();
    // An iterator that does not end by itself is left alone: the grace is over by then.
    Promise.resolve(iterator.return?.()).catch(() => {});
    release();
  }
}

/** Time that an operation gets to end once it was asked to: more than a request that is under way gets. */
const GRACE_MS = 10_000;

/**
 * Waits for an author's function, but not for ever once it was asked to end: Terraform would wait with it.
 * @throws DiagnosticError when the function goes on all the same
 */
async function endedInTime(running: unknown, operation: Bounded, signal: AbortSignal): Promise<unknown> {
  const { promise, stop } = neverEnded(signal, operation);
  try {
    return await Promise.race([running, promise]);
  } finally {
    stop();
    // Whatever still comes of it is for nobody.
    Promise.resolve(running).catch(() => {});
  }
}

/** A promise that is rejected when a signal was aborted and the grace is over. */
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
