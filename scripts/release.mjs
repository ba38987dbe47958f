// npm run release: archives for the registries and for mirrors, with their digests and the registry's manifest, in
// dist/release or what --out names. Words after "npm run release --" choose platforms, such as linux_amd64; without
// any it is all of them, and the sources of the C library that the archives for Linux carry.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findBun } from "./build/bun.mjs";
import { contentsOf } from "./release/contents.mjs";
import { filesOf } from "./release/debian.mjs";
import { glibcSources } from "./release/glibc.mjs";
import { chosenPlatforms } from "./release/platforms.mjs";
import { zip } from "./release/zip.mjs";
import { messageOf } from "./tools/errors.mjs";
import { writeAtomically } from "./tools/files.mjs";

/** @typedef {import("./release/contents.mjs").Release} Release */

const NAME = "terraform-provider-dialog360_";
const MANIFEST = { version: 1, metadata: { protocol_versions: ["6.0"] } };
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`The release failed: ${messageOf(error)}`);
  process.exitCode = 1;
}

/** @param {string[]} args */
async function main(args) {
  const out = /** @type {const} */ ({ type: "string", default: path.join(root, "dist/release") });
  const { values, positionals } = parseArgs({ args, options: { out }, allowPositionals: true });
  const chosen = chosenPlatforms(positionals);
  const release = await prepare(path.resolve(values.out));
  await clear(release);
  const sums = [];
  for (const platform of chosen)
    sums.push(await put(release, `${platform}.zip`, await zip(await contentsOf(platform, release))));
  sums.push(await put(release, "manifest.json", `${JSON.stringify(MANIFEST, null, 2)}\n`));
  await put(release, "SHA256SUMS", sums.join(""));
  if (positionals.length === 0) await putSources(release);
}

/**
 * @param {string} folder
 * @returns {Promise<Release>}
 */
async function prepare(folder) {
  const built = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("the build did not succeed");
  const bun = await findBun(path.join(root, "node_modules"));
  if (bun === undefined) throw new Error("no Bun for this system is installed, and nothing else compiles");
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  return { root, bun, version, folder, bundle: "build/terraform-provider-dialog360.cjs" };
}

/**
 * An earlier release goes; whatever else lies there stays.
 * @param {Release} release
 */
async function clear({ folder }) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(NAME))) await rm(path.join(folder, name));
}

/**
 * @param {Release} release
 * @param {string} ending
 * @param {string | Uint8Array} content
 * @returns {Promise<string>} its line among the digests
 */
async function put({ folder, version }, ending, content) {
  const name = `${NAME}${version}_${ending}`;
  await writeAtomically(path.join(folder, name), content);
  say(path.join(folder, name), Buffer.byteLength(content));
  return `${createHash("sha256").update(content).digest("hex")}  ${name}\n`;
}

/** @param {Release} release */
async function putSources({ folder }) {
  for (const file of await filesOf(await glibcSources(root))) {
    const copy = path.join(folder, path.basename(file));
    await copyFile(file, copy);
    say(copy, (await stat(copy)).size);
  }
}

/**
 * @param {string} file
 * @param {number} bytes
 */
function say(file, bytes) {
  console.log(`${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${path.relative(process.cwd(), file)}`);
}
