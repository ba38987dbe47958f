import { chmod, copyFile, link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { executableName } from "./executable-name";
import { filesBeside } from "./files-beside";
import type { Program } from "./running-program";
import { sameContent } from "./same-content";
import { writeFailure } from "./write-failure";

/** What became of a file: put there, found there with the same content, or put over other content. */
type Outcome = "new" | "present" | "replaced";

/** What became of the program in one folder. */
export interface Placed {
  /** The file that Terraform starts. */
  readonly file: string;
  readonly outcome: Outcome;
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
  const executable = executableName(process.platform, version);
  let parts = await partsOf(program, executable);
  const placed: Placed[] = [];
  for (const folder of folders) {
    const outcomes: Outcome[] = [];
    for (const part of parts) outcomes.push(await place(part, path.join(folder, part.name)));
    placed.push({ file: path.join(folder, executable), outcome: together(outcomes) });
    parts = parts.map(({ name }) => linkTo(path.join(folder, name), name));
  }
  return placed;
}

/** Terraform must not find an executable before what it needs is there: the executable is the last. */
async function partsOf(program: Program, executable: string): Promise<Part[]> {
  if (program.kind === "bundle") return [copyOf(program.file, BUNDLE_NAME), nodeLauncher(executable)];
  const folder = path.dirname(program.file);
  const beside = await filesBeside(program);
  return [
    ...beside.map((name) => copyOf(path.join(folder, name), name)),
    copyOf(program.file, executable, 0o755),
  ];
}

/** Terraform starts nothing but executables, and Windows starts no script at all. */
function nodeLauncher(executable: string): Part {
  if (process.platform === "win32") {
    throw new Error("Windows cannot start a bundle as a provider. Install from the executable instead.");
  }
  const script = `#!/bin/sh\nexec node "$(dirname "$0")/${BUNDLE_NAME}" "$@"\n`;
  return { name: executable, write: (file) => writeFile(file, script, { mode: 0o755 }) };
}

function copyOf(source: string, name: string, mode?: number): Part {
  return {
    name,
    async write(file) {
      await copyFile(source, file);
      if (mode !== undefined) await chmod(file, mode);
    },
  };
}

/** A second name for a file just placed, so that a hundred megabytes are on disk once where that is possible. */
function linkTo(placed: string, name: string): Part {
  return { name, write: (file) => link(placed, file).catch(() => copyFile(placed, file)) };
}

/** Writes beside the target and renames: Terraform may look while this runs. */
async function place(part: Part, file: string): Promise<Outcome> {
  const unfinished = path.join(path.dirname(file), `.unfinished-${process.pid}-${path.basename(file)}`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await part.write(unfinished);
    const present = await sameContent(unfinished, file);
    if (present !== true) await rename(unfinished, file);
    return present === undefined ? "new" : present ? "present" : "replaced";
  } catch (error) {
    throw writeFailure(file, error);
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** One word for all files of a folder: what matters most to whoever uses it. */
function together(outcomes: readonly Outcome[]): Outcome {
  const found = (["replaced", "new"] as const).find((outcome) => outcomes.includes(outcome));
  return found ?? "present";
}
