import { TRACKING } from "../../switches";
import { type Block, without } from "../declared";
import { declare, type Play } from "../play";
import { drawCommon, freeChannels, freshAddress, one, oneOf, otherWay, type Step } from "./step";
import { interrupted, queueTrouble } from "./trouble";

/** Declares a channel that is not declared yet. */
export function createBlock(play: Play): string | undefined {
  const channel_id = one(play, freeChannels(play));
  if (channel_id === undefined) return undefined;
  const at = freshAddress(play, TRACKING);
  return put(play, at, { channel_id, enabled: play.random.below(3) > 0, ...drawCommon(play) }, "declare");
}

function update(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.blocks);
  if (chosen === undefined) return undefined;
  const { at, found } = chosen;
  const changed =
    play.random.below(4) === 0
      ? { ...found, on_destroy: otherWay(found.on_destroy) }
      : { ...found, enabled: !found.enabled };
  return put(play, at, changed, "change");
}

function remove(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.blocks);
  if (chosen === undefined) return undefined;
  declare(play, { blocks: without(play.declared.blocks, chosen.at) });
  return `remove ${chosen.at}`;
}

function rename(play: Play): string | undefined {
  return renamed(play, (from, to) => {
    play.declared = { ...play.declared, moved: [...play.declared.moved, { from, to }] };
    return `move ${from} to ${to}`;
  });
}

/** Without a moved block: the same channel is destroyed and created in one apply. */
function renameSilently(play: Play): string | undefined {
  return renamed(play, (from, to) => `rename ${from} to ${to} without a word`);
}

function renamed(play: Play, tell: (from: string, to: string) => string): string | undefined {
  const chosen = oneOf(play, play.declared.blocks);
  if (chosen === undefined) return undefined;
  const to = freshAddress(play, TRACKING);
  declare(play, { blocks: { ...without(play.declared.blocks, chosen.at), [to]: chosen.found } });
  return tell(chosen.at, to);
}

/** The switch of the next apply meets trouble. */
function updateInTrouble(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.blocks);
  if (chosen === undefined) return undefined;
  const enabled = !chosen.found.enabled;
  const words = put(play, chosen.at, { ...chosen.found, enabled }, "turn");
  return `${words}; ${queueTrouble(play, enabled ? "enable_ctwa" : "disable_ctwa", 0)}`;
}

function removeInTrouble(play: Play): string | undefined {
  const removed = remove(play);
  return removed === undefined ? undefined : `${removed}; ${queueTrouble(play, "disable_ctwa", 0)}`;
}

function put(play: Play, at: string, block: Block, verb: string): string {
  declare(play, { blocks: { ...play.declared.blocks, [at]: block } });
  return `${verb} ${at}: ${JSON.stringify(block)}`;
}

/** What stands here twice happens twice as often. */
export const blockSteps: readonly Step[] = [
  ...[createBlock, createBlock, update, update, remove, rename, renameSilently],
  ...[updateInTrouble, updateInTrouble, interrupted(updateInTrouble), removeInTrouble],
];
