import { format } from "node:util";
import type { PluginLog, PluginLogLevel } from "./service";

const CONSOLE_LEVELS = {
  trace: "trace",
  debug: "debug",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
} as const satisfies Record<string, PluginLogLevel>;

/** Sends console.* to the log. The host discards what is written to stdout after the handshake line. */
export function redirectConsole(log: PluginLog): void {
  for (const [method, level] of Object.entries(CONSOLE_LEVELS)) {
    console[method as keyof typeof CONSOLE_LEVELS] = (...values: unknown[]) => log(level, format(...values));
  }
}

/** Logs uncaught errors and keeps the process alive: other calls of the host may still be running. */
export function surviveCrashes(log: PluginLog): void {
  process.on("uncaughtException", (error) => log("error", "uncaught exception", describe(error)));
  process.on("unhandledRejection", (reason) => log("error", "unhandled rejection", describe(reason)));
}

/**
 * Ignores the signals that a terminal sends to the whole process group, and calls `terminate` on SIGTERM.
 * On Ctrl-C (SIGINT) the host itself asks the plugin to stop. Under `nohup` the host survives SIGHUP, but Node ends on
 * SIGHUP by default.
 */
export function handleSignals(terminate: () => void): void {
  process.on("SIGINT", () => {});
  process.on("SIGHUP", () => {});
  process.on("SIGTERM", terminate);
}

function describe(error: unknown): Record<string, unknown> {
  const { message, stack } = (error ?? {}) as { message?: unknown; stack?: unknown };
  return { error: typeof message === "string" ? message : String(error), stack };
}
