import { type Common, channelsIn } from "../declared";
import type { Play } from "../play";

/** Does one thing to the configuration, the world or the run to come, and tells what; undefined where there is nothing to do it to. */
export type Step = (play: Play) => string | undefined;

// Few, so that one thing often happens to the same channel after another.
export const CHANNELS: readonly string[] = ["exampleCH", "berlinCH", "munichCH", "viennaCH", "grazCH"];

/** One of some things, undefined where there is none. */
export function one<T>({ random }: Play, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : items[random.below(items.length)];
}

/** Some of some things, one at least where there are any. */
export function some<T>(play: Play, items: readonly T[]): readonly T[] {
  const sure = one(play, items);
  return items.filter((item) => item === sure || play.random.below(2) === 0);
}

/** Channels that nothing declares. */
export function freeChannels({ declared }: Play): readonly string[] {
  const taken = channelsIn(declared);
  return CHANNELS.filter((id) => !taken.has(id));
}

/** An address that was never given. */
export function freshAddress(play: Play, type: string): string {
  play.names += 1;
  return `${type}.r${play.names}`;
}

/** One entry of what is declared. */
export function oneOf<T>(
  play: Play,
  entries: Readonly<Record<string, T>>,
): { at: string; found: T } | undefined {
  const entry = one(play, Object.entries(entries));
  return entry === undefined ? undefined : { at: entry[0], found: entry[1] };
}

/** Settings that blocks and fleets share. */
export function drawCommon({ random }: Play): Common {
  const on_destroy = random.pick<Common["on_destroy"]>(["disable", "disable", "keep"]);
  return random.below(4) === 0 ? { on_destroy, reassert_after: "24h" } : { on_destroy };
}

/** The other of the two. */
export function otherWay(on_destroy: Common["on_destroy"]): Common["on_destroy"] {
  return on_destroy === "keep" ? "disable" : "keep";
}
