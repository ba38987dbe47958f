import type { Json, PrivateState } from "../../../framework";
import { hasEnded, type Reason } from "./apply/reasons";

/** A channel that a refresh removed from the state. */
export interface Departed {
  readonly reason: Reason;
  /** Its last position in the state, which counts again if the channel comes back. */
  readonly enabled: boolean;
}

const KEY = "departed";

/** Channels that a refresh removed from the state, by id. */
export function readDeparted(kept: Pick<PrivateState, "get">): ReadonlyMap<string, Departed> {
  const entries = Object.entries((kept.get(KEY) ?? {}) as Readonly<Record<string, Json>>);
  return new Map(
    entries.map(([channelId, entry]) => {
      const [reason, enabled] = Array.isArray(entry) ? (entry as readonly Json[]) : [];
      return [channelId, { reason: reason as Reason, enabled: enabled !== false }];
    }),
  );
}

/** All channels of the fleet with their positions: those in the map, and those that a refresh removed from it. */
export function membersOf(
  channels: ReadonlyMap<string, boolean>,
  departed: ReadonlyMap<string, Pick<Departed, "enabled">>,
): ReadonlyMap<string, boolean> {
  if (departed.size === 0) return channels;
  const left = [...departed].map(([channelId, { enabled }]) => [channelId, enabled] as const);
  return new Map([...left, ...channels]);
}

/**
 * The members that can still be switched off. They include channels that moved to another client: otherwise their
 * tracking would stay on after their keys, or the fleet, are removed.
 */
export function switchableMembers(
  channels: ReadonlyMap<string, boolean>,
  kept: Pick<PrivateState, "get">,
): ReadonlyMap<string, boolean> {
  const moved = [...readDeparted(kept)].filter(([, { reason }]) => !hasEnded(reason));
  return membersOf(channels, new Map(moved));
}

/** Keeps them in private state, so that a plan can distinguish them from new channels. */
export function keepDeparted(kept: PrivateState, departed: ReadonlyMap<string, Departed>): void {
  if (departed.size === 0) {
    kept.remove(KEY);
    return;
  }
  const sorted = [...departed].sort(([a], [b]) => (a < b ? -1 : 1));
  kept.set(
    KEY,
    Object.fromEntries(sorted.map(([channelId, { reason, enabled }]) => [channelId, [reason, enabled]])),
  );
}
