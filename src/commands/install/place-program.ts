import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { executableName } from "./executable-name";
import { linksTo, packageFiles, writePackage } from "./package-files";
import type { Program } from "./running-program";
import { sameTree } from "./same-content";
import { writeFailure } from "./write-failure";

/** Result for a folder: created, unchanged, or replaced because its content differed. */
export type Outcome = "new" | "present" | "replaced";

/** Result for the program in one folder. */
export interface Placed {
  readonly folder: string;
  /** The file that Terraform starts. */
  readonly file: string;
  readonly outcome: Outcome;
}

/**
 * Makes each folder hold the program under the name that Terraform looks for, and nothing else. Doing it again
 * changes nothing.
 * @throws naming the folder that could not be written
 */
export async function placeProgram(
  program: Program,
  folders: readonly string[],
  version: string,
): Promise<Placed[]> {
  let files = await packageFiles(program, version);
  const placed: Placed[] = [];
  for (const folder of folders) {
    const outcome = await placeFolder(folder, (unfinished) => writePackage(files, unfinished));
    placed.push({ folder, file: path.join(folder, executableName(process.platform, version)), outcome });
    files = linksTo(folder, files);
  }
  return placed;
}

/** Writes a temporary folder and renames it, so that Terraform never sees files of two builds together. */
async function placeFolder(folder: string, write: (unfinished: string) => Promise<void>): Promise<Outcome> {
  // Terraform takes a folder with one "_" in its name for a platform.
  const sibling = (what: string) => path.join(path.dirname(folder), `.${what}-${process.pid}`);
  const unfinished = sibling("unfinished");
  try {
    await mkdir(unfinished, { recursive: true });
    await write(unfinished);
    if (await sameTree(unfinished, folder)) return "present";
    return await swap(unfinished, folder, sibling("replaced"));
  } catch (error) {
    throw writeFailure(folder, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Node has no call that swaps two folders: between two renames there is none. A failure restores the old one. */
async function swap(unfinished: string, folder: string, aside: string): Promise<Outcome> {
  const wasThere = await rename(folder, aside).then(() => true, isMissing);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (wasThere) await rename(aside, folder);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
  return wasThere ? "replaced" : "new";
}

function isMissing(error: unknown): false {
  if ((error as { code?: string }).code === "ENOENT") return false;
  throw error;
}
