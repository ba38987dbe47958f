import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { version } from "../../version";
import type { CommandModule } from "../command";
import { parseArguments, UsageError } from "../usage-error";
import { chosenMirror } from "./chosen-mirror";
import { providerFolders, systemName } from "./mirror";
import { filesOfPackage, forgetPackage, type MirroredPackage } from "./network-mirror";
import { writeFailure } from "./write-failure";

/** The command `uninstall`: removes what `install` made for this version and platform. */
export const uninstall: CommandModule = {
  options: () => `Options:
  --mirror DIR  remove it from this mirror instead of the default folder of Terraform and OpenTofu
  --yes         do not ask
  --help        print this`,
  async run(argv, output) {
    const { mirror: given, yes } = parseArguments(argv, {
      mirror: { type: "string" },
      yes: { type: "boolean" },
    });
    const mirror = chosenMirror(given);
    const found = await madeIn(mirror);
    if (found.length === 0) {
      output.stdout.write(`${mirror} holds no version ${version} for this platform. Nothing was removed.\n`);
      return 0;
    }
    output.stdout.write(
      `Of version ${version}, install has made:\n${found.map((file) => `  ${file}\n`).join("")}`,
    );
    if (yes !== true && !(await isConfirmed())) {
      output.stdout.write("Nothing was removed.\n");
      return 0;
    }
    await remove(mirror, found);
    output.stdout.write(
      "Removed. Folders that ran terraform init keep .terraform and .terraform.lock.hcl; remove these by hand.\n",
    );
    return 0;
  },
};

const mine = (): MirroredPackage => ({ version, system: systemName(process.platform, process.arch) });

async function madeIn(mirror: string): Promise<string[]> {
  const found = await Promise.all(
    providerFolders(mirror).map(async (folder) => [
      path.join(folder, version, mine().system),
      ...(await filesOfPackage(folder, mine())),
    ]),
  );
  return found.flat().filter((file) => existsSync(file));
}

async function remove(mirror: string, found: readonly string[]): Promise<void> {
  for (const folder of providerFolders(mirror)) await forgetPackage(folder, mine());
  for (const file of found) {
    await rm(file, { recursive: true, force: true }).catch((error) => {
      throw writeFailure(file, error, "remove");
    });
    await removeEmptyParents(path.dirname(file), mirror);
  }
}

/** Removes folders that have become empty, up to the mirror itself. */
async function removeEmptyParents(folder: string, mirror: string): Promise<void> {
  if (folder === mirror || !folder.startsWith(mirror)) return;
  const isRemoved = await rmdir(folder).then(
    () => true,
    () => !existsSync(folder),
  );
  if (isRemoved) await removeEmptyParents(path.dirname(folder), mirror);
}

/** @throws UsageError if standard input is no terminal */
async function isConfirmed(): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    throw new UsageError(
      "Standard input is not a terminal, so nothing was removed. Give --yes to remove these files.",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question("Remove all of it? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}
