import { usualExitCodes } from "./command";
import { commandOf, commands } from "./commands";
import type { Output } from "./output";
import { watchStandardOutput } from "./standard-output";
import { UsageError } from "./usage-error";

/**
 * Runs a command of the executable.
 * @param argv the words after the program's name; without any, it prints a description of the program
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[], output: Output = process): Promise<number> {
  if (output === process) watchStandardOutput(process);
  const [word, ...rest] = argv;
  if (word === undefined) return complainWithUsage("", output);
  const found = commandOf(word);
  if (found === undefined) return complainWithUsage(`There is no command "${word}".\n\n`, output);
  const [name, command] = found;
  try {
    const { run, options } = await command.load();
    if (!rest.includes("--help") && !rest.includes("-h")) return await run(rest, output);
    const { commandHelp } = await import("./help");
    output.stdout.write(commandHelp(command, options()));
    return 0;
  } catch (error) {
    const hint = error instanceof UsageError ? ` See ${name} --help.` : "";
    output.stderr.write(`${name}: ${messageOf(error)}${hint}\n`);
    const { wrongArguments } = command.exitCodes ?? usualExitCodes;
    return error instanceof UsageError ? wrongArguments : 1;
  }
}

async function complainWithUsage(reason: string, output: Output): Promise<number> {
  const { usage } = await import("./usage");
  output.stderr.write(`${reason}${usage(commands)}\n`);
  return 2;
}

function messageOf(error: unknown): string {
  const { message } = Object(error) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
}
