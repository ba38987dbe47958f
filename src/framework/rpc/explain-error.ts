import { type Diagnostic, DiagnosticError, diagnostic } from "../diagnostics";
import { titles } from "../titles";
import type { CallContext } from "./call";

type Explaining = Pick<CallContext, "server" | "log" | "signal" | "sensitive">;

/** Turns a thrown value into one error diagnostic. The stack is written only to the log. */
export function explainError(error: unknown, context: Explaining): Diagnostic {
  logStack("an operation threw", error, context);
  if (error instanceof DiagnosticError) return error.diagnostic;
  const explained = explainedByProvider(error, context);
  if (explained !== undefined) return { ...explained, severity: "error" };
  if (context.signal.aborted && memberOf(error, "name") === "AbortError") {
    return diagnostic(
      "error",
      titles.stopped,
      "Terraform asked the provider to stop, so this operation was not finished. Run it again to go on.",
    );
  }
  return diagnostic(
    "error",
    titles.unexpectedError,
    `${messagesOf(error).join(": ")}\n\n${adviceFor(error)}`,
  );
}

/** Errors that JavaScript itself throws where code is wrong. */
const OF_CODE: ReadonlySet<unknown> = new Set(["TypeError", "ReferenceError"]);

/** An error with a cause comes from outside: fetch reports a refused connection as a TypeError. */
function adviceFor(error: unknown): string {
  const isBug = OF_CODE.has(memberOf(error, "name")) && memberOf(error, "cause") === undefined;
  return isBug
    ? "This is a bug in the provider: please report it, with a log made with TF_LOG_PROVIDER=debug."
    : "TF_LOG_PROVIDER=debug logs where this happened.";
}

function explainedByProvider(error: unknown, context: Explaining): Diagnostic | undefined {
  try {
    return context.server.provider.explain?.(error);
  } catch (second) {
    logStack("the provider could not explain an error", second, context);
    return undefined;
  }
}

const SILENT = "Something was thrown that says nothing.";
/** Limit on a chain of causes, which can be a circle. */
const LONGEST_CHAIN = 8;

/** The messages of an error and its causes, from the outside in. A message that the one before repeats is left out. */
function messagesOf(error: unknown): readonly string[] {
  const texts: string[] = [];
  for (let one = error; one !== undefined && one !== null && texts.length < LONGEST_CHAIN; ) {
    const text = messageOf(one);
    if (text !== SILENT && !texts.at(-1)?.includes(text)) texts.push(text);
    const next = memberOf(one, "cause");
    if (next === one) break;
    one = next;
  }
  return texts.length === 0 ? [SILENT] : texts;
}

/** The message of one error. An error of several failed attempts says nothing itself; its first attempt or its code does. */
function messageOf(error: unknown): string {
  const [attempt] = (memberOf(error, "errors") ?? []) as readonly unknown[];
  const told = [memberOf(error, "message") ?? error, memberOf(attempt, "message"), memberOf(error, "code")];
  return told.find((text): text is string => typeof text === "string" && text !== "") ?? SILENT;
}

function logStack(message: string, error: unknown, { log, sensitive }: Explaining): void {
  const stack = memberOf(error, "stack");
  const cause = memberOf(error, "cause");
  const lines = [stack, memberOf(cause, "stack")].filter((text) => typeof text === "string");
  const text = lines.length === 0 ? messageOf(error) : lines.join("\ncaused by ");
  if (log.enabled("debug")) log.log("debug", message, { error: sensitive.hide(text) });
}

/** Reads a property without an instanceof check: under a test runner, Node's errors come from another realm. */
function memberOf(error: unknown, name: "name" | "message" | "stack" | "cause" | "errors" | "code"): unknown {
  return typeof error === "object" && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}
