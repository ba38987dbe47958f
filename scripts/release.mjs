// npm run release: archives for the registries and for mirrors, with their digests, the registry's manifest, a bill of
// materials, the lists of a network mirror and an OCI layout, in dist/release or what --out names.
//
// Words after "npm run release --" choose platforms, such as linux_amd64; without any it is all of them, and the
// sources of the C library that the archives for Linux carry. --sign KEY signs the digests with gpg. --version V fails
// unless package.json, CHANGELOG.md and the tag of the commit name that version.
import { copyFile, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findBun } from "./build/bun.mjs";
import { bundledPackages } from "./build/notices.mjs";
import { NAME, writeArchive } from "./release/archive.mjs";
import { billOfMaterials } from "./release/bill-of-materials.mjs";
import { contentsOf } from "./release/contents.mjs";
import { filesOf } from "./release/debian.mjs";
import { glibcSources, glibcVersion } from "./release/glibc.mjs";
import { chosenPlatforms, platforms } from "./release/platforms.mjs";
import { publish } from "./release/publish.mjs";
import { checkedVersion } from "./release/version.mjs";
import { messageOf } from "./tools/errors.mjs";
import { runBuild } from "./tools/run-build.mjs";

/** @typedef {import("./release/contents.mjs").Release} Release */
/** @typedef {import("./release/platforms.mjs").Platform} Platform */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WRONG_ARGUMENT = 2;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`The release failed: ${messageOf(error)}`);
  process.exitCode ??= 1;
}

/** @param {string[]} args */
async function main(args) {
  const { values, chosen, all } = readArguments(args);
  const version = await checkedVersion(root, values.version);
  const release = await prepare(path.resolve(values.out), version);
  await clear(release);
  const archives = [];
  for (const platform of chosen) {
    const archive = await writeArchive(
      release.folder,
      { platform, version },
      await contentsOf(platform, release),
    );
    await say(path.join(release.folder, archive.name));
    archives.push(archive);
  }
  const materials = billOfMaterials(version, await partsOf(chosen));
  const signer = values.sign === undefined ? undefined : { key: values.sign };
  const files = await publish(release.folder, { version, archives, materials, signer });
  for (const file of files) await say(path.join(release.folder, file));
  if (all) await putSources(release);
}

/** @param {string[]} args */
function readArguments(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const out = /** @type {const} */ ({ type: "string", default: path.join(root, "dist/release") });
  try {
    const options = { out, sign: text, version: text };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values, chosen: chosenPlatforms(positionals), all: positionals.length === 0 };
  } catch (error) {
    process.exitCode = WRONG_ARGUMENT;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<Release>}
 */
async function prepare(folder, version) {
  if (!runBuild(root)) throw new Error("the build did not succeed");
  const bun = await findBun(path.join(root, "node_modules"));
  if (bun === undefined) throw new Error("no Bun for this system is installed, and nothing else compiles");
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
 * What the programs are made of.
 * @param {readonly Platform[]} chosen
 */
async function partsOf(chosen) {
  const metafile = await readJson("build/meta.json");
  const packages = await Promise.all(bundledPackages(metafile).map((at) => readJson(`${at}/package.json`)));
  const { version: bun } = await readJson("node_modules/bun/package.json");
  const forLinux = chosen.some((platform) => "debian" in platforms[platform]);
  return { packages, bun, glibc: forLinux ? await glibcVersion(root) : undefined };
}

/** @param {string} file */
async function readJson(file) {
  return JSON.parse(await readFile(path.join(root, file), "utf8"));
}

/** @param {Release} release */
async function putSources({ folder }) {
  for (const file of await filesOf(await glibcSources(root))) {
    const copy = path.join(folder, path.basename(file));
    await copyFile(file, copy);
    await say(copy);
  }
}

/** @param {string} file */
async function say(file) {
  const { size } = await stat(file);
  console.log(`${(size / 1e6).toFixed(1).padStart(6)} MB  ${path.relative(process.cwd(), file)}`);
}
