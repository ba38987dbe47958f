// The two digests by which a lock file knows an archive.
import { createHash } from "node:crypto";

/** @param {Uint8Array | string} content */
export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Go's Hash1 over the files of a package, as lock files and network mirrors write it.
 * @param {readonly { name: string, content: Uint8Array }[]} entries
 * @returns {string} such as "h1:…="
 */
export function packageHash(entries) {
  const lines = entries.map(({ name, content }) => ({ name, line: `${sha256(content)}  ${name}\n` }));
  lines.sort((a, b) => (a.name < b.name ? -1 : 1));
  const hash = createHash("sha256");
  for (const { line } of lines) hash.update(line);
  return `h1:${hash.digest("base64")}`;
}
