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

/** Sends console.* to the log: after the handshake line the host drops whatever stdout gets. */
export function redirectConsole(log: PluginLog): void {
  for (const [method, level] of Object.entries(CONSOLE_LEVELS)) {
    console[method as keyof typeof CONSOLE_LEVELS] = (...values: unknown[]) => log(level, format(...values));
  }
}

/** Logs what nobody caught and goes on serving: other calls of the host may still be running. */
export function surviveCrashes(log: PluginLog): void {
  process.on("uncaughtException", (error) => log("error", "uncaught exception", describe(error)));
  process.on("unhandledRejection", (reason) => log("error", "unhandled rejection", describe(reason)));
}

/**
 * Ignores the signals that a terminal sends to the whole process group, and ends on SIGTERM.
 * On Ctrl-C the host itself asks the plugin to stop; and under `nohup` the host lives on after SIGHUP,
 * which Node would otherwise die of.
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
