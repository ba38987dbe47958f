import { setMaxListeners } from "node:events";
import { type Diagnostic, diagnostic } from "../diagnostics";
import type { Operation, Schema } from "../schema";
import { tryParseDuration } from "../schema";
import { titles } from "../titles";
import { at, entriesOf, isPlainObject, type ObjectValue } from "../value";

/** A bound on one operation. */
export interface OperationBound {
  readonly signal: AbortSignal;
  /** Time at which the signal ends by itself, in milliseconds since 1970; Infinity where it does not. */
  readonly deadline: number;
  /** What to tell the user when the time ran out; undefined while it has not. */
  timedOut(): Diagnostic | undefined;
  /** Stops the clock. */
  end(): void;
}

/** What can be bounded: an operation on an object, or one that has no object at hand. */
export type Bounded = Operation | "import" | "renew" | "close";

/**
 * Bounds an operation by Terraform's wish to stop and by the object's `timeouts`; by 20 minutes where its schema has
 * none, by nothing where the schema says that it may take any time.
 */
export function boundOperation(
  operation: Bounded,
  schema: Schema,
  object: ObjectValue,
  stop: AbortSignal,
): OperationBound {
  const bound = findBound(operation, schema, object);
  const controller = new AbortController();
  // An operation may work on many things side by side, each of which listens.
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
  /** The attribute that sets it, null where none does. */
  readonly attribute: string | null;
  readonly text: string;
  readonly milliseconds: number;
}

/** What authors of other frameworks are used to, where nothing is said. A wait without any end hangs a pipeline. */
const USUAL_BOUND: Bound = { attribute: null, text: "20m", milliseconds: 20 * 60_000 };

/** A check of a plan only reads, and a person waits for it. */
const USUAL_PLAN_BOUND: Bound = { attribute: null, text: "5m", milliseconds: 5 * 60_000 };

/** Longest time that a timer can wait for: 2^31 - 1 ms, 24.8 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** null where the operation may take any time. */
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
