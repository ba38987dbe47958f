import { setMaxListeners } from "node:events";
import { type Diagnostic, diagnostic } from "../diagnostics";
import type { Operation, Schema } from "../schema";
import { tryParseDuration } from "../schema";
import { titles } from "../titles";
import { at, entriesOf, isPlainObject, type ObjectValue } from "../value";

/** The time limit of one operation. */
export interface OperationBound {
  readonly signal: AbortSignal;
  /** The time at which the signal aborts, in milliseconds since 1970. Infinity if there is no limit. */
  readonly deadline: number;
  /** The error for the user if the time has run out, else undefined. */
  timedOut(): Diagnostic | undefined;
  /** Stops the timer. */
  end(): void;
}

/** The operations with a time limit: those on an object, and those that core sends without an object. */
export type Bounded = Operation | "import" | "renew" | "close";

/**
 * Makes the signal of an operation. It aborts at StopProvider and when the time of the object's `timeouts` runs out. If
 * the schema has no `timeouts`, the limit is 20 minutes, or 5 for a plan. A schema can also set no limit.
 */
export function boundOperation(
  operation: Bounded,
  schema: Schema,
  object: ObjectValue,
  stop: AbortSignal,
): OperationBound {
  const bound = findBound(operation, schema, object);
  const controller = new AbortController();
  // An operation may run many tasks in parallel, and each adds a listener.
  setMaxListeners(0, controller.signal);
  const onStop = () => controller.abort(stop.reason);
  if (stop.aborted) onStop();
  stop.addEventListener("abort", onStop, { once: true });
  let expired: Bound | null = null;
  const expire = (reached: Bound) => {
    expired = reached;
    controller.abort(new DOMException(`${operation} took longer than ${reached.text}`, "TimeoutError"));
  };
  const timer = bound === null ? null : setTimeout(expire, bound.milliseconds, bound);
  return {
    signal: controller.signal,
    deadline: bound === null ? Number.POSITIVE_INFINITY : Date.now() + bound.milliseconds,
    timedOut: () => (expired === null ? undefined : timeoutDiagnostic(operation, expired)),
    end: () => {
      if (timer !== null) clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
    },
  };
}

interface Bound {
  /** The attribute that sets the limit; null if none does. */
  readonly attribute: string | null;
  readonly text: string;
  readonly milliseconds: number;
}

/** The default limit, as in other provider frameworks. An operation without a limit could hang a pipeline. */
const USUAL_BOUND: Bound = { attribute: null, text: "20m", milliseconds: 20 * 60_000 };

/** The default limit for a check of a plan. It is shorter: the check only reads, and a person waits for it. */
const USUAL_PLAN_BOUND: Bound = { attribute: null, text: "5m", milliseconds: 5 * 60_000 };

/** The longest delay of a timer: 2^31 - 1 ms, 24.8 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The limit of an operation; null if it has none. */
function findBound(operation: Bounded, schema: Schema, object: ObjectValue): Bound | null {
  for (const [attribute, declared] of entriesOf(schema)) {
    const timeouts = declared.kind === "nested" ? declared.timeouts : null;
    if (timeouts === null) continue;
    const own = object[attribute];
    const configured = isPlainObject(own) ? own[operation] : null;
    const text =
      typeof configured === "string"
        ? configured
        : (timeouts as Readonly<Record<string, string | null>>)[operation];
    if (text === null) return null;
    const milliseconds = text === undefined ? undefined : tryParseDuration(text);
    if (text === undefined || milliseconds === undefined) break;
    return { attribute, text, milliseconds: Math.min(milliseconds, LONGEST_TIMER) };
  }
  return operation === "plan" ? USUAL_PLAN_BOUND : USUAL_BOUND;
}

function timeoutDiagnostic(operation: Bounded, { attribute, text }: Bound): Diagnostic {
  const isPlan = operation === "plan";
  const happened = isPlan
    ? `The provider checks the plan against what it reads over the network. The check was not finished within ${text}. Nothing was changed.`
    : `It was not finished within ${text}. What is known to be done is in the state; what was on its way may be done too.`;
  const again = isPlan ? "Plan again" : "Run it again to go on";
  const summary = titles.timeout(operation);
  if (attribute === null) return diagnostic("error", summary, `${happened} ${again}.`);
  const next = `${again}, or raise ${attribute}.${operation}.`;
  return diagnostic("error", summary, `${happened} ${next}`, at(attribute, operation));
}
