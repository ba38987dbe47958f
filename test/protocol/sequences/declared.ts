import type { Configuration } from "../core/plan";
import { declaredSwitches } from "../tracking-state";

/** What blocks and fleets have in common. */
export interface Common {
  readonly on_destroy: "disable" | "keep";
  readonly reassert_after?: string;
}

/** What one block declares. */
export interface Block extends Common {
  readonly channel_id: string;
  readonly enabled: boolean;
}

/** What one fleet declares, of one channel or more. */
export interface Fleet extends Common {
  readonly channels: Readonly<Record<string, boolean>>;
  readonly client_id?: string;
}

/** What the configuration says at one time; addresses are never given twice. */
export interface Declared {
  readonly blocks: Readonly<Record<string, Block>>;
  readonly fleets: Readonly<Record<string, Fleet>>;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** What is to be forgotten without being destroyed. */
  readonly removed: readonly string[];
}

/** A configuration that says nothing yet. */
export const NOTHING: Declared = { blocks: {}, fleets: {}, moved: [], removed: [] };

/** The same as core has it. */
export function configurationOf({ blocks, fleets, moved, removed }: Declared): Configuration {
  const all = Object.entries({ ...blocks, ...fleets }).map(([at, declared]) => [at, { ...declared }]);
  return { resources: Object.fromEntries(all), moved, removed };
}

/** Ids of all channels that are declared. */
export function channelsIn(declared: Declared): ReadonlySet<string> {
  return new Set(declaredSwitches(configurationOf(declared)).map(({ channelId }) => channelId));
}

/** The address of an object of the state once the moved blocks are followed. */
export function addressNow({ moved }: Declared, address: string): string {
  return moved.reduce((now, { from, to }) => (now === from ? to : now), address);
}

/** All entries but one. */
export function without<T>(entries: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([other]) => other !== name));
}
