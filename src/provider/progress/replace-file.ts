import { randomBytes } from "node:crypto";
import { lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Replaces a file by a rename, so that a reader sees either the old text or the new one, complete. Only the owner may
 * read the file.
 * @throws an error of the file system, or if the path names something other than a regular file
 */
export function replaceFile(place: string, text: string): void {
  const there = lstatSync(place, { throwIfNoEntry: false });
  // A rename would also replace a device, such as /dev/null, or a link.
  if (there !== undefined && !there.isFile()) throw new Error("it is not a regular file");
  const next = `${place}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    writeFileSync(next, text, { mode: 0o600, flag: "wx" });
    renameSync(next, place);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}
