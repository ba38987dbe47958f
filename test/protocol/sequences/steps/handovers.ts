import { FLEET, TRACKING } from "../../switches";
import { type Block, type Declared, type Fleet, without } from "../declared";
import { declare, type Play } from "../play";
import { withChannels } from "./fleets";
import { drawCommon, freshAddress, one, oneOf, type Step, some } from "./step";

/** The block is taken out of the state, and nothing is switched off. */
function blockToFleet(play: Play): string | undefined {
  return joined(play, (at) => ({ removed: [...play.declared.removed, at] }), "by removed");
}

/** One apply destroys the block and updates, or creates, the fleet. */
function blockToFleetSilently(play: Play): string | undefined {
  return joined(play, () => ({}), "without a word");
}

function joined(play: Play, leave: (at: string) => Partial<Declared>, how: string): string | undefined {
  const chosen = oneOf(play, play.declared.blocks);
  if (chosen === undefined) return undefined;
  const { channel_id, enabled } = chosen.found;
  const { to, fleet } = receiver(play, []);
  const { blocks, fleets } = play.declared;
  declare(play, {
    blocks: without(blocks, chosen.at),
    fleets: { ...fleets, [to]: { ...fleet, channels: { ...fleet.channels, [channel_id]: enabled } } },
    ...leave(chosen.at),
  });
  return `${chosen.at} (${channel_id}) goes into ${to} ${how}`;
}

/** A fleet that takes something over: one that is there, or a new one. */
function receiver(play: Play, but: readonly string[]): { to: string; fleet: Fleet } {
  const others = Object.entries(play.declared.fleets).filter(([at]) => !but.includes(at));
  const found = play.random.below(3) === 0 ? undefined : one(play, others);
  if (found !== undefined) return { to: found[0], fleet: found[1] };
  return { to: freshAddress(play, FLEET), fleet: { channels: {}, ...drawCommon(play) } };
}

/** A key leaves its fleet for a block, in one apply. */
function fleetToBlock(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  const key = chosen && oneOf(play, chosen.found.channels);
  if (chosen === undefined || key === undefined) return undefined;
  const to = freshAddress(play, TRACKING);
  const block: Block = { channel_id: key.at, enabled: key.found, ...drawCommon(play) };
  const { blocks, fleets } = play.declared;
  const left = { ...chosen.found, channels: without(chosen.found.channels, key.at) };
  declare(play, {
    blocks: { ...blocks, [to]: block },
    fleets: withChannels(fleets, chosen.at, left),
  });
  return `${key.at} leaves ${chosen.at} for ${to}: ${JSON.stringify(block)}`;
}

/** Another fleet takes over some keys, or all, in one apply. */
function fleetToFleet(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const ids = new Set(some(play, Object.keys(chosen.found.channels)));
  const { to, fleet } = receiver(play, [chosen.at]);
  const part = (goes: boolean): Record<string, boolean> =>
    Object.fromEntries(Object.entries(chosen.found.channels).filter(([id]) => ids.has(id) === goes));
  const left = withChannels(play.declared.fleets, chosen.at, { ...chosen.found, channels: part(false) });
  declare(play, { fleets: { ...left, [to]: { ...fleet, channels: { ...fleet.channels, ...part(true) } } } });
  return `${[...ids].join(", ")} go from ${chosen.at} to ${to}`;
}

/** Between blocks and fleets. */
export const handovers: readonly Step[] = [blockToFleet, blockToFleetSilently, fleetToBlock, fleetToFleet];
