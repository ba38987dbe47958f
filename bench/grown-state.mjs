// Thousands of separate resources in a state without having applied them one by one: Terraform writes the whole state
// after each, which takes hours for ten thousand. One is applied, and the others are copies of it.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { builtInBlocks, trackedBlocks } from "./configurations.mjs";
import { openFolder } from "./folder.mjs";

/**
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {import("./folder.mjs").Channel} Channel
 * @typedef {{ attributes: Record<string, { type: unknown }> }} Instance of a resource, in the state file
 */

const SMALLEST_WORLD = 24;

/**
 * @template T
 * Opens a folder with that many tracked channels in its state, and one with as many built-in objects; calls `use` with
 * both and with the channels, and closes them.
 * @param {{ executable: string, size: number }} world
 * @param {(grown: { tracked: Folder, builtIn: Folder, count: number }) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withGrown({ executable, size }, use) {
  const tracked = await openFolder({ executable, channels: Math.max(size, SMALLEST_WORLD) });
  const builtIn = await openFolder({ executable, channels: 1 });
  try {
    const channels = (await tracked.channels()).slice(0, size);
    await growState(tracked, channels, { blocks: trackedBlocks, change: asTracked });
    await builtIn.write(builtInBlocks(["one"]));
    await builtIn.terraform("init", "-input=false");
    await growState(builtIn, channels, { blocks: builtInBlocks, change: asBuiltIn });
    return await use({ tracked, builtIn, count: channels.length });
  } finally {
    await tracked.close();
    await builtIn.close();
  }
}

/**
 * Applies the first of many and copies it for all.
 * @param {Folder} folder an open folder
 * @param {Channel[]} things what each copy is about
 * @param {{ blocks: (ids: string[]) => string, change: (instance: Instance, thing: Channel) => object }} how
 */
export async function growState(folder, things, { blocks, change }) {
  const ids = things.map(({ id }) => id);
  await folder.write(blocks(ids.slice(0, 1)));
  await folder.terraform("apply", "-auto-approve");
  const file = path.join(folder.folder, "terraform.tfstate");
  const state = JSON.parse(await readFile(file, "utf8"));
  const [model] = state.resources;
  const [instance] = model.instances;
  state.resources = things.map((thing) => ({
    ...model,
    name: thing.id,
    instances: [{ ...instance, ...change(instance, thing) }],
  }));
  await writeFile(file, JSON.stringify({ ...state, serial: state.serial + 1 }));
  await folder.write(blocks(ids));
}

/**
 * A tracked channel as a copy of another.
 * @param {Instance} instance
 * @param {Channel} channel
 */
export function asTracked({ attributes }, { id, client_id, app_id, phone_number }) {
  const kept = { object: id, sent: [[client_id, null, null, id]] };
  return {
    attributes: { ...attributes, id, channel_id: id, client_id, app_id, phone_number },
    private: Buffer.from(JSON.stringify(kept)).toString("base64"),
  };
}

/**
 * A built-in object as a copy of another.
 * @param {Instance} instance
 * @param {Channel} channel
 */
export function asBuiltIn({ attributes }, { id }) {
  return {
    attributes: {
      ...attributes,
      id,
      input: like(attributes["input"], id),
      output: like(attributes["output"], id),
    },
  };
}

/**
 * The state holds a value of any type together with its type.
 * @param {{ type: unknown } | undefined} typed
 * @param {unknown} value
 */
function like(typed, value) {
  return { value, type: typed?.type };
}
