// Reads and writes files the way the build steps need it: whole trees, and never a half-written file.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Every file below a folder as text, by its path with forward slashes. A missing folder is empty.
 * @param {string} folder
 * @returns {Promise<Map<string, string>>}
 */
export async function readTree(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  /** @type {(file: string) => Promise<[string, string]>} */
  const read = async (file) => [toSlashes(path.relative(folder, file)), await readFile(file, "utf8")];
  return new Map(await Promise.all(files.sort().map(read)));
}

/**
 * Writes a file by renaming, so that a reader sees the old content or the new, never a part.
 * @param {string} file
 * @param {string | Uint8Array} content
 * @param {number} [mode]
 */
export async function writeAtomically(file, content, mode) {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, content, mode === undefined ? {} : { mode });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @param {string} file */
function toSlashes(file) {
  return file.split(path.sep).join("/");
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {import("node:fs").Dirent[]}
 */
function ignoreMissing(error) {
  if (error.code === "ENOENT") return [];
  throw error;
}
