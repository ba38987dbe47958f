import { DiagnosticError } from "../diagnostics";
import type { OperationBound } from "./operation-signal";

/**
 * Runs an author's function within its bound.
 * @throws DiagnosticError when it failed because the time ran out, else what the function threw.
 */
export async function runOperation<R>(bound: OperationBound, run: () => R | Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (cause) {
    const timeout = bound.timedOut();
    if (timeout === undefined || cause instanceof DiagnosticError) throw cause;
    throw new DiagnosticError(timeout.summary, timeout.detail, timeout.path, { cause });
  } finally {
    bound.end();
  }
}
