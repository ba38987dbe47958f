import { DiagnosticError } from "../diagnostics";
import type { Context } from "../resource";
import type { Schema } from "../schema";
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
    const { client } = server;
    return await run({ client, signal: bound.signal, deadline: bound.deadline, diagnostics, log });
  } catch (cause) {
    const timeout = bound.timedOut();
    if (timeout === undefined || cause instanceof DiagnosticError) throw cause;
    throw new DiagnosticError(timeout.summary, timeout.detail, timeout.path, { cause });
  } finally {
    bound.end();
  }
}
