// Builds the provider: the bundle in build/, and from it the executable in dist/ that Terraform starts; and the
// entry points of the npm package in build/cdktf and build/cdktn; and the npm package of the framework in
// build/tf-provider-framework.
// Does nothing when sources, versions and results are those of the last build; --force builds anyway.
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBun } from "./build/bun.mjs";
import { bundle } from "./build/bundle.mjs";
import { makeOwnExecutable, writeLauncher } from "./build/executable.mjs";
import { makeFrameworkPackage } from "./build/framework-package.mjs";
import { digestInputs, earlierBuild, rememberBuild } from "./build/inputs.mjs";
import { compileLibrary } from "./build/library/compile.mjs";
import { thirdPartyNotices } from "./build/notices.mjs";
import { refuseUnknownArguments } from "./tools/arguments.mjs";
import { messageOf } from "./tools/errors.mjs";
import { writeAtomically } from "./tools/files.mjs";

refuseUnknownArguments("--force");

const BUNDLE = "build/terraform-provider-dialog360.cjs";
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

try {
  await main();
} catch (error) {
  console.error(`The build failed: ${messageOf(error)}`);
  process.exitCode = 1;
}

async function main() {
  await mkdir(path.join(root, "build"), { recursive: true });
  const digest = await digestInputs(root);
  const earlier = process.argv.includes("--force") ? undefined : await earlierBuild(root, digest);
  if (earlier !== undefined) return print("Up to date:", earlier);
  const made = await Promise.all([makeProvider(), makeLibrary(), makeFramework()]);
  print("Built:", await rememberBuild(root, digest, made.flat()));
}

async function makeProvider() {
  return [...(await makeBundle()), ...(await makeExecutable())];
}

async function makeLibrary() {
  return existsSync(path.join(root, "lib")) ? await compileLibrary(root) : [];
}

async function makeFramework() {
  return await makeFrameworkPackage({ root });
}

async function makeBundle() {
  const { code, metafile } = await bundle({ root, version: await ownVersion() });
  const contents = {
    [BUNDLE]: code,
    "build/meta.json": JSON.stringify(metafile),
    "build/THIRD-PARTY-NOTICES.txt": await thirdPartyNotices(root, metafile),
  };
  for (const [file, content] of Object.entries(contents))
    await writeAtomically(path.join(root, file), content);
  return Object.keys(contents);
}

async function ownVersion() {
  return JSON.parse(await readFile(path.join(root, "package.json"), "utf8")).version;
}

async function makeExecutable() {
  const bun = await findBun(path.join(root, "node_modules"));
  if (bun !== undefined) return makeOwnExecutable({ root, bun, bundle: BUNDLE });
  console.log(
    "No Bun for this system is installed: making a launcher that needs node on PATH, and starts slower.",
  );
  return writeLauncher({ root, code: await readFile(path.join(root, BUNDLE)) });
}

/**
 * @param {string} title
 * @param {Record<string, number>} files
 */
function print(title, files) {
  console.log(title);
  const sizes = new Map();
  for (const [file, size] of Object.entries(files)) {
    const name = file.replace(/^(build\/(?:examples\/)?[\w-]+\/).*/, "$1");
    sizes.set(name, (sizes.get(name) ?? 0) + size);
  }
  for (const [name, size] of sizes) console.log(`  ${readable(size).padStart(9)}  ${name}`);
}

/** @param {number} bytes */
function readable(bytes) {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
