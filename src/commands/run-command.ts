import { usage } from "./usage";

/** Runs with the words that follow the command's own name and gives an exit code. */
type Command = (argv: readonly string[]) => Promise<number>;

/** Each command is loaded when it is asked for, so that one does not wait for another's packages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  install: async () => (await import("./install")).installCommand,
  simulator: async () => (await import("./simulator")).simulatorCommand,
  version: async () => (await import("./version")).versionCommand,
  help: async () => helpCommand,
};

/** Other ways to ask, as people try them. */
const spellings: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "-help": "help",
  "--version": "version",
  "-v": "version",
  "-version": "version",
};

/**
 * Does what a person asked the executable for.
 * @param argv the words after the program's name; none prints what this program is
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const [word, ...rest] = argv;
  if (word === undefined) return complain(usage);
  const name = Object.hasOwn(spellings, word) ? spellings[word] : word;
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return complain(`There is no command "${word}".\n\n${usage}`);
  try {
    return await (await load())(rest);
  } catch (error) {
    return complain(`${word}: ${messageOf(error)}`);
  }
}

async function helpCommand(): Promise<number> {
  process.stdout.write(`${usage}\n`);
  return 0;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

function messageOf(error: unknown): string {
  const { message } = Object(error) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
}
