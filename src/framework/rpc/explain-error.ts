import { type Diagnostic, DiagnosticError, diagnostic } from "../diagnostics";
import type { Logger } from "../logger";
import type { Provider } from "../provider";

/** Turns whatever was thrown into one diagnostic. The stack goes to the log and nowhere else. */
export function explainError(error: unknown, provider: Pick<Provider, "explain">, log: Logger): Diagnostic {
  if (error instanceof DiagnosticError) return error.diagnostic;
  log.log("debug", "an operation threw", { error: stackOf(error) });
  const explained = provider.explain?.(error);
  if (explained !== undefined) return explained;
  if (nameOf(error) === "AbortError") {
    return diagnostic(
      "error",
      "Stopped",
      "Terraform asked the provider to stop, so this operation was not finished. Run it again to go on.",
    );
  }
  return diagnostic(
    "error",
    "Unexpected error in the provider",
    `${messageOf(error)}\n\nThis is a bug in the provider: please report it, with a log made with TF_LOG_PROVIDER=debug.`,
  );
}

/** By name, not by class: errors of Node come from another realm under a test runner. */
function nameOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "name" in error ? error.name : undefined;
}

function messageOf(error: unknown): string {
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return typeof message === "string" && message !== "" ? message : "Something was thrown that says nothing.";
}

function stackOf(error: unknown): string {
  const stack = typeof error === "object" && error !== null && "stack" in error ? error.stack : undefined;
  return typeof stack === "string" ? stack : messageOf(error);
}
