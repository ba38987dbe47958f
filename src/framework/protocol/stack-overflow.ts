/** Whether an error is a stack overflow. Compares the name, because test runners create errors in another realm. */
export function isStackOverflow(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "RangeError";
}
