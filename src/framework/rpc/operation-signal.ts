import { type Diagnostic, diagnostic } from "../diagnostics";
import type { Operation, Schema } from "../schema";
import { tryParseDuration } from "../schema";
import { at, isPlainObject, type ObjectValue } from "../value";

/** A bound on one operation. */
export interface OperationBound {
  readonly signal: AbortSignal;
  /** Time at which the signal ends by itself, in milliseconds since 1970. */
  readonly deadline: number;
  /** What to tell the user when the time ran out; undefined while it has not. */
  timedOut(): Diagnostic | undefined;
  /** Stops the clock. */
  end(): void;
}

/** What can be bounded: an operation on an object, or one that has no object at hand. */
export type Bounded = Operation | "import" | "renew" | "close";

/** Bounds an operation by the object's `timeouts`, or by 20 minutes without any, and by Terraform's wish to stop. */
export function boundOperation(
  operation: Bounded,
  schema: Schema,
  object: ObjectValue,
  stop: AbortSignal,
): OperationBound {
  const bound = findBound(operation, schema, object) ?? USUAL_BOUND;
  const controller = new AbortController();
  const onStop = () => controller.abort(stop.reason);
  if (stop.aborted) onStop();
  stop.addEventListener("abort", onStop, { once: true });
  let expired = false;
  const expire = () => {
    expired = true;
    controller.abort(new DOMException(`${operation} took longer than ${bound.text}`, "TimeoutError"));
  };
  const timer = setTimeout(expire, bound.milliseconds);
  return {
    signal: controller.signal,
    deadline: Date.now() + bound.milliseconds,
    timedOut: () => (expired ? timeoutDiagnostic(operation, bound) : undefined),
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
    },
  };
}

interface Bound {
  /** The attribute that sets it, null where none does. */
  readonly attribute: string | null;
  readonly text: string;
  readonly milliseconds: number;
}

/** What authors of other frameworks are used to, where nothing is said. A wait without any end hangs a pipeline. */
const USUAL_BOUND: Bound = { attribute: null, text: "20m", milliseconds: 20 * 60_000 };

/** Longest time that a timer can wait for: 2^31 - 1 ms, 24.8 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

function findBound(operation: Bounded, schema: Schema, object: ObjectValue): Bound | undefined {
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

function timeoutDiagnostic(operation: Bounded, { attribute, text }: Bound): Diagnostic {
  const happened = `It was not finished within ${text}. What is known to be done is in the state; what was on its way may be done too.`;
  const summary = `Timeout during ${operation}`;
  if (attribute === null) return diagnostic("error", summary, `${happened} Run it again to go on.`);
  const next = `Run it again to go on, or raise ${attribute}.${operation}.`;
  return diagnostic("error", summary, `${happened} ${next}`, at(attribute, operation));
}
