// Finds the Bun that was installed as a package, if one came for this system.
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** @typedef {{ file: string, version: string }} Bun a program that starts, and its version */

/** The user's own options for Bun would change what is built, and its cache is outside of this folder. */
export const bunEnvironment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("BUN_"))),
  BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0",
  DO_NOT_TRACK: "1",
};

/**
 * @param {string} modules
 * @returns {Promise<Bun | undefined>} the first program that really starts
 */
export async function findBun(modules) {
  for (const file of await candidates(modules)) {
    const version = await versionOf(file);
    if (version !== undefined) return { file, version };
  }
  return undefined;
}

/**
 * One package per system holds the program; where install scripts ran, it was moved into the package "bun".
 * @param {string} modules
 */
async function candidates(modules) {
  const packages = await readdir(path.join(modules, "@oven")).catch(() => []);
  const program = process.platform === "win32" ? "bun.exe" : "bun";
  const own = packages.sort().map((name) => path.join(modules, "@oven", name, "bin", program));
  return [...own, path.join(modules, "bun/bin/bun.exe")];
}

/** @param {string} file */
async function versionOf(file) {
  const run = promisify(execFile)(file, ["--version"], { env: bunEnvironment, timeout: 20_000 });
  const text = (await run.catch(() => ({ stdout: "" }))).stdout.trim();
  return /^\d+\.\d+\.\d+/.test(text) ? text : undefined;
}
