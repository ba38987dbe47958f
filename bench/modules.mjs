// Load time of each module before the handshake line. The bundle has no separate modules, so the sources are compiled
// one by one and loaded by Node. The time of a module does not include the modules that it loads.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundleOptions } from "../scripts/build/bundle.mjs";
import { readTree } from "../scripts/tools/files.mjs";
import { pluginEnvironment } from "./plugin.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 */

const ROUNDS = 7;
const MOST_ROWS = 12;

/**
 * @param {string} root
 * @returns rows for the table: the modules that cost most, and the sum of all
 */
export async function moduleRows(root) {
  // Beside node_modules, where the messages find what they need.
  const folder = await mkdtemp(path.join(root, "build/bench-modules-"));
  try {
    await compile(root, folder);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await loadTimes(root, folder));
    return rowsOf(leastOf(runs));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function compile(root, folder) {
  const sources = [...(await readTree(path.join(root, "src"))).keys()].filter((file) => file.endsWith(".ts"));
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const { define, platform, target, format } = bundleOptions(version);
  const { __VERSION__ } = define;
  await build({
    entryPoints: sources.map((file) => path.join(root, "src", file)),
    outdir: folder,
    outbase: path.join(root, "src"),
    define: { __VERSION__ },
    // Node finds no file without its ending by import().
    supported: { "dynamic-import": false },
    ...{ platform, target, format },
  });
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<Record<string, number>>}
 */
async function loadTimes(root, folder) {
  const args = ["--require", path.join(root, "bench/modules/note.cjs"), path.join(folder, "main.js")];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: pluginEnvironment });
  return Object.fromEntries(
    Object.entries(JSON.parse(stdout)).map(([file, time]) => [
      file.replace(`${folder}${path.sep}`, "src/"),
      time,
    ]),
  );
}

/**
 * The least of several runs is the one that was disturbed least.
 * @param {Record<string, number>[]} runs
 * @returns {Record<string, number>}
 */
function leastOf(runs) {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, Math.min(...runs.map((run) => run[name] ?? Infinity))]),
  );
}

/**
 * @param {Record<string, number>} times
 * @returns {Row[]}
 */
function rowsOf(times) {
  const sorted = Object.entries(times).sort(([, a], [, b]) => b - a);
  const sum = sorted.reduce((total, [, time]) => total + time, 0);
  return [
    {
      what: `${sorted.length} modules before the handshake line, loaded one by one by Node`,
      unit: "ms",
      median: sum,
    },
    ...sorted.slice(0, MOST_ROWS).map(([name, median]) => ({ what: `  ${name}`, unit: "ms", median })),
  ];
}
