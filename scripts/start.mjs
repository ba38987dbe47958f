// npm start: builds the provider, starts the simulator, and does the main job with the real binary in front of the
// reader's eyes. With --keep the world stays, and three lines say how to go on in it.
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepareFolder } from "./start/folder.mjs";
import * as screen from "./start/screen.mjs";
import { Steps } from "./start/steps.mjs";
import { mainJob, takeDown } from "./start/tour.mjs";
import { refuseUnknownArguments } from "./tools/arguments.mjs";
import { messageOf } from "./tools/errors.mjs";
import { runBuild } from "./tools/run-build.mjs";
import { simulatorSettings, startSimulator } from "./tools/simulator.mjs";
import { findTerraform } from "./tools/terraform-binary.mjs";

refuseUnknownArguments("--keep");

/**
 * @typedef {Pick<Awaited<ReturnType<typeof startSimulator>>, "url" | "pid" | "leave">} Simulator
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const executable = path.join(root, "dist/terraform-provider-dialog360");
/** Holds what the demonstration leaves behind: the whole output and the report. */
const KEPT = "build/start";
/** The field in which this simulator reports tracking. The real hub documents none. */
const FLAG = "ctwa_enabled";
const keep = process.argv.includes("--keep");

try {
  await main();
} catch (error) {
  console.error(`\nnpm start stopped: ${messageOf(error)}`);
  process.exitCode = 1;
}

async function main() {
  const started = Date.now();
  const binary = findTerraform(process.env);
  if (binary === undefined) throw new Error("neither terraform nor tofu can be run.");
  if (!runBuild(root, { quiet: true })) throw new Error("the build failed.");
  const log = await emptyLog();
  const simulator = await startSimulator(executable, ["--ctwa-field", FLAG], { outlivesUs: keep });
  let folder;
  let left = false;
  try {
    const settings = simulatorSettings(simulator.url);
    const place = await prepareFolder({ root, executable, settings });
    folder = place.folder;
    introduce(simulator.url);
    const steps = new Steps({ binary, provider: executable, ...place, url: simulator.url, log });
    // A terminal sends Ctrl-C to the command as well: it ends, the step fails, and all is cleared away below.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => steps.stop());
    await mainJob(steps, { ...place, report: path.join(root, KEPT, "report") });
    if (keep) {
      leave(simulator, place, steps.binary);
      left = true;
      return;
    }
    await takeDown(steps);
    summarise(steps, started);
  } finally {
    if (!left) await simulator.stop();
    if (!left && folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function emptyLog() {
  await mkdir(path.join(root, KEPT), { recursive: true });
  const log = path.join(root, KEPT, "terraform.log");
  await writeFile(log, "");
  return log;
}

/** @param {string} url */
function introduce(url) {
  console.log(`A simulated 360dialog answers at ${url}. DIALOG360_… variables point Terraform at it.
This simulator reports the switch in a field "${FLAG}"; the real hub documents no such flag.
Terraform's output is shortened here. ${KEPT}/terraform.log has all of it.`);
}

/**
 * @param {Simulator} simulator
 * @param {{ project: string, folder: string }} place
 * @param {string} binary
 */
function leave(simulator, { project, folder }, binary) {
  simulator.leave();
  console.log(`\nThe world goes on. Type these three lines:

  cd ${project}
  . ./env.sh
  ${binary} plan

Change something behind Terraform's back, in a browser at ${simulator.url}/_simulator/ or with this, and plan again:
  curl -X PATCH ${simulator.url}/_simulator/channels/berlinCH -H 'content-type: application/json' -d '{"ctwa":false}'
When you are done: kill ${simulator.pid} && rm -r ${folder}`);
}

/**
 * @param {Steps} steps
 * @param {number} started
 */
function summarise(steps, started) {
  screen.table(steps.rows);
  console.log(`\nDone in ${Math.round((Date.now() - started) / 1000)} s. Everything is switched off again.
${KEPT}/report.html shows the report in a browser. "npm start -- --keep" leaves simulator and folder to play with.`);
}
