import type { Configuration } from "../core/plan";
import type { Switch } from "../switches";
import { declaredSwitches, savedSwitches } from "../tracking-state";
import { addressNow, configurationOf } from "./declared";
import type { Play } from "./play";

/** Where the state has a channel twice: as it is declared, and where it is declared no more. */
export interface Twins {
  /** Objects that are not declared any more. */
  readonly objects: ReadonlySet<string>;
  /** Declared fleets that still have a key which is not declared any more. */
  readonly fleets: ReadonlySet<string>;
}

/** A switch in the state, and whether it is declared there. */
export interface Saved extends Switch {
  /** The address once the moved blocks are followed. */
  readonly now: string;
  readonly stays: boolean;
}

/** The switches in the state, of what is not to be forgotten. */
export function savedOf({ core, declared }: Play): readonly Saved[] {
  const keyOf = (address: string, channelId: string) => `${address} ${channelId}`;
  const wanted = new Set(
    declaredSwitches(configurationOf(declared)).map(({ address, channelId }) => keyOf(address, channelId)),
  );
  return savedSwitches({ core })
    .map((found) => ({ ...found, now: addressNow(declared, found.address) }))
    .filter(({ now }) => !declared.removed.includes(now))
    .map((found) => ({ ...found, stays: wanted.has(keyOf(found.now, found.channelId)) }));
}

/**
 * A handover that failed halfway leaves a channel in the state twice. Destroying the old object, or removing the old
 * key, would switch off what the new one declares, in a run that does not touch the new one.
 */
export function twinsOf(play: Play): Twins {
  const { blocks, fleets } = play.declared;
  const twins = twinsAmong(savedOf(play));
  const declared = twins.filter(({ now }) => now in fleets || now in blocks);
  return {
    objects: new Set(twins.filter((twin) => !declared.includes(twin)).map(({ address }) => address)),
    fleets: new Set(declared.map(({ now }) => now)),
  };
}

/** What the state has of channels that have arrived where they are declared now. */
export function twinsAmong(saved: readonly Saved[]): readonly Saved[] {
  const arrived = new Set(saved.flatMap(({ stays, channelId }) => (stays ? [channelId] : [])));
  return saved.filter(({ stays, channelId }) => !stays && arrived.has(channelId));
}

/** What the pages of both resources say of a channel under two addresses: forget the old one, or let the old fleet keep it. */
export async function withoutTwins(play: Play): Promise<Configuration> {
  const { objects, fleets } = twinsOf(play);
  for (const address of objects) await play.core.forget(address);
  const keeping = Object.entries(play.declared.fleets).map(([address, fleet]) => [
    address,
    fleets.has(address) ? { ...fleet, on_destroy: "keep" } : fleet,
  ]);
  return configurationOf({ ...play.declared, fleets: Object.fromEntries(keeping) });
}
