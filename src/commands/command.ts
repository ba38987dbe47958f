import type { Output } from "./output";

/** What a command's module holds. */
export interface CommandModule {
  /**
   * Runs with the words that follow the command's own name and gives the exit code.
   * @throws UsageError for arguments that make no sense
   */
  readonly run: (argv: readonly string[], output: Output) => Promise<number>;
  /** The lines about its options that `COMMAND --help` prints. */
  readonly options: () => string;
}

/** One command of the executable. */
export interface Command {
  /** What a person may type, each with what it does; in 55 columns. */
  readonly uses: readonly (readonly [words: string, does: string])[];
  /** Other words that mean it. */
  readonly aliases: readonly string[];
  /** A sentence or two for `COMMAND --help`. */
  readonly about: string;
  /** How it ends, where it does not end like every other command. */
  readonly exitCodes?: ExitCodes;
  /** Loaded when the command is asked for, so that none waits for another's packages. */
  readonly load: () => Promise<CommandModule>;
}

/** How a command may end. */
export interface ExitCodes {
  readonly wrongArguments: number;
  readonly meanings: readonly (readonly [code: number, means: string])[];
}

/** How a command ends that does not say otherwise. */
export const usualExitCodes: ExitCodes = {
  wrongArguments: 2,
  meanings: [
    [0, "done"],
    [1, "failed; the reason is on standard error"],
    [2, "wrong arguments, or a confirmation that is missing; nothing was done"],
  ],
};
