/** Whether a reader ran out of stack: by name, since test runners bring errors from another realm. */
export function isStackOverflow(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "RangeError";
}
