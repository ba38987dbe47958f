// A simulated world in a process of its own: how to start it, what points Terraform at it, and a look into its store.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** @typedef {{ id: string, client_id: string, ctwa: boolean }} Channel a channel in the simulator's store, in part */

const READY = /http:\/\/127\.0\.0\.1:\d+/;

/**
 * Starts the simulator of the built executable on a free port. One that outlives us gets no Ctrl-C of ours.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ outlivesUs?: boolean }} options
 */
export async function startSimulator(executable, args, { outlivesUs = false } = {}) {
  const child = spawn(executable, ["simulator", ...args], {
    detached: outlivesUs,
    // Whoever waits for the end of our output would wait for a simulator that shares it.
    stdio: ["ignore", "pipe", outlivesUs ? "ignore" : "inherit"],
  });
  const url = await Promise.race([firstUrl(child.stdout), failed(child)]);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    leave: () => {
      child.stdout.destroy();
      child.unref();
    },
  };
}

/**
 * What a user of the simulator's world sets; with the real hub only the first three.
 * @param {string} url
 */
export function simulatorSettings(url) {
  return {
    DIALOG360_PARTNER_ID: "examplePA",
    DIALOG360_USERNAME: "partner@example.com",
    DIALOG360_PASSWORD: "example-password",
    DIALOG360_HUB_BASE_URL: `${url}/api/v2`,
    DIALOG360_SIGNALS_BASE_URL: `${url}/signals`,
  };
}

/**
 * Changes a channel as somebody in the Partner Hub would: Terraform does not hear of it.
 * @param {string} url
 * @param {string} id
 * @param {object} change
 */
export async function changeChannel(url, id, change) {
  const response = await fetch(`${url}/_simulator/channels/${id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
  });
  if (!response.ok)
    throw new Error(`The simulator refused the change (${response.status}): ${await response.text()}`);
}

/**
 * A channel as it is in the simulator's store.
 * @param {string} url
 * @param {string} id
 * @returns {Promise<Channel>}
 */
export async function channel(url, id) {
  const response = await fetch(`${url}/_simulator/channels/${id}`);
  if (!response.ok) throw new Error(`The simulator has no channel ${id} (${response.status}).`);
  return /** @type {Channel} */ (await response.json());
}

/**
 * Counts the requests to the simulated APIs since the last call, and clears the list of them.
 * @param {string} url
 */
export async function takeRequests(url) {
  const response = await fetch(`${url}/_simulator/requests`);
  if (!response.ok) throw new Error(`The simulator does not list its requests (${response.status}).`);
  const requests = /** @type {unknown[]} */ (await response.json());
  await fetch(`${url}/_simulator/requests`, { method: "DELETE" });
  return requests.length;
}

/**
 * @param {import("node:stream").Readable} stdout
 * @returns {Promise<string>}
 */
async function firstUrl(stdout) {
  let text = "";
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const match = READY.exec(text);
    if (match !== null) return match[0];
  }
  throw new Error("The simulator ended before it said where it listens.");
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<never>}
 */
async function failed(child) {
  const [error] = await once(child, "error");
  throw error;
}
