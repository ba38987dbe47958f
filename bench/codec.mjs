// How many values per second the codec reads and writes, and its share of a large plan's time.
import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { findBun } from "../scripts/build/bun.mjs";
import { bundleOptions } from "../scripts/build/bundle.mjs";
import { trackedBlocks } from "./configurations.mjs";
import { openFolder } from "./folder.mjs";
import { asTracked, growState } from "./grown-state.mjs";
import { childSeconds } from "./sample.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {{ decoded: number, encoded: number, bytes: number }} Speed per second
 */

const run = promisify(execFile);
const SHAPES = { channel: "object of one tracked channel", fleet: "object of a fleet of 10,000" };

/**
 * @param {Place} place
 * @returns rows for the table
 */
export async function codec(place) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "dialog360-bench-codec-"));
  try {
    return [...(await speeds(place, scratch)), ...(await share(place, scratch))];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {Place} place
 * @param {string} scratch
 */
async function speeds({ root }, scratch) {
  const program = path.join(scratch, "codec.cjs");
  const entryPoints = [path.join(root, "bench/codec/program.ts")];
  await build({ ...bundleOptions("0.0.0"), absWorkingDir: root, entryPoints, outfile: program });
  const bun = await findBun(path.join(root, "node_modules"));
  const runtimes = { ...(bun && { "the executable's runtime": bun.file }), Node: process.execPath };
  const rows = [];
  for (const [name, file] of Object.entries(runtimes)) {
    const seen = JSON.parse((await run(file, [program])).stdout);
    for (const [shape, words] of Object.entries(SHAPES)) rows.push(...speedRows(seen[shape], words, name));
  }
  return rows;
}

/**
 * @param {Speed} speed
 * @param {string} words
 * @param {string} runtime
 * @returns {Row[]}
 */
function speedRows({ decoded, encoded, bytes }, words, runtime) {
  /** @type {(what: string, median: number) => Row} */
  const row = (what, median) => ({ what: `${words}: ${what}, ${runtime}`, unit: "/s", median });
  return [
    row("read", decoded),
    row("written", encoded),
    { what: `${words}: read, ${runtime}`, unit: "MB/s", median: (decoded * bytes) / 1e6 },
  ];
}

/**
 * Processor time of the provider's processes in one plan of separate blocks, compared with that of the whole plan.
 * @param {Place} place
 * @param {string} scratch
 * @returns {Promise<Row[]>}
 */
async function share({ executable }, scratch) {
  if (process.platform === "win32") return [];
  const folder = await openFolder({ executable: await timedProvider(executable, scratch), channels: 1_000 });
  try {
    const ids = await folder.channelIds();
    await growState(folder, await folder.channels(), { blocks: trackedBlocks, change: asTracked });
    await rm(path.join(scratch, "provider.times"));
    const { processor } = await folder.sample("plan", "-input=false");
    const provider = childSeconds(await readFile(path.join(scratch, "provider.times"), "utf8"));
    const all = processor / 1_000;
    return [
      { what: `plan of ${ids.length}: processor time of all processes`, unit: "s", median: all },
      {
        what: `plan of ${ids.length}: processor time of the provider's`,
        unit: "s",
        median: provider,
        against: { median: all },
      },
    ];
  } finally {
    await folder.close();
  }
}

/**
 * A provider that notes, each time it ends, what processor time it took.
 * @param {string} executable
 * @param {string} scratch
 */
async function timedProvider(executable, scratch) {
  const file = path.join(scratch, "provider", path.basename(executable));
  await mkdir(path.dirname(file));
  const log = path.join(scratch, "provider.times");
  await writeFile(
    file,
    `#!/bin/sh\nif [ $# -gt 0 ]; then exec "${executable}" "$@"; fi\ntrap '' INT\n"${executable}"\ntimes >> "${log}"\n`,
  );
  await chmod(file, 0o755);
  return file;
}
