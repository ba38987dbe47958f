import type { Channel } from "../../client";
import type { ManagedChannel } from "../managed/managed-channels";

/** Which channels are wanted; an empty list and null stand for any. */
export interface Selection {
  readonly clientIds: readonly string[];
  readonly accountMode: string | null;
  readonly states: readonly string[];
  /** Only channels that the hub reports as tracked. */
  readonly trackedOnly: boolean;
  /** Part of the client's or the channel's name, in any case. */
  readonly name: string | null;
}

/** What is known of the channels besides their rows. */
export interface SelectionFacts {
  readonly trackingOf: (channel: Channel) => boolean | null;
  readonly isTerminated: (channel: Channel) => boolean;
  readonly managed: readonly ManagedChannel[];
}

/** The channels that match, with the number of those that are left out. */
export interface Selected {
  readonly channels: readonly Channel[];
  /** Channels that match and that a state manages. */
  readonly managed: readonly Channel[];
  readonly terminated: number;
  /** Channels that match but for `trackedOnly`, since the hub reports nothing of them. */
  readonly unreported: number;
}

/** Chooses channels of the partner's list. Terminated ones cannot be tracked. */
export function selectChannels(
  rows: readonly Channel[],
  selection: Selection,
  { trackingOf, isTerminated, managed }: SelectionFacts,
): Selected {
  const managedIds = new Set(managed.map(({ channelId }) => channelId));
  const matching = rows.filter((channel) => fits(channel, selection));
  const alive = matching.filter((channel) => !isTerminated(channel));
  const left = alive.filter(({ id }) => !managedIds.has(id));
  const channels = selection.trackedOnly ? left.filter((channel) => trackingOf(channel) === true) : left;
  return {
    channels,
    managed: alive.filter(({ id }) => managedIds.has(id)),
    terminated: matching.length - alive.length,
    unreported: selection.trackedOnly ? left.filter((channel) => trackingOf(channel) === null).length : 0,
  };
}

function fits(channel: Channel, { clientIds, accountMode, states, name }: Selection): boolean {
  const wanted = name?.toLowerCase() ?? null;
  const isNamed = (text: string | null) => wanted !== null && (text?.toLowerCase().includes(wanted) ?? false);
  return (
    (clientIds.length === 0 || clientIds.includes(channel.clientId ?? "")) &&
    (accountMode === null || channel.accountMode === accountMode) &&
    (states.length === 0 || states.includes(channel.status ?? "")) &&
    (wanted === null || isNamed(channel.clientName) || isNamed(channel.phoneName))
  );
}
