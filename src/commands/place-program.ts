import { chmod, copyFile, link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { executableName } from "./executable-name";
import type { Program } from "./running-program";
import { sameContent } from "./same-content";
import { writeFailure } from "./write-failure";

/** What became of one file: put there, found there with the same content, or put over other content. */
export interface Placed {
  readonly file: string;
  readonly outcome: "new" | "present" | "replaced";
}

/** A file to be put somewhere, written under a name of its own first. */
interface Part {
  readonly name: string;
  write(file: string): Promise<void>;
}

const BUNDLE_NAME = "provider.cjs";

/**
 * Puts the program into each folder under the name that Terraform looks for. Doing it again changes nothing.
 * @throws naming the file that could not be written
 */
export async function placeProgram(
  program: Program,
  folders: readonly string[],
  version: string,
): Promise<Placed[]> {
  let parts = partsOf(program, executableName(process.platform, version));
  const placed: Placed[] = [];
  for (const folder of folders) {
    for (const part of parts) placed.push(await place(part, path.join(folder, part.name)));
    parts = parts.map(({ name }) => linkTo(path.join(folder, name), name));
  }
  return placed;
}

/** A bundle comes with a launcher: Terraform starts nothing but executables. Windows starts no script at all. */
function partsOf(program: Program, executable: string): Part[] {
  if (program.kind === "executable") return [copyOf(program.file, executable)];
  if (process.platform === "win32") {
    throw new Error("Windows cannot start a bundle as a provider. Install from the executable instead.");
  }
  const script = `#!/bin/sh\nexec node "$(dirname "$0")/${BUNDLE_NAME}" "$@"\n`;
  const launcher = { name: executable, write: (file: string) => writeFile(file, script, { mode: 0o755 }) };
  return [copyOf(program.file, BUNDLE_NAME), launcher];
}

function copyOf(source: string, name: string): Part {
  return {
    name,
    async write(file) {
      await copyFile(source, file);
      await chmod(file, 0o755);
    },
  };
}

/** A second name for a file just placed, so that a hundred megabytes are on disk once where that is possible. */
function linkTo(placed: string, name: string): Part {
  return { name, write: (file) => link(placed, file).catch(() => copyFile(placed, file)) };
}

/** Writes beside the target and renames: Terraform may look while this runs. */
async function place(part: Part, file: string): Promise<Placed> {
  const unfinished = path.join(path.dirname(file), `.unfinished-${process.pid}-${part.name}`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await part.write(unfinished);
    const present = await sameContent(unfinished, file);
    if (present !== true) await rename(unfinished, file);
    return { file, outcome: present === undefined ? "new" : present ? "present" : "replaced" };
  } catch (error) {
    throw writeFailure(file, error);
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}
