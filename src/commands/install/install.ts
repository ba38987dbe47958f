import { version } from "../../version";
import type { CommandModule } from "../command";
import { parseArguments, UsageError } from "../usage-error";
import { chosenMirror } from "./chosen-mirror";
import { devOverrides, mirrorSettings, renewLock, requiredProviders } from "./install-text";
import { implicitMirror, mirrorFolders, providerFolders, systemName } from "./mirror";
import { writeNetworkMirror } from "./network-mirror";
import { type Outcome, placeProgram } from "./place-program";
import { executableFolder, runningProgram } from "./running-program";

/** The command `install`: copies the running program into a filesystem mirror and prints what to write next. */
export const install: CommandModule = {
  options: () => `Options:
  --mirror DIR     copy it into this mirror instead of the default folder of Terraform and OpenTofu, and write the
                   archive, index.json and VERSION.json of a network mirror
  --dev-overrides  copy nothing, and print the settings that make Terraform start this file
  --help           print this`,
  async run(argv, output) {
    const { mirror, "dev-overrides": overrides } = parseArguments(argv, {
      mirror: { type: "string" },
      "dev-overrides": { type: "boolean" },
    });
    if (mirror !== undefined && overrides === true) {
      throw new UsageError(
        "--mirror copies the program and --dev-overrides does not: give only one of them.",
      );
    }
    const lines = overrides === true ? await override() : await copy(mirror);
    output.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  },
};

async function override(): Promise<string[]> {
  const folder = await executableFolder(runningProgram());
  return [
    "Nothing was copied. Put this into a file and name the file in TF_CLI_CONFIG_FILE, or into ~/.terraformrc",
    "(OpenTofu: ~/.tofurc). Terraform then starts the program in this folder for any required version.",
    'Do not run "terraform init": it does not find the program there.',
    "",
    devOverrides(folder),
  ];
}

async function copy(given: string | undefined): Promise<string[]> {
  const { platform, arch, env } = process;
  const mirror = chosenMirror(given);
  const placed = await placeProgram(
    runningProgram(),
    mirrorFolders(mirror, version, platform, arch),
    version,
  );
  if (given !== undefined) {
    await writeNetworkMirror(providerFolders(mirror), { version, system: systemName(platform, arch) });
  }
  const isReplaced = placed.some(({ outcome }) => outcome === "replaced");
  return [
    ...placed.map(({ file, outcome }) => `${file}: ${words[outcome]}`),
    "",
    ...(isReplaced ? renewLock(mirror) : []),
    ...(mirror === implicitMirror(platform, env) ? [] : mirrorSettings(mirror)),
    "Name it in a configuration and run init:",
    "",
    requiredProviders,
  ];
}

const words: Readonly<Record<Outcome, string>> = {
  new: "installed",
  present: "already there",
  replaced: "replaced another build of the same version",
};
