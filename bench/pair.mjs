// Two folders with the same data: one for our provider, one for the built-in terraform_data.
import { access, rm } from "node:fs/promises";
import path from "node:path";
import { changeChannel } from "../scripts/tools/simulator.mjs";
import { openFolder } from "./folder.mjs";
import { asBuiltIn, asTracked, growState } from "./grown-state.mjs";

/**
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {import("./folder.mjs").Channel} Channel
 * @typedef {{ ours: (ids: readonly string[], off?: number) => string, builtIn: (ids: readonly string[], off?: number) => string }} Written
 * @typedef {{ ours: Folder, builtIn: Folder, ids: string[], channels: Channel[], written: Written, grows: boolean }} Pair
 */

const SMALLEST_WORLD = 24;

/**
 * Opens both, calls `use`, and closes them.
 * @template T
 * @param {{ executable: string, size: number, written: Written, grows: boolean }} options grows: states are copied
 *   together where they are needed, since an apply would take minutes
 * @param {(pair: Pair) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPair({ executable, size, written, grows }, use) {
  // Some of the channels are terminated and not declared, so that there are a few less than the size says.
  const ours = await openFolder({ executable, channels: Math.max(SMALLEST_WORLD, size) });
  const builtIn = await openFolder({ executable, channels: 1 });
  try {
    const channels = (await ours.channels()).slice(0, size);
    const ids = channels.map(({ id }) => id);
    const pair = { ours, builtIn, ids, channels, written, grows };
    await declare(pair);
    await builtIn.terraform("init", "-input=false");
    return await use(pair);
  } finally {
    await ours.close();
    await builtIn.close();
  }
}

/**
 * Writes both configurations.
 * @param {Pair} pair
 * @param {number} [off] how many channels are declared off
 */
export async function declare({ ours, builtIn, ids, written }, off = 0) {
  await ours.write(written.ours(ids, off));
  await builtIn.write(written.builtIn(ids, off));
}

/**
 * Lets a folder know of nothing, so that Terraform creates.
 * @param {Folder} folder
 */
export async function forget(folder) {
  await rm(stateOf(folder), { force: true });
}

/**
 * Lets both folders have everything in their states.
 * @param {Pair} pair
 */
export async function haveApplied({ ours, builtIn, channels, written, grows }) {
  for (const [folder, blocks, change] of /** @type {const} */ ([
    [ours, written.ours, asTracked],
    [builtIn, written.builtIn, asBuiltIn],
  ])) {
    if (await exists(stateOf(folder))) continue;
    if (grows) await growState(folder, channels, { blocks, change });
    else await folder.terraform("apply", "-auto-approve", "-input=false");
  }
}

/**
 * Switches some channels off behind Terraform's back, in a hub that reports it; the built-in object has no such thing,
 * so as many of its values change in the configuration.
 * @param {Pair} pair
 * @param {number} count
 */
export async function drift({ ours, builtIn, ids, written }, count) {
  await ours.report("integration.ctwa_enabled");
  await ours.terraform("apply", "-refresh-only", "-auto-approve", "-input=false");
  for (const id of ids.slice(0, count)) await changeChannel(ours.url, id, { ctwa: false });
  await builtIn.write(written.builtIn(ids, count));
}

/** @param {Folder} folder */
function stateOf({ folder }) {
  return path.join(folder, "terraform.tfstate");
}

/** @param {string} file */
async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
