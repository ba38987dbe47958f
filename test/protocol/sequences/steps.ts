import { troubles } from "../faults/troubles";
import { TRACKING } from "../tracking-state";
import type { Block, Play } from "./play";

/** Does one thing to the configuration, the world or the run to come, and tells what; undefined where there is nothing to do it to. */
export type Step = (play: Play) => string | undefined;

// Few, so that one thing often happens to the same channel after another.
const CHANNELS = ["exampleCH", "berlinCH", "munichCH"];
const CLIENTS = ["exampleCL", "bakeryCL", "cyclesCL"] as const;
const ROUTES = ["token", "channels", "enable_ctwa", "disable_ctwa"] as const;

/** All that can happen between two applies; what stands here twice happens twice as often. */
const steps: readonly Step[] = [
  ...[create, create, update, update, remove, takeBack, takeBack, takeBack],
  ...[rename, renameSilently],
  ...[flip, flip, moveToClient, vanish, comeBack, comeBack, expire],
  ...[trouble, updateInTrouble, updateInTrouble, updateInTrouble, removeInTrouble],
  ...[interrupt, killProvider],
];

/** Takes the next step: one for which there is an occasion. */
export function takeStep(play: Play): string {
  for (;;) {
    const words = one(play, steps)?.(play);
    if (words !== undefined) return words;
  }
}

/** Declares a channel that is not declared yet. */
export function create(play: Play): string | undefined {
  const declared = declaredChannels(play);
  const id = one(
    play,
    CHANNELS.filter((channel) => !declared.has(channel)),
  );
  if (id === undefined) return undefined;
  const at = freshAddress(play);
  const on_destroy = play.random.pick<Block["on_destroy"]>(["disable", "disable", "keep"]);
  play.blocks.set(at, { channel_id: id, enabled: play.random.below(3) > 0, on_destroy });
  return `declare ${at} ${JSON.stringify(play.blocks.get(at))}`;
}

function update(play: Play): string | undefined {
  const found = oneBlock(play);
  if (found === undefined) return undefined;
  const { at, block } = found;
  const changed: Block =
    play.random.below(4) === 0
      ? { ...block, on_destroy: block.on_destroy === "keep" ? "disable" : "keep" }
      : { ...block, enabled: !block.enabled };
  play.blocks.set(at, changed);
  play.before = found;
  return `change ${at} to ${JSON.stringify(changed)}`;
}

function remove(play: Play): string | undefined {
  const found = oneBlock(play);
  if (found === undefined) return undefined;
  play.blocks.delete(found.at);
  play.before = found;
  return `remove ${found.at}`;
}

/** Somebody thinks better of it: the last change or removal is undone. */
function takeBack(play: Play): string | undefined {
  if (play.before === null) return undefined;
  const { at, block } = play.before;
  play.before = null;
  if (!play.blocks.has(at) && declaredChannels(play).has(block.channel_id)) return undefined;
  play.blocks.set(at, block);
  return `take that back: ${at} ${JSON.stringify(block)}`;
}

function rename(play: Play): string | undefined {
  return renamed(play, (from, to) => {
    play.moved.push({ from, to });
    return `move ${from} to ${to}`;
  });
}

/** Without a moved block: the same channel is destroyed and created in one apply. */
function renameSilently(play: Play): string | undefined {
  return renamed(play, (from, to) => `rename ${from} to ${to} without a word`);
}

function renamed(play: Play, tell: (from: string, to: string) => string): string | undefined {
  const found = oneBlock(play);
  if (found === undefined) return undefined;
  const to = freshAddress(play);
  play.blocks.delete(found.at);
  play.blocks.set(to, found.block);
  return tell(found.at, to);
}

/** Behind Terraform's back. Where the hub reports nothing nobody could ever see it, so it is left. */
function flip(play: Play): string | undefined {
  const channel = play.reported ? oneChannel(play) : undefined;
  if (channel === undefined) return undefined;
  play.simulator.control.changeChannel(channel.id, { ctwa: !channel.ctwa });
  return `somebody switches ${channel.id} ${channel.ctwa ? "off" : "on"}`;
}

function moveToClient(play: Play): string | undefined {
  const channel = oneChannel(play);
  if (channel === undefined) return undefined;
  const client_id = play.random.pick(CLIENTS);
  play.simulator.control.changeChannel(channel.id, { client_id });
  return `${channel.id} moves to ${client_id}`;
}

function vanish(play: Play): string | undefined {
  const channel = oneChannel(play);
  if (channel === undefined) return undefined;
  play.simulator.control.removeChannel(channel.id);
  play.vanished.push(channel);
  return `${channel.id} vanishes`;
}

/** The channel that vanished last is there again. */
export function comeBack({ simulator, vanished }: Play): string | undefined {
  const channel = vanished.pop();
  if (channel === undefined) return undefined;
  const { partner_id: _, ...known } = channel;
  simulator.control.addChannel(known);
  return `${channel.id} is there again`;
}

function expire({ simulator }: Play): string {
  simulator.control.revokeTokens();
  return "all tokens expire";
}

function trouble(play: Play): string {
  const { random } = play;
  return queueTrouble(play, random.pick(ROUTES), random.pick([0, 1, 3]));
}

/** The switch of the next apply meets trouble. */
function updateInTrouble(play: Play): string | undefined {
  const found = oneBlock(play);
  if (found === undefined) return undefined;
  const enabled = !found.block.enabled;
  play.blocks.set(found.at, { ...found.block, enabled });
  play.before = found;
  return `turn ${found.at} to ${enabled}; ${queueTrouble(play, enabled ? "enable_ctwa" : "disable_ctwa", 0)}`;
}

function removeInTrouble(play: Play): string | undefined {
  const removed = remove(play);
  return removed === undefined ? undefined : `${removed}; ${queueTrouble(play, "disable_ctwa", 0)}`;
}

function queueTrouble({ random, simulator }: Play, route: (typeof ROUTES)[number], skip: number): string {
  // A slow body takes real time; fault-matrix.test.ts has it.
  const kinds = Object.keys(troubles).filter((kind) => kind !== "a slow body") as [string, ...string[]];
  const kind = random.pick(kinds);
  const given = troubles[kind];
  const applied = random.below(2) === 0 || given?.refused === undefined;
  const fault = route.endsWith("_ctwa") ? (applied ? given?.applied : given?.refused) : given?.fault;
  simulator.control.addFault({ ...fault, route, skip });
  return `${kind} will meet ${route} after ${skip} others: ${JSON.stringify(fault)}`;
}

function interrupt(play: Play): string {
  const left = 1 + play.random.below(8);
  play.alarm = { left, ring: () => void play.core.interrupt() };
  return `Ctrl-C at request ${left} from now`;
}

/**
 * Where the hub reports nothing, what a process that was killed had under way is lost for good:
 * nobody is left to write it down.
 */
function killProvider(play: Play): string | undefined {
  if (!play.reported) return undefined;
  const left = 1 + play.random.below(8);
  play.alarm = { left, ring: () => void play.core.killProvider() };
  return `the provider is killed at request ${left} from now`;
}

function declaredChannels({ blocks }: Play): ReadonlySet<string> {
  return new Set([...blocks.values()].map(({ channel_id }) => channel_id));
}

function freshAddress(play: Play): string {
  play.names += 1;
  return `${TRACKING}.r${play.names}`;
}

function oneBlock(play: Play): { at: string; block: Block } | undefined {
  const found = one(play, [...play.blocks]);
  return found === undefined ? undefined : { at: found[0], block: found[1] };
}

function oneChannel(play: Play) {
  const known = CHANNELS.flatMap((id) => play.simulator.control.channel(id) ?? []);
  return one(play, known);
}

function one<T>({ random }: Play, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : items[random.below(items.length)];
}
