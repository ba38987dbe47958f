import type { Command } from "./command";

/** Every command: dispatch, help screen and `COMMAND --help` are made from this table. */
export const commands: Readonly<Record<string, Command>> = {
  install: {
    uses: [
      ["install [--mirror DIR]", "copy this program to Terraform's local providers"],
      ["install --dev-overrides", "print the settings that make Terraform use this file"],
    ],
    aliases: [],
    about:
      "Copies this program into a filesystem mirror for Terraform and OpenTofu. An earlier build of the same version is replaced as a whole.",
    load: async () => (await import("./install/install")).install,
  },
  uninstall: {
    uses: [["uninstall [--mirror DIR]", "remove what install put there"]],
    aliases: [],
    about: "Lists what install has made for this version and platform, asks, and removes it.",
    load: async () => (await import("./install/uninstall")).uninstall,
  },
  adopt: {
    uses: [["adopt [--out DIR]", "write existing channels as configuration"]],
    aliases: [],
    about:
      "Lists the partner's channels, without changing any, and writes them as configuration whose first plan switches nothing.",
    load: async () => (await import("./adopt/adopt")).adopt,
  },
  report: {
    uses: [["report", "compare what is declared with the hub's channels"]],
    aliases: [],
    about:
      "Compares what states, a plan or a file declare with the channels that the hub lists, without Terraform, and writes what differs for people and pipelines.",
    exitCodes: {
      wrongArguments: 1,
      meanings: [
        [0, "done; nothing that --fail-on names was found"],
        [1, "failed, or wrong arguments; the reason is on standard error, and nothing was written"],
        [2, "done; the report shows what --fail-on names, as with plan -detailed-exitcode"],
      ],
    },
    load: async () => (await import("./report/report")).report,
  },
  simulator: {
    uses: [["simulator", "simulate 360dialog's APIs, to try things out"]],
    aliases: [],
    about:
      "Simulates 360dialog's Partner Hub and Signals APIs on this machine, with invented clients and channels. Nothing leaves the machine and nothing is stored. It ends with Ctrl-C.",
    load: async () => (await import("./simulator/simulator")).simulator,
  },
  progress: {
    uses: [["progress FILE", "draw how far an apply is, until it ends"]],
    aliases: [],
    about:
      "Draws the file that progress_path names: a bar on a terminal, lines elsewhere. It waits for a file that is not there yet or that an earlier apply left more than a minute ago, and ends with the apply: with exit code 0 if all was done, else with 1.",
    load: async () => (await import("./progress/progress")).progress,
  },
  serve: {
    uses: [["serve --reattach", "serve in the foreground, for a debugger"]],
    aliases: [],
    about:
      "Serves the provider in this process and prints the value of TF_REATTACH_PROVIDERS. Each terraform that runs with this value connects here, so that a debugger or a log of this process shows what the provider does. There is no TLS: whoever reaches the socket can use the provider. It ends with Ctrl-C, which cuts operations that still run.",
    load: async () => (await import("./serve/serve")).serve,
  },
  version: {
    uses: [["version", "print the version"]],
    aliases: ["--version", "-v", "-version"],
    about: "Prints the version, the platform and the runtime.",
    load: async () => (await import("./version")).version,
  },
  help: {
    uses: [["help", "print this; COMMAND --help tells more"]],
    aliases: ["--help", "-h", "-help"],
    about: "Prints a description of this program and its commands.",
    load: async () => (await import("./help")).helpOf(commands),
  },
};

/** The command that a word means, by its name or an alias. */
export function commandOf(word: string): readonly [name: string, command: Command] | undefined {
  return Object.entries(commands).find(([name, { aliases }]) => name === word || aliases.includes(word));
}
