// The licences of what others wrote and the bundle carries, found by the bundler's list of inputs.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const RUNTIME = `The executable also carries the Bun runtime, MIT with parts under other licences:
https://bun.com/docs/project/license`;

const NO_TEXT =
  "The package names its licence and carries no text of it. The texts are at https://spdx.org/licenses/.";

/**
 * @param {string} root
 * @param {import("esbuild").Metafile} metafile
 * @param {{ withRuntime?: boolean }} [options] whether the bundle goes into an executable; by default it does
 * @returns {Promise<string>} one section per package, in order of name
 */
export async function thirdPartyNotices(root, metafile, { withRuntime = true } = {}) {
  const folders = bundledPackages(metafile);
  const sections = await Promise.all(folders.map((folder) => describe(path.join(root, folder))));
  return `${[...(withRuntime ? [RUNTIME] : []), ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/**
 * @param {Pick<import("esbuild").Metafile, "inputs">} metafile
 * @returns {string[]} the folders in node_modules of the packages that the bundle carries, sorted
 */
export function bundledPackages({ inputs }) {
  return [...new Set(Object.keys(inputs).flatMap(packageFolder))].sort();
}

/** @param {string} input */
function packageFolder(input) {
  const found = /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/.exec(input);
  return found === null ? [] : [found[0]];
}

/** @param {string} folder */
async function describe(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  if (texts.length === 0) texts.push(NO_TEXT);
  return [`${name} ${version} (${license ?? "no licence named"})`, ...texts.map((text) => text.trim())].join(
    "\n\n",
  );
}
