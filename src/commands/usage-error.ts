import { type ParseArgsConfig, parseArgs } from "node:util";

/** Invalid arguments, which the message names. A command that throws it ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The words of an option that may be given several times, and with commas. */
export function wordsOf(given: readonly string[]): string[] {
  return given.flatMap((list) => list.split(",")).map((word) => word.trim());
}

/** An option whose value is none of its choices. */
export function strangeValue(option: string, value: string, choices: readonly string[]): UsageError {
  return new UsageError(`--${option} takes ${choices.join(", ")}; it is ${JSON.stringify(value)}.`);
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ readonly args: string[]; readonly options: O; readonly allowPositionals: true }>
>;

/** The values of a command's arguments. @throws UsageError for an argument that the command does not have */
export function parseArguments<const O extends Options>(
  argv: readonly string[],
  options: O,
): Parsed<O>["values"] {
  return parse(argv, options, false).values;
}

/** The same, with words that are no options. @throws UsageError for an option that the command does not have */
export function parseCommand<const O extends Options>(argv: readonly string[], options: O): Parsed<O> {
  return parse(argv, options, true);
}

function parse<O extends Options>(argv: readonly string[], options: O, allowPositionals: boolean): Parsed<O> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals }) as Parsed<O>;
  } catch (error) {
    // The first sentence of Node's message names the argument; the rest is advice for other programs.
    const { message } = error as { message: string };
    throw new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}
