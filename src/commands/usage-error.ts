/** Arguments that make no sense; the message says which. A command that throws it ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  /** The first sentence of an error of parseArgs: it names the argument; the rest is advice for other programs. */
  static of(error: unknown): UsageError {
    const { message } = error as { message: string };
    return new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}
