import { isUnknown } from "../../../framework";
import type { State, Uncertain } from "./schema";

/** How a planned map of channels differs from the one in the state. */
export interface Comparison {
  /** Whether it differs at all, or may. */
  readonly any: boolean;
  /** Channels that would be flipped or removed; those that are pending are in no position that could be lost. */
  readonly losing: readonly string[];
  /** Channels whose tracking was on and would be switched off. */
  readonly disabled: readonly string[];
}

/** Compares a planned map of channels with the one in the state, in one pass over each. */
export function compare(
  state: State,
  planned: Uncertain["channels"],
  onDestroy: Uncertain["on_destroy"],
): Comparison {
  if (planned === null || isUnknown(planned)) return { any: true, losing: [], disabled: [] };
  const losing: string[] = [];
  const disabled: string[] = [];
  let any = planned.size !== state.channels.size;
  for (const [channelId, before] of state.channels) {
    const wanted = planned.get(channelId);
    if (isUnknown(wanted) || isUnknown(wanted?.enabled)) {
      any = true;
      continue;
    }
    const flipped = wanted?.enabled !== before.enabled;
    any ||= flipped || wanted.client_id !== before.client_id;
    if (flipped && !state.pending?.has(channelId)) losing.push(channelId);
    if (flipped && before.enabled === true && (wanted !== undefined || onDestroy === "disable")) {
      disabled.push(channelId);
    }
  }
  return { any, losing, disabled };
}
