// npm start: builds the provider, starts the simulator, and does the main job with the real binary in front of the
// reader's eyes. With --keep the world stays, and three lines say how to go on in it.
import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepareFolder } from "./start/folder.mjs";
import { Steps } from "./start/steps.mjs";
import { messageOf } from "./tools/errors.mjs";
import { changeChannel, channel, simulatorSettings, startSimulator } from "./tools/simulator.mjs";
import { findTerraform } from "./tools/terraform-binary.mjs";

/**
 * @typedef {Pick<Awaited<ReturnType<typeof startSimulator>>, "url" | "pid" | "leave">} Simulator
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const executable = path.join(root, "dist/terraform-provider-dialog360");
/** The field in which this simulator reports tracking. The real hub documents none. */
const FLAG = "ctwa_enabled";
const CHANNELS = ["berlinCH", "hamburgCH", "munichCH"];
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
  build();
  const simulator = await startSimulator(executable, ["--ctwa-field", FLAG], { outlivesUs: keep });
  let folder;
  let left = false;
  try {
    const settings = simulatorSettings(simulator.url);
    const place = await prepareFolder({ root, executable, settings });
    folder = place.folder;
    introduce(simulator.url, settings);
    const steps = new Steps({ binary, ...place });
    // A terminal sends Ctrl-C to the command as well: it ends, the step fails, and all is cleared away below.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => steps.stop());
    await mainJob(steps, simulator.url);
    if (keep) {
      leave(simulator, place, steps.binary);
      left = true;
      return;
    }
    await takeDown(steps, simulator.url);
    summarise(steps.count, started);
  } finally {
    if (!left) await simulator.stop();
    if (!left && folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the build failed.");
}

/**
 * @param {string} url
 * @param {Record<string, string>} settings
 */
function introduce(url, settings) {
  console.log(`\nA simulated 360dialog answers at ${url}. Terraform is pointed at it by the environment:`);
  for (const name of Object.keys(settings)) console.log(`  ${name}`);
  console.log(`This simulator reports the switch in a field "${FLAG}"; the real hub documents no such flag.`);
}

/**
 * @param {Steps} steps
 * @param {string} url
 */
async function mainJob(steps, url) {
  steps.title("Install the provider and switch CTWA tracking on for three numbers");
  await steps.run(["init", "-input=false"]);
  await steps.planChanges();
  await steps.apply();
  await show(url);
  steps.title("Plan again: nothing to do");
  await steps.planNothing();
  steps.title("Somebody switches hamburgCH off in the Partner Hub: the plan shows it, the apply heals it");
  await changeChannel(url, "hamburgCH", { ctwa: false });
  await show(url);
  await steps.planChanges();
  await steps.apply();
  await show(url);
  steps.title("munichCH moves to another client: the switch is sent again under the client that has it now");
  await changeChannel(url, "munichCH", { client_id: "bakeryCL", ctwa: false });
  await show(url);
  await steps.planChanges();
  await steps.apply();
  await show(url);
  await steps.planNothing();
}

/**
 * @param {Steps} steps
 * @param {string} url
 */
async function takeDown(steps, url) {
  steps.title("Destroy: tracking is switched off again");
  await steps.run(["destroy", "-input=false", "-auto-approve"]);
  await show(url);
}

/**
 * The truth, asked of the simulator's store and not of Terraform's state.
 * @param {string} url
 */
async function show(url) {
  const channels = await Promise.all(CHANNELS.map((id) => channel(url, id)));
  const states = channels.map(({ id, client_id, ctwa }) => `${id} (${client_id}) ${ctwa ? "on" : "off"}`);
  console.log(`\nIn the hub now: ${states.join(", ")}\n`);
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
 * @param {number} commands
 * @param {number} started
 */
function summarise(commands, started) {
  console.log(`\nDone in ${Math.round((Date.now() - started) / 1000)} s: ${commands} commands of the real binary, two kinds of drift found and healed,
everything switched off again. "npm start -- --keep" leaves the world running to play with.`);
}
