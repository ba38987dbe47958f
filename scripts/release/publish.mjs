// Puts everything beside the archives that registries and mirrors ask for.
import { link, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../tools/files.mjs";
import { NAME } from "./archive.mjs";
import { sha256 } from "./digests.mjs";
import { mirrorLists } from "./mirror.mjs";
import { ociLayout } from "./oci.mjs";
import { signDigests } from "./signature.mjs";

const OCI = "oci";
const MANIFEST = { version: 1, metadata: { protocol_versions: ["6.0"] } };

/**
 * Writes the registry's manifest, the bill of materials, the digests, their signature where a signer is named, the
 * lists of a network mirror and an OCI layout.
 * @param {string} folder that holds the archives
 * @param {{ version: string, archives: readonly import("./archive.mjs").Archive[], materials: object, signer: import("./signature.mjs").Signer | undefined }} release
 * @returns {Promise<string[]>} the paths of what was written, from the folder on
 */
export async function publish(folder, { version, archives, materials, signer }) {
  const described = {
    [`${NAME}${version}_manifest.json`]: json(MANIFEST),
    [`${NAME}${version}_sbom.cdx.json`]: json(materials),
  };
  const digests = `${NAME}${version}_SHA256SUMS`;
  const files = {
    ...described,
    [digests]: digestLines(archives, described),
    ...mapValues(mirrorLists(version, archives), json),
  };
  await writeAll(folder, files);
  const signature = signer === undefined ? [] : [await signDigests(path.join(folder, digests), signer)];
  await putLayout(folder, version, archives);
  return [...Object.keys(files), ...signature.map((file) => path.basename(file)), `${OCI}/index.json`];
}

/**
 * @param {readonly import("./archive.mjs").Archive[]} archives
 * @param {Readonly<Record<string, string>>} described
 */
function digestLines(archives, described) {
  const digests = [
    ...archives.map(({ name, sha256 }) => [sha256, name]),
    ...Object.entries(described).map(([name, text]) => [sha256(text), name]),
  ];
  return digests.map(([digest, name]) => `${digest}  ${name}\n`).join("");
}

/**
 * The archives become blobs without a second copy.
 * @param {string} folder
 * @param {string} version
 * @param {readonly import("./archive.mjs").Archive[]} archives
 */
async function putLayout(folder, version, archives) {
  const layout = path.join(folder, OCI);
  await rm(layout, { recursive: true, force: true });
  await mkdir(path.join(layout, "blobs/sha256"), { recursive: true });
  const content = ociLayout(version, archives);
  for (const [blob, archive] of Object.entries(content.archives))
    await link(path.join(folder, archive), path.join(layout, blob));
  await writeAll(layout, content.files);
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files
 */
async function writeAll(folder, files) {
  for (const [name, text] of Object.entries(files)) await writeAtomically(path.join(folder, name), text);
}

/** @param {object} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * @param {Readonly<Record<string, object>>} values
 * @param {(value: object) => string} change
 * @returns {Record<string, string>}
 */
function mapValues(values, change) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
