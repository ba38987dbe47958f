import type { Channel } from "../../../client";
import { UNKNOWN } from "../../../framework";
import { type ChannelAttribute, fromChannel, type State, type Uncertain } from "./schema";

type FromChannel = Pick<State, ChannelAttribute>;

const entries = Object.entries(fromChannel) as [ChannelAttribute, (channel: Channel) => unknown][];

/** The attributes that are read from the channel. */
export function readFromChannel(channel: Channel): FromChannel {
  return Object.fromEntries(entries.map(([name, read]) => [name, read(channel)])) as unknown as FromChannel;
}

/**
 * The same attributes for the plan of an update. Read has just read them, and a switch changes none. Only a null may
 * still get a value, if the update reads the channel again.
 */
export function planFromChannel(state: State, looksAgain: boolean): Pick<Uncertain, ChannelAttribute> {
  const open = looksAgain ? UNKNOWN : null;
  return Object.fromEntries(entries.map(([name]) => [name, state[name] ?? open])) as never;
}
