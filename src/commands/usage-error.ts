import { type ParseArgsConfig, parseArgs } from "node:util";

/** Arguments that make no sense; the message says which. A command that throws it ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ readonly args: string[]; readonly options: O }>
>["values"];

/** The values of a command's arguments. @throws UsageError for an argument that the command does not have */
export function parseArguments<const O extends Options>(argv: readonly string[], options: O): Values<O> {
  try {
    return parseArgs({ args: [...argv], options }).values as Values<O>;
  } catch (error) {
    // The first sentence of Node's message names the argument; the rest is advice for other programs.
    const { message } = error as { message: string };
    throw new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}
