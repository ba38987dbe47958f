import path from "node:path";
import { parseArgs } from "node:util";
import { version } from "../version";
import { devOverrides, mirrorSettings, requiredProviders } from "./install-text";
import { implicitMirror, mirrorFolders } from "./mirror";
import { type Placed, placeProgram } from "./place-program";
import { executableFolder, runningProgram } from "./running-program";
import { usage } from "./usage";

/**
 * Copies the running program into a filesystem mirror, for Terraform and OpenTofu, and prints what to write next.
 * @throws with a message for people, when arguments are wrong or a file cannot be written
 */
export async function installCommand(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      mirror: { type: "string" },
      "dev-overrides": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (values.mirror !== undefined && values["dev-overrides"] === true) {
    throw new Error(
      "--mirror says where to copy the program, --dev-overrides copies nothing: give one of them.",
    );
  }
  const lines = values["dev-overrides"] === true ? await override() : await install(values.mirror);
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

async function override(): Promise<string[]> {
  const folder = await executableFolder(runningProgram());
  return [
    "Nothing was copied. Put this into a file and name the file in TF_CLI_CONFIG_FILE, or into ~/.terraformrc",
    "(OpenTofu: ~/.tofurc). Terraform then starts the program in this folder, whatever version is asked for,",
    'and "terraform init" is neither needed nor able to find it:',
    "",
    devOverrides(folder),
  ];
}

async function install(mirror: string | undefined): Promise<string[]> {
  if (mirror === "")
    throw new Error("--mirror needs a folder; an empty text (an unset variable?) names none.");
  const implicit = implicitMirror(process.platform, process.env);
  const chosen = mirror === undefined ? implicit : path.resolve(mirror);
  const folders = mirrorFolders(chosen, version, process.platform, process.arch);
  const placed = await placeProgram(runningProgram(), folders, version);
  const settings = chosen === implicit ? [] : mirrorSettings(chosen);
  return [
    ...placed.flatMap(report),
    "",
    ...settings,
    "Name it in a configuration and run init:",
    "",
    requiredProviders,
  ];
}

function report({ file, outcome }: Placed): string[] {
  if (outcome === "present") return [`${file}: already there`];
  if (outcome === "new") return [`${file}: installed`];
  return [
    `${file}: replaced another build of the same version`,
    '  Configurations that used that one need their lock renewed: "terraform init -upgrade".',
  ];
}
