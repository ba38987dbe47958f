// Finds the binary that scripts and tests run: what TERRAFORM_BINARY names, else terraform, else tofu on PATH.
//
// ready.mjs uses this file, so its syntax is that of Node 12.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix
import { accessSync, constants, statSync } from "fs";
import path from "path";

// biome-ignore-end lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix

/** Either does. The first that is on PATH is taken. */
const PROGRAMS = ["terraform", "tofu"];

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} a path or a name on PATH that can be started; undefined if there is none
 */
export function findTerraform(env) {
  const named = env["TERRAFORM_BINARY"];
  if (!named) return PROGRAMS.find((program) => isOnPath(program, env));
  // A relative path would mean another file in each folder that the binary runs in.
  if (/[\\/]/.test(named)) return isExecutable(path.resolve(named)) ? path.resolve(named) : undefined;
  return isOnPath(named, env) ? named : undefined;
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether a folder of PATH holds it, and it may be run
 */
export function isOnPath(program, env) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  const folders = (env["PATH"] || "").split(path.delimiter).filter(Boolean);
  return folders.some((folder) =>
    endings.some((ending) => isExecutable(path.join(folder, program + ending))),
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
