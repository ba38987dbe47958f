// A folder in which the real binary plans with the built provider, against a simulator of its own.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { simulatorSettings, startSimulator } from "../scripts/tools/simulator.mjs";
import { findTerraform } from "../scripts/tools/terraform-binary.mjs";
import { sampleOf } from "./sample.mjs";

/**
 * @typedef {Awaited<ReturnType<typeof openFolder>>} Folder
 * @typedef {{ id: string, client_id: string, app_id: string, phone_number: string, terminated_at: string | null }} Channel
 */

const run = promisify(execFile);
const binary = findTerraform(process.env) ?? "terraform";
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * Opens one; `close` ends the simulator and removes the folder.
 * @param {{ executable: string, channels: number }} options
 */
export async function openFolder({ executable, channels }) {
  const simulator = await startSimulator(executable, ["--channels", String(channels)]);
  const { url } = simulator;
  const folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-bench-"));
  const rc = path.join(folder, "terraform.rc");
  await writeFile(rc, overrides(path.dirname(executable)));
  const env = { ...process.env, ...simulatorSettings(url), TF_CLI_CONFIG_FILE: rc, CHECKPOINT_DISABLE: "1" };
  return {
    folder,
    /** @param {string} hcl */
    write: (hcl) => writeFile(path.join(folder, "main.tf"), hcl),
    /** @param {string[]} args */
    terraform: (...args) => run(binary, args, { cwd: folder, env, maxBuffer: MOST_OUTPUT }),
    /** @param {string[]} args */
    sample: (...args) => sampleOf({ binary, args, cwd: folder, env }),
    url,
    channels: () => liveChannels(url),
    channelIds: async () => (await liveChannels(url)).map(({ id }) => id),
    requests: async () => /** @type {unknown[]} */ (await (await fetch(`${url}/_simulator/requests`)).json()),
    /**
     * Lets the hub report the tracking state from now on.
     * @param {string} field
     */
    report: async (field) => patch(`${url}/_simulator/options`, { ctwaField: field }),
    forgetRequests: async () => fetch(`${url}/_simulator/requests`, { method: "DELETE" }),
    close: async () => {
      await simulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {string} url
 * @returns {Promise<Channel[]>}
 */
async function liveChannels(url) {
  const response = await fetch(`${url}/_simulator/channels?partner_id=examplePA`);
  return /** @type {Channel[]} */ (await response.json()).filter(isLive);
}

/**
 * @param {string} url
 * @param {object} change
 */
async function patch(url, change) {
  const headers = { "content-type": "application/json" };
  const { ok, status } = await fetch(url, { method: "PATCH", headers, body: JSON.stringify(change) });
  if (!ok) throw new Error(`The simulator refused the change (${status}).`);
}

/**
 * The provider refuses to track a terminated channel.
 * @param {Channel} channel
 */
function isLive({ terminated_at: at }) {
  return at === null || Date.parse(at) > Date.now();
}

/**
 * Terraform and OpenTofu each look for the provider under a host of their own.
 * @param {string} folder
 */
function overrides(folder) {
  const hosts = ["registry.terraform.io", "registry.opentofu.org"];
  const lines = hosts.map((host) => `    "${host}/dialog360/dialog360" = ${JSON.stringify(folder)}\n`);
  return `provider_installation {\n  dev_overrides {\n${lines.join("")}  }\n  direct {}\n}\n`;
}
