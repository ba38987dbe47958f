// Bun for other systems. npm installs the one for this system only; the others are fetched when a release wants
// them, each once, into node_modules/.cache, and held against the lock's digest.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { writeAtomically } from "../tools/files.mjs";
import { npm } from "../tools/npm.mjs";
import { untar } from "./tar.mjs";

const CACHE = "node_modules/.cache/release";

/**
 * @param {string} name a package of @oven, such as "bun-darwin-aarch64"
 * @param {string} root
 * @returns {Promise<string>} the path of Bun's program for that system
 */
export async function runtimeFor(root, name) {
  const program = name.includes("windows") ? "bun.exe" : "bun";
  const installed = path.join(root, "node_modules/@oven", name, "bin", program);
  if (existsSync(installed)) return installed;
  const { version, integrity } = await locked(root, name);
  const file = path.join(root, CACHE, `${name}-${version}`, program);
  if (!existsSync(file)) {
    console.log(`Fetching @oven/${name} ${version} with npm, about 50 MB, into ${CACHE} …`);
    const files = await fetchPackage(`@oven/${name}@${version}`, integrity, path.join(root, "node_modules"));
    const content = files.get(`package/bin/${program}`);
    if (content === undefined) throw new Error(`@oven/${name} has no file bin/${program}`);
    await writeAtomically(file, content, 0o755);
  }
  return file;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<{ version: string, integrity: string }>}
 */
async function locked(root, name) {
  const { packages } = JSON.parse(await readFile(path.join(root, "package-lock.json"), "utf8"));
  const entry = packages[`node_modules/@oven/${name}`];
  if (entry?.integrity === undefined) throw new Error(`package-lock.json has no digest for @oven/${name}`);
  return entry;
}

/**
 * @param {string} spec
 * @param {string} integrity
 * @param {string} folder
 */
async function fetchPackage(spec, integrity, folder) {
  const scratch = await mkdtemp(path.join(folder, ".fetch-"));
  try {
    const { command, args } = npm("pack", spec, "--silent", "--pack-destination", scratch);
    const { stdout } = await promisify(execFile)(command, args, { cwd: scratch });
    const archive = await readFile(path.join(scratch, stdout.trim().split("\n").at(-1) ?? ""));
    checkIntegrity(spec, archive, integrity);
    return untar(gunzipSync(archive));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} spec
 * @param {Buffer} archive
 * @param {string} integrity
 * @throws when an archive is not the one that the lock names
 */
export function checkIntegrity(spec, archive, integrity) {
  const found = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (found !== integrity) throw new Error(`${spec} is not what package-lock.json names: ${found}`);
}
