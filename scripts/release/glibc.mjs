// The C library that lies beside the program on Linux, for systems that have another one or none: Alpine, above
// all, which the official Terraform image is built on. From Debian, at one version whose digests are known.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { fetchFromDebian } from "./debian.mjs";
import { sha256 } from "./digests.mjs";
import { untar } from "./tar.mjs";

/** @typedef {keyof typeof PLACES} Processor Debian's name for one */

const CACHE = "node_modules/.cache/release";
const LICENCE = "/usr/share/common-licenses/LGPL-2.1";
const MOST_OUTPUT = 64 * 1024 * 1024;

/** By Debian's name for a processor. */
const PLACES = {
  amd64: { folder: "lib/x86_64-linux-gnu", loader: "ld-linux-x86-64.so.2" },
  arm64: { folder: "lib/aarch64-linux-gnu", loader: "ld-linux-aarch64.so.1" },
};
/** What Bun's program names as needed. */
const LIBRARIES = ["libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0"];

/**
 * Where a system of Debian's kind has its C library, and what the loader is called.
 * @param {Processor} arch
 */
export function glibcPlace(arch) {
  return PLACES[arch];
}

/**
 * @param {string} root
 * @param {Processor} arch
 * @returns {Promise<{ name: string, mode: number, content: Uint8Array }[]>} loader, libraries and licences
 */
export async function glibcFiles(root, arch) {
  const { folder, loader } = PLACES[arch];
  const files = await unpack(await packageFile(root, arch));
  /** @type {(name: string, mode: number, file?: string) => { name: string, mode: number, content: Uint8Array }} */
  const library = (name, mode, file = `${folder}/${name}`) => {
    const content = files.get(file);
    if (content === undefined) throw new Error(`the package libc6 has no file ${file}`);
    return { name, mode, content };
  };
  return [
    library(loader, 0o755),
    ...LIBRARIES.map((name) => library(name, 0o644)),
    library("glibc-copyright.txt", 0o644, "usr/share/doc/libc6/copyright"),
    { name: "LGPL-2.1.txt", mode: 0o644, content: await readFile(LICENCE) },
  ];
}

/**
 * @param {string} root
 * @returns {Promise<string>} a folder with that library's sources, which whoever passes it on must offer too
 */
export async function glibcSources(root) {
  const { version } = await pinned(root);
  const folder = path.join(root, CACHE, `glibc-${version}-source`);
  if (!existsSync(folder)) await fetchFromDebian(folder, ["source", "--download-only", `glibc=${version}`]);
  return folder;
}

/**
 * @param {string} root
 * @returns {Promise<string>} Debian's version of the library
 */
export async function glibcVersion(root) {
  return (await pinned(root)).version;
}

/**
 * What the notices of a release say about it.
 * @param {string} root
 */
export async function glibcNotice(root) {
  const { version } = await pinned(root);
  return `The folder runtime holds parts of the GNU C Library, unchanged, as Debian built them (package libc6
${version}): used where the system has no such library. It is free software under the GNU Lesser General Public
License 2.1 or later (runtime/LGPL-2.1.txt, runtime/glibc-copyright.txt), and may be replaced by another build.
Its sources are offered beside this archive as glibc_${version.replace(/-.*/, "")}.orig.tar.xz and glibc_${version}.debian.tar.xz.`;
}

/**
 * @param {string} root
 * @returns {Promise<{ version: string, sha256: Record<string, string> }>}
 */
async function pinned(root) {
  return JSON.parse(await readFile(path.join(root, "scripts/release/glibc.json"), "utf8"));
}

/**
 * Once fetched it stays in the cache; whoever has the file from elsewhere can put it there.
 * @param {string} root
 * @param {Processor} arch
 */
async function packageFile(root, arch) {
  const { version, sha256: digests } = await pinned(root);
  const folder = path.join(root, CACHE, `glibc-${version}`);
  const wanted = Object.keys(digests).map((name) => `libc6:${name}=${version}`);
  if (!existsSync(folder)) await fetchFromDebian(folder, ["download", ...wanted]);
  const file = path.join(folder, `libc6_${version}_${arch}.deb`);
  const digest = sha256(await readFile(file));
  if (digest !== digests[arch])
    throw new Error(`${file} is not what scripts/release/glibc.json names: ${digest}`);
  return file;
}

/** @param {string} file */
async function unpack(file) {
  const options = /** @type {const} */ ({ encoding: "buffer", maxBuffer: MOST_OUTPUT });
  const { stdout } = await promisify(execFile)("dpkg-deb", ["--fsys-tarfile", file], options);
  return untar(stdout);
}
