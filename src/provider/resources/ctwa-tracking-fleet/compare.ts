import { isUnknown } from "../../../framework";
import type { State, Uncertain } from "./schema";

/** How a planned map of channels differs from the one in the state. */
export interface Comparison {
  /** Whether it differs at all, or may. */
  readonly any: boolean;
  /** Channels that would be flipped or removed; those that are pending are in no position that could be lost. */
  readonly losing: readonly string[];
}

/** Compares a planned map of channels with the one in the state, in one pass over each. */
export function compare(state: State, planned: Uncertain["channels"]): Comparison {
  if (planned === null || isUnknown(planned)) return { any: true, losing: [] };
  const losing: string[] = [];
  let any = planned.size !== state.channels.size;
  const lose = (channelId: string) => {
    any = true;
    if (!state.pending?.has(channelId)) losing.push(channelId);
  };
  for (const [channelId, before] of state.channels) {
    const wanted = planned.get(channelId);
    if (wanted === undefined) lose(channelId);
    else if (isUnknown(wanted) || isUnknown(wanted.enabled)) any = true;
    else if (wanted.enabled !== before.enabled) lose(channelId);
    else any ||= wanted.client_id !== before.client_id;
  }
  return { any, losing };
}
