// Installs the locked packages unless node_modules holds them already.
//
// ready.mjs uses this file, so its syntax is that of Node 12.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix
import { spawnSync } from "child_process";
import { createHash } from "crypto";
import { existsSync, readFileSync, writeFileSync } from "fs";
import path from "path";
import { npm } from "../tools/npm.mjs";

// biome-ignore-end lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix

/** Holds the digest of the lock that node_modules was installed from. npm ci removes it with the whole folder. */
const STAMP = "node_modules/.package-lock.digest";
/** npm writes this file at the end of every install. */
const NPM_STAMP = "node_modules/.package-lock.json";
const INSTALL = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
/** The size of one package on disk, on average: the message before an install names the sum. */
const MEGABYTES_PER_PACKAGE = 1.5;

/**
 * Compares a digest of package-lock.json with the one that the last install left. Where they differ, npm is asked
 * whether its own `npm install` or `npm ci` has installed the same packages; only then they are installed again.
 * @param {string} root
 * @returns {string | undefined} what went wrong
 */
export function installPackages(root) {
  const lock = read(root, "package-lock.json");
  if (lock === undefined) return "package-lock.json is missing: this is not a whole clone.";
  const digest = digestOf(lock);
  const isInstalled = existsSync(path.join(root, NPM_STAMP));
  if (isInstalled && read(root, STAMP) === digest) return undefined;
  if (!(isInstalled && isUpToDate(root))) {
    const count = countPackages(lock);
    const megabytes = Math.round((count * MEGABYTES_PER_PACKAGE) / 10) * 10;
    console.log(`Running npm ci: ${count} packages, about ${megabytes} MB on disk.`);
    if (run(root, INSTALL, "inherit").status !== 0)
      return "npm ci failed: its message stands above. Nothing else was done.";
  }
  writeFileSync(path.join(root, STAMP), digest);
  return undefined;
}

/**
 * The system belongs to the digest: packages that were copied from another one do not run here.
 * @param {string} lock
 */
function digestOf(lock) {
  const { platform, arch } = process;
  return createHash("sha256").update(`${platform} ${arch}\n${lock}`).digest("hex");
}

/**
 * Whether npm would neither add nor change a package.
 * @param {string} root
 */
function isUpToDate(root) {
  const { status, stdout } = run(root, [...INSTALL, "--dry-run", "--json", "--offline"], "pipe");
  return status === 0 && /"added": 0\b/.test(String(stdout)) && /"changed": 0\b/.test(String(stdout));
}

/**
 * Without the optional ones, of which only those for this system are installed.
 * @param {string} lock
 */
function countPackages(lock) {
  const { packages } = JSON.parse(lock);
  return Object.keys(packages).filter((place) => place !== "" && !packages[place].optional).length;
}

/**
 * @param {string} root
 * @param {string[]} words
 * @param {"inherit" | "pipe"} output
 */
function run(root, words, output) {
  const { command, args } = npm(...words);
  // Windows starts no .cmd file without a shell.
  const shell = command.endsWith(".cmd");
  return spawnSync(command, args, { cwd: root, shell, stdio: ["ignore", output, output] });
}

/**
 * @param {string} root
 * @param {string} file
 */
function read(root, file) {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return undefined;
  }
}
