import { lstatSync, mkdirSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { failureReason } from "./failure-reason";

/** Options of {@link writeFiles}. */
export interface WriteOptions {
  /** Whether files that exist are replaced. */
  readonly force: boolean;
}

/**
 * Writes files whole or not at all: each is written under another name first, and no name is changed before all are
 * written. It is synchronous, so that Ctrl-C cannot come between. Missing folders are made.
 * @param files content by path
 * @throws Error that names the file and the reason; nothing is left behind then
 */
export function writeFiles(files: ReadonlyMap<string, string>, { force }: WriteOptions): void {
  for (const file of files.keys()) refuseTarget(file, force);
  const unfinished = new Map([...files.keys()].map((file) => [file, `${file}.unfinished-${process.pid}`]));
  const folders: string[] = [];
  let current = "";
  try {
    for (const [file, text] of files) {
      current = file;
      const made = mkdirSync(path.dirname(file), { recursive: true });
      if (made !== undefined) folders.push(made);
      writeFileSync(unfinished.get(file) as string, text, { flag: "wx" });
    }
    for (const [file, temporary] of unfinished) {
      current = file;
      renameSync(temporary, file);
    }
  } catch (error) {
    for (const temporary of unfinished.values()) rmSync(temporary, { force: true });
    for (const folder of folders.reverse()) removeFolder(folder);
    throw failure(current, error);
  }
}

function refuseTarget(file: string, force: boolean): void {
  const found = tryStat(file);
  if (found === undefined) return;
  if (!found.isFile()) throw new Error(`cannot write ${file}: it is no regular file. Choose another --out.`);
  if (!force) {
    throw new Error(
      `${file} exists already; nothing was written. --force replaces it, --out chooses another place.`,
    );
  }
}

/** Also finds a link that leads nowhere. */
function tryStat(file: string): Stats | undefined {
  const options = { throwIfNoEntry: false } as const;
  try {
    return statSync(file, options) ?? lstatSync(file, options);
  } catch (error) {
    throw failure(file, error);
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The reason of the failure is reported, not this.
  }
}

function failure(file: string, error: unknown): Error {
  return new Error(`cannot write ${file}: ${failureReason(error)}. --out chooses another place.`, {
    cause: error,
  });
}
