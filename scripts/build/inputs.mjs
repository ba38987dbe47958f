// Tells whether a build would make again what is already there.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readTree, writeAtomically } from "../tools/files.mjs";

const STAMP = "build/stamp.json";
const FILES = ["package.json", "package-lock.json", "scripts/build.mjs"];
const FOLDERS = [
  "src",
  "lib",
  "packages",
  "examples/cdktf",
  "examples/cdktn",
  "scripts/build",
  "scripts/tools",
];

/**
 * A digest of everything a build depends on: sources, build scripts, locked versions, system.
 * @param {string} root
 */
export async function digestInputs(root) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of FILES) hash.update(`${file}\n`).update(await readFile(path.join(root, file)));
  for (const folder of FOLDERS) {
    for (const [file, text] of await readTree(path.join(root, folder)))
      hash.update(`${folder}/${file}\n${text}`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} digest
 * @returns {Promise<Record<string, number> | undefined>} sizes by file, if a build of these inputs is still there
 */
export async function earlierBuild(root, digest) {
  const stamp = await readFile(path.join(root, STAMP), "utf8")
    .then((text) => JSON.parse(text))
    .catch(() => undefined);
  if (stamp?.digest !== digest) return undefined;
  const present = await sizes(root, Object.keys(stamp.files)).catch(() => undefined);
  return JSON.stringify(present) === JSON.stringify(stamp.files) ? present : undefined;
}

/**
 * Remembers what was built from which inputs.
 * @param {string} root
 * @param {string} digest
 * @param {readonly string[]} files
 */
export async function rememberBuild(root, digest, files) {
  const stamp = { digest, files: await sizes(root, files) };
  await writeAtomically(path.join(root, STAMP), `${JSON.stringify(stamp, null, 2)}\n`);
  return stamp.files;
}

/**
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {Promise<Record<string, number>>}
 */
async function sizes(root, files) {
  const found = await Promise.all(files.map((file) => stat(path.join(root, file))));
  return Object.fromEntries(files.map((file, index) => [file, found[index]?.size ?? 0]));
}
