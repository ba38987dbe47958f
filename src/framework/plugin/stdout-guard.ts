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
 * Keeps stdout for the handshake line, which Terraform expects to be the first: `console.*` and `process.stdout` go to
 * stderr, so to Terraform's log. What writes to file descriptor 1 itself is beyond reach, as is what was printed
 * before this is called.
 */
export function guardStdout(): void {
  // As a getter: to open a stream takes a millisecond, and most processes print nothing.
  Object.defineProperty(process, "stdout", { get: () => process.stderr, configurable: true });
  // Bun's console does not go through process.stdout.
  for (const method of CONSOLE_METHODS) {
    console[method] = (...values: unknown[]) => void process.stderr.write(`${format(...values)}\n`);
  }
}
