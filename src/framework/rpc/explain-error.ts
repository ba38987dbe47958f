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
    `${messageOf(error)}\n\nThis is a bug in the provider: please report it, with a log made with TF_LOG_PROVIDER=debug.`,
  );
}

function explainedByProvider(error: unknown, context: Explaining): Diagnostic | undefined {
  try {
    return context.server.provider.explain?.(error);
  } catch (second) {
    logStack("the provider could not explain an error", second, context);
    return undefined;
  }
}

function messageOf(error: unknown): string {
  const message = memberOf(error, "message") ?? error;
  return typeof message === "string" && message !== "" ? message : "Something was thrown that says nothing.";
}

function logStack(message: string, error: unknown, { log, sensitive }: Explaining): void {
  const stack = memberOf(error, "stack");
  const cause = memberOf(error, "cause");
  const lines = [stack, memberOf(cause, "stack")].filter((text) => typeof text === "string");
  const text = lines.length === 0 ? messageOf(error) : lines.join("\ncaused by ");
  if (log.enabled("debug")) log.log("debug", message, { error: sensitive.hide(text) });
}

/** Reads a property without an instanceof check: under a test runner, Node's errors come from another realm. */
function memberOf(error: unknown, name: "name" | "message" | "stack" | "cause"): unknown {
  return typeof error === "object" && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}
