// Reads plain files out of a tar archive in memory. Links and folders are left out.

const BLOCK = 512;
const PLAIN_FILE = "0";

/**
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>} contents by name, without a leading "./"
 */
export function untar(archive) {
  const files = new Map();
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(archive, at + 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (text(archive, at + 156, 1) === PLAIN_FILE)
      files.set(text(archive, at, 100).replace(/^\.\//, ""), content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/**
 * @param {Buffer} archive
 * @param {number} start
 * @param {number} length
 */
function text(archive, start, length) {
  return archive.toString("latin1", start, start + length).replace(/\0.*$/s, "");
}
