import { format } from "node:util";

const CONSOLE_METHODS = [
  "log",
  "info",
  "debug",
  "dir",
  "table",
  "group",
  "groupCollapsed",
  "dirxml",
] as const;

/**
 * Reserves stdout for the handshake line, which Terraform expects as the first line. `console.*` and `process.stdout`
 * are redirected to stderr, which Terraform logs. Two kinds of output are not redirected: direct writes to file
 * descriptor 1, and whatever was printed before this call.
 */
export function guardStdout(): void {
  // A getter opens stderr only when it is used: opening takes a millisecond, and most processes print nothing.
  Object.defineProperty(process, "stdout", { get: () => process.stderr, configurable: true });
  // Bun's console does not go through process.stdout.
  for (const method of CONSOLE_METHODS) {
    console[method] = (...values: unknown[]) => void process.stderr.write(`${format(...values)}\n`);
  }
}
