import { version } from "../version";
import { type Command, type CommandModule, usualExitCodes } from "./command";
import { usage } from "./usage";
import { parseArguments } from "./usage-error";
import { wrapped } from "./wrapped";

/** The command `help`, which shows these commands. */
export function helpOf(commands: Readonly<Record<string, Command>>): CommandModule {
  return {
    options: () => "",
    async run(argv, output) {
      parseArguments(argv, {});
      output.stdout.write(`${usage(commands)}\n`);
      return 0;
    },
  };
}

const width = 110;

/** What `COMMAND --help` prints. */
export function commandHelp(command: Command, options: string): string {
  const { uses, about, exitCodes = usualExitCodes } = command;
  return [
    `terraform-provider-dialog360 ${version}`,
    "",
    ...uses.map(([words, does]) => `  terraform-provider-dialog360 ${words}\n      ${does}`),
    "",
    ...wrapped(about, width),
    ...(options === "" ? [] : ["", options]),
    "",
    "Exit codes:",
    ...exitCodes.meanings.map(([code, means]) => `  ${code}  ${means}`),
    "",
  ].join("\n");
}
