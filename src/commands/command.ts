import type { Output } from "./output";

/** The module of a command. */
export interface CommandModule {
  /**
   * Runs with the words that follow the command's own name and gives the exit code.
   * @throws UsageError for invalid arguments
   */
  readonly run: (argv: readonly string[], output: Output) => Promise<number>;
  /** The lines about its options that `COMMAND --help` prints. */
  readonly options: () => string;
}

/** One command of the executable. */
export interface Command {
  /** What a person may type, each with what it does; in 55 columns. */
  readonly uses: readonly (readonly [words: string, does: string])[];
  /** Aliases. */
  readonly aliases: readonly string[];
  /** A sentence or two for `COMMAND --help`. */
  readonly about: string;
  /** Its exit codes, if they differ from those of other commands. */
  readonly exitCodes?: ExitCodes;
  /** Loads the module, only when a person calls the command. */
  readonly load: () => Promise<CommandModule>;
}

/** Exit codes of a command. */
export interface ExitCodes {
  readonly wrongArguments: number;
  readonly meanings: readonly (readonly [code: number, means: string])[];
}

/** Exit codes of commands that list none. */
export const usualExitCodes: ExitCodes = {
  wrongArguments: 2,
  meanings: [
    [0, "done"],
    [1, "failed; the reason is on standard error"],
    [2, "wrong arguments, or no confirmation; nothing was done"],
  ],
};
