// The steps that the demonstration shows, from the first switch to the last.
import { changeChannel, channel } from "../tools/simulator.mjs";
import { addConfiguration } from "./folder.mjs";

/** @typedef {import("./steps.mjs").Steps} Steps */

const SHOPS = ["berlinCH", "hamburgCH", "munichCH"];
const FLEET = ["amsterdamCH", "rotterdamCH", "utrechtCH"];

/**
 * @param {Steps} steps
 * @param {{ project: string, report: string }} place `report` is the beginning of the report's files
 */
export async function mainJob(steps, { project, report }) {
  await switchOn(steps);
  await driftOfASwitch(steps);
  await driftOfAClient(steps);
  await fleet(steps, project);
  await adopt(steps, project);
  await compare(steps, report);
}

/** @param {Steps} steps */
async function switchOn(steps) {
  const title = "Install the provider and switch CTWA tracking on for three numbers";
  await steps.step({ title, step: "install, plan, apply" }, async () => {
    await steps.init();
    const result = await steps.planAndApply();
    await show(steps.url, SHOPS);
    await steps.planNothing();
    return result;
  });
}

/** @param {Steps} steps */
async function driftOfASwitch(steps) {
  const title = "Somebody switches hamburgCH off in the Partner Hub: the plan shows it, the apply heals it";
  await changeChannel(steps.url, "hamburgCH", { ctwa: false });
  await steps.step({ title, step: "drift of a switch" }, async () => {
    await show(steps.url, SHOPS);
    const result = await steps.planAndApply();
    await show(steps.url, SHOPS);
    return result;
  });
}

/** @param {Steps} steps */
async function driftOfAClient(steps) {
  const title = "munichCH moves to another client: the switch is sent again under the client that has it now";
  await changeChannel(steps.url, "munichCH", { client_id: "bakeryCL", ctwa: false });
  await steps.step({ title, step: "move to another client" }, async () => {
    await show(steps.url, SHOPS);
    const result = await steps.planAndApply();
    await show(steps.url, SHOPS);
    return result;
  });
}

/**
 * @param {Steps} steps
 * @param {string} project
 */
async function fleet(steps, project) {
  const title = "A fleet: the channels of a client as one object";
  await addConfiguration(project, "fleet.tf");
  await steps.step({ title, step: "fleet of a client" }, async () => {
    const result = await steps.planAndApply();
    await show(steps.url, FLEET);
    return result;
  });
}

/**
 * @param {Steps} steps
 * @param {string} project
 */
async function adopt(steps, project) {
  const title = "An import: viennaCH is on already and is taken over";
  await addConfiguration(project, "import.tf");
  await steps.step({ title, step: "import" }, () => steps.planAndApply());
}

/**
 * @param {Steps} steps
 * @param {string} report
 */
async function compare(steps, report) {
  const title = "A report for people who do not read plans: what is declared, held against the hub";
  await steps.step({ title, step: "report" }, () => steps.report(report));
}

/** @param {Steps} steps */
export async function takeDown(steps) {
  const title = "Destroy: tracking is switched off again";
  await steps.step({ title, step: "destroy" }, async () => {
    const result = await steps.destroy();
    await show(steps.url, [...SHOPS, ...FLEET, "viennaCH"]);
    return result;
  });
}

/**
 * The truth, asked of the simulator's store and not of Terraform's state.
 * @param {string} url
 * @param {readonly string[]} ids
 */
async function show(url, ids) {
  const channels = await Promise.all(ids.map((id) => channel(url, id)));
  const states = channels.map(({ id, client_id, ctwa }) => `${id} (${client_id}) ${ctwa ? "on" : "off"}`);
  console.log(`In the hub now: ${states.join(", ")}`);
}
