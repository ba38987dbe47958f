// Costs of the npm package: its size, its entry points, and a stack of 1,000 tracked channels from program to plan.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { builtInBlocks } from "./configurations.mjs";
import { openFolder } from "./folder.mjs";
import { inTurn, timed } from "./timing.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./folder.mjs").Folder} Folder
 */

const run = promisify(execFile);
const FRAMEWORKS = /** @type {const} */ (["cdktf", "cdktn"]);
const CHANNELS = 1_000;

/**
 * @param {Place} place
 * @returns rows for the table
 */
export async function library(place) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "dialog360-bench-library-"));
  try {
    return [
      await tarball(place, scratch),
      ...(await entryPoints(place)),
      ...(await synthAndPlan(place, scratch)),
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {Place} place
 * @param {string} scratch
 * @returns {Promise<Row>}
 */
async function tarball({ root }, scratch) {
  const args = ["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch];
  const { stdout } = await run("npm", args, { cwd: root });
  const { size } = await stat(path.join(scratch, stdout.trim().split("\n").at(-1) ?? ""));
  return { what: "packed tarball", unit: "kB", median: size / 1e3, target: 400 };
}

/**
 * @param {Place} place
 * @returns {Promise<Row[]>}
 */
async function entryPoints({ root }) {
  const seen = await inTurn(
    {
      cdktf: () => printed(root, "require.cjs", ["cdktf"]),
      cdktn: () => printed(root, "require.cjs", ["cdktn"]),
    },
    9,
  );
  return FRAMEWORKS.map((framework) => ({
    what: `require of ./${framework}, beyond the framework`,
    unit: "ms",
    ...seen[framework],
    target: 30,
  }));
}

/**
 * @param {Place} place
 * @param {string} scratch
 * @returns {Promise<Row[]>}
 */
async function synthAndPlan({ root, executable }, scratch) {
  const world = { executable, channels: CHANNELS + 50 };
  const tracked = await openFolder(world);
  const builtIn = await openFolder({ executable, channels: 24 });
  try {
    const ids = (await tracked.channelIds()).slice(0, CHANNELS);
    const file = path.join(scratch, "ids.json");
    await writeFile(file, JSON.stringify(ids));
    const rows = [];
    for (const framework of FRAMEWORKS) rows.push(...(await synth(root, scratch, framework, file)));
    await writeFile(path.join(tracked.folder, "cdk.tf.json"), await withoutBackend(scratch));
    await builtIn.write(builtInBlocks(ids));
    await builtIn.terraform("init", "-input=false");
    for (const folder of [tracked, builtIn]) await folder.terraform("apply", "-auto-approve");
    return [...rows, ...(await plan(tracked, builtIn, ids.length))];
  } finally {
    await tracked.close();
    await builtIn.close();
  }
}

/**
 * The whole program, from the start of Node to its end.
 * @param {string} root
 * @param {string} scratch
 * @param {string} framework
 * @param {string} file
 * @returns {Promise<Row[]>}
 */
async function synth(root, scratch, framework, file) {
  const env = { ...process.env, CDKTF_OUTDIR: path.join(scratch, "out") };
  /** @type {number[]} */
  const memory = [];
  const once = () =>
    timed(async () => {
      memory.push(await printed(root, "synth.cjs", [framework, file], env));
    });
  const { seen } = await inTurn({ seen: once }, 3);
  const what = `synth of ${CHANNELS} channels, ${framework}`;
  return [
    { what, unit: "ms", ...seen, target: 3_000 },
    { what: `${what}: memory`, unit: "MB", median: Math.max(...memory), target: 300 },
  ];
}

/**
 * @param {Folder} tracked
 * @param {Folder} builtIn
 * @param {number} count
 * @returns {Promise<Row[]>}
 */
async function plan(tracked, builtIn, count) {
  /** @param {Folder} folder */
  const timedPlan = (folder) => () => timed(() => folder.terraform("plan", "-input=false"));
  const seen = await inTurn({ tracked: timedPlan(tracked), builtIn: timedPlan(builtIn) }, 5);
  return [
    { what: `plan of ${count} terraform_data`, unit: "ms", ...seen.builtIn },
    {
      what: `plan of a synthesised stack of ${count}`,
      unit: "ms",
      ...seen.tracked,
      against: seen.builtIn,
      target: 1.6,
    },
  ];
}

/**
 * With dev_overrides there is no init, and a backend would want one.
 * @param {string} scratch
 */
async function withoutBackend(scratch) {
  const stack = JSON.parse(await readFile(path.join(scratch, "out/stacks/many/cdk.tf.json"), "utf8"));
  delete stack.terraform.backend;
  return JSON.stringify(stack);
}

/**
 * The number that a program prints.
 * @param {string} root
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function printed(root, program, args, env = process.env) {
  const { stdout } = await run(process.execPath, [path.join(root, "bench/library", program), ...args], {
    env,
  });
  return Number(stdout);
}
