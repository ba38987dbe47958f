import type { Json, PrivateState } from "../../../framework";
import type { Reason } from "./apply/reasons";

/** A channel that a refresh took out of the state, and why. */
export interface Departed {
  readonly reason: Reason;
  /** Its position in the state, for when it comes back. */
  readonly enabled: boolean;
}

const KEY = "departed";

/** Channels that a refresh took out of the state, by their ids. */
export function readDeparted(kept: Pick<PrivateState, "get">): ReadonlyMap<string, Departed> {
  const entries = Object.entries((kept.get(KEY) ?? {}) as Readonly<Record<string, Json>>);
  return new Map(
    entries.map(([channelId, entry]) => {
      const [reason, enabled] = Array.isArray(entry) ? (entry as readonly Json[]) : [];
      return [channelId, { reason: reason as Reason, enabled: enabled !== false }];
    }),
  );
}

/** Keeps them in private state, so that a plan can tell them from new channels. */
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
