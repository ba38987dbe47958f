import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";

/** Whether two folders hold the same files with the same bytes; a folder that is not there holds none. */
export async function sameTree(left: string, right: string): Promise<boolean> {
  const [mine, other] = await Promise.all([filesBelow(left), filesBelow(right)]);
  if (mine.join("\n") !== other.join("\n")) return false;
  for (const name of mine) {
    if (!(await sameContent(path.join(left, name), path.join(right, name)))) return false;
  }
  return true;
}

/** The files below a folder by their paths there, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The SHA-256 digest of a file. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

async function sameContent(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(left), stat(right)]);
  if (a.size !== b.size || a.mode !== b.mode) return false;
  const [x, y] = await Promise.all([digestOf(left), digestOf(right)]);
  return x === y;
}
