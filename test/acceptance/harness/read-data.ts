import { openWorld, type World, type WorldOptions } from "./world";

/** Attribute values of one block. */
export type Values = Readonly<Record<string, unknown>>;

/** What was read of some data blocks. */
export interface DataRead {
  readonly world: World;
  /** The values of one block by its address without "data.dialog360_"; empty where there is none. */
  of(address: string): Values;
}

/** Applies a configuration of data blocks in a world of its own. */
export async function readData(hcl: string, options?: WorldOptions): Promise<DataRead> {
  const world = await openWorld(options);
  await world.workspace.configure(hcl);
  await world.workspace.apply();
  const state = await world.workspace.state();
  return { world, of: (address) => state[`data.dialog360_${address}`] ?? {} };
}
