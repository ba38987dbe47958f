import type { Configuration } from "../core/plan";
import { channelsIn } from "./declared";
import type { Play } from "./play";
import { savedOf } from "./twins";

/** A channel whose only declaration is gone. */
export interface Leaving {
  readonly channelId: string;
  /** Whether its switch is to be left as it is; else it is to be switched off. */
  readonly keep: boolean;
  /** Whether tracking was on before. */
  readonly was: boolean | undefined;
}

/** The channels that an apply of the configuration has to let go. */
export function leavingFrom(play: Play, { resources = {} }: Configuration): readonly Leaving[] {
  const { declared, core, simulator } = play;
  const channels = channelsIn(declared);
  const found = savedOf(play).filter(({ channelId }) => !channels.has(channelId));
  // A key that is removed goes by what the fleet says in the same apply, an object by what it said before.
  const isKept = ({ now, address }: (typeof found)[number]) =>
    (resources[now] ?? JSON.parse(core.state.get(address)?.attributes ?? "{}"))["on_destroy"] === "keep";
  const off = new Set(found.flatMap((saved) => (isKept(saved) ? [] : [saved.channelId])));
  return [...new Set(found.map(({ channelId }) => channelId))].map((channelId) => ({
    channelId,
    keep: !off.has(channelId),
    was: simulator.control.channel(channelId)?.ctwa,
  }));
}

/** What the apply did to them that it should not have done, or the other way round. */
export function wronglyLeft({ simulator }: Play, leaving: readonly Leaving[], failed: boolean): string[] {
  return leaving.flatMap(({ channelId, keep, was }) => {
    const on = simulator.control.channel(channelId)?.ctwa;
    if (keep) return on === was ? [] : [`${channelId} was to be kept, and is ${on} in place of ${was}`];
    return failed || !on ? [] : [`${channelId} is still on`];
  });
}
