import { type Diagnostic, diagnostic } from "../diagnostics";
import type { Operation, Schema } from "../schema";
import { tryParseDuration } from "../schema";
import { at, isPlainObject, type ObjectValue } from "../value";

/** A bound on one operation. */
export interface OperationBound {
  readonly signal: AbortSignal;
  /** Time at which the signal ends by itself, in milliseconds since 1970; Infinity where nothing bounds it. */
  readonly deadline: number;
  /** What to tell the user when the time ran out; undefined while it has not. */
  timedOut(): Diagnostic | undefined;
  /** Stops the clock. */
  end(): void;
}

/** Bounds an operation by the object's `timeouts` and by Terraform's wish to stop. */
export function boundOperation(
  operation: Operation,
  schema: Schema,
  object: ObjectValue,
  stop: AbortSignal,
): OperationBound {
  const bound = findBound(operation, schema, object);
  const controller = new AbortController();
  const onStop = () => controller.abort(stop.reason);
  if (stop.aborted) onStop();
  stop.addEventListener("abort", onStop, { once: true });
  let expired = false;
  const timer =
    bound === undefined
      ? undefined
      : setTimeout(() => {
          expired = true;
          controller.abort(new DOMException(`${operation} took longer than ${bound.text}`, "TimeoutError"));
        }, bound.milliseconds);
  return {
    signal: controller.signal,
    deadline: bound === undefined ? Number.POSITIVE_INFINITY : Date.now() + bound.milliseconds,
    timedOut: () => (expired && bound !== undefined ? timeoutDiagnostic(operation, bound) : undefined),
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
    },
  };
}

interface Bound {
  readonly attribute: string;
  readonly text: string;
  readonly milliseconds: number;
}

/** Longest time that a timer can wait for: 2^31 - 1 ms, 24.8 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

function findBound(operation: Operation, schema: Schema, object: ObjectValue): Bound | undefined {
  for (const [attribute, { timeouts }] of Object.entries(schema) as [
    string,
    { timeouts?: object | null },
  ][]) {
    if (timeouts === undefined || timeouts === null) continue;
    const own = object[attribute];
    const configured = isPlainObject(own) ? own[operation] : null;
    const text =
      typeof configured === "string" ? configured : (timeouts as Record<string, string>)[operation];
    const milliseconds = text === undefined ? undefined : tryParseDuration(text);
    if (text === undefined || milliseconds === undefined) return undefined;
    return { attribute, text, milliseconds: Math.min(milliseconds, LONGEST_TIMER) };
  }
  return undefined;
}

function timeoutDiagnostic(operation: Operation, { attribute, text }: Bound): Diagnostic {
  return diagnostic(
    "error",
    `Timeout during ${operation}`,
    `It was not finished within ${text}. What is known to be done is in the state; what was on its way may be done too. Run it again to go on, or raise ${attribute}.${operation}.`,
    at(attribute, operation),
  );
}
