// Writes an archive, and notes what the lists of a release say about it.
import path from "node:path";
import { writeAtomically } from "../tools/files.mjs";
import { packageHash, sha256 } from "./digests.mjs";
import { zip } from "./zip.mjs";

/** Every file that carries the version begins with this. */
export const NAME = "terraform-provider-dialog360_";

/**
 * @typedef {object} Archive
 * @property {string} platform such as "linux_amd64"
 * @property {string} name of the file
 * @property {number} size in bytes
 * @property {string} sha256 of the file, in hexadecimal
 * @property {string} hash of what it holds, as lock files write it
 */

/**
 * @param {string} folder
 * @param {{ platform: string, version: string }} of
 * @param {readonly { name: string, mode: number, content: Uint8Array }[]} entries
 * @returns {Promise<Archive>}
 */
export async function writeArchive(folder, { platform, version }, entries) {
  const content = await zip([...entries]);
  const name = `${NAME}${version}_${platform}.zip`;
  await writeAtomically(path.join(folder, name), content);
  return { platform, name, size: content.length, sha256: sha256(content), hash: packageHash(entries) };
}
