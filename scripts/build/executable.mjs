// Makes the file that Terraform starts: the bundle compiled into Bun, or a launcher where there is no Bun.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { writeAtomically } from "../tools/files.mjs";
import { bunEnvironment } from "./bun.mjs";
import { schemaAnswer } from "./schema-answer.mjs";

/** @typedef {import("./bun.mjs").Bun} Bun */

const NAME = "terraform-provider-dialog360";

const BUN_OPTIONS = [
  "--compile",
  "--minify",
  "--bytecode",
  "--format=cjs",
  // The executable runs in the user's Terraform folder: what lies there is not for it to read.
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
  // Compiles later than Bun would: most plans are over before it pays. With more than 2, plans of a thousand blocks
  // lose.
  "--compile-jit-policy=2",
];

/**
 * @param {{ root: string, bun: Bun, bundle: string }} options
 * @returns {Promise<string[]>} the files made, by path below the root
 */
export async function makeOwnExecutable({ root, bun, bundle }) {
  const file = `dist/${NAME}${process.platform === "win32" ? ".exe" : ""}`;
  await compileExecutable({ root, bun, bundle, file: path.join(root, file) });
  return [file];
}

/**
 * Compiles the bundle into Bun. With a target it is the Bun of another system, whose program is given, so that
 * nothing is downloaded here.
 * @param {{ root: string, bun: Bun, bundle: string, file: string, target?: { name: string, program: string } }} options
 */
export async function compileExecutable({ root, bun, bundle, file, target }) {
  const scratch = await mkdtemp(path.join(root, "build/compile-"));
  const cross =
    target === undefined ? [] : [`--target=${target.name}`, `--compile-executable-path=${target.program}`];
  try {
    const made = path.join(scratch, path.basename(file));
    const program = path.join(scratch, path.basename(bundle));
    await writeFile(program, await withSchemaAnswer(root, bundle));
    const args = ["build", ...BUN_OPTIONS, ...cross, program, "--outfile", made];
    await promisify(execFile)(bun.file, args, { cwd: scratch, env: bunEnvironment });
    await mkdir(path.dirname(file), { recursive: true });
    await rename(made, file);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The bundle's text, with the encoded schemas in front if it asks for them. The npm package, which few start as a
 * provider, goes without them.
 * @param {string} root
 * @param {string} bundle
 */
async function withSchemaAnswer(root, bundle) {
  const code = await readFile(path.join(root, bundle), "utf8");
  if (!code.includes("__SCHEMA_ANSWER__")) return code;
  const answer = JSON.stringify(await schemaAnswer(root));
  return `var __SCHEMA_ANSWER__ = ${answer};\n${code.replace(/^#!.*\n/, "")}`;
}

/**
 * A shell script beside the bundle. Windows starts no script as a provider, so there it cannot be made.
 * @param {{ root: string, code: Uint8Array }} options
 */
export async function writeLauncher({ root, code }) {
  if (process.platform === "win32")
    throw new Error("Windows needs Bun for the executable, and none is installed");
  const files = [
    { file: "dist/provider.cjs", content: code },
    { file: `dist/${NAME}`, content: launcherText("provider.cjs"), mode: 0o755 },
  ];
  for (const { file, content, mode } of files) await writeAtomically(path.join(root, file), content, mode);
  return files.map(({ file }) => file);
}

/**
 * The shell script that runs a bundle lying in its own folder.
 * @param {string} bundle
 */
export function launcherText(bundle) {
  return `#!/bin/sh\nexec node "$(dirname "$0")/${bundle}" "$@"\n`;
}
