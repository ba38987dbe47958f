import type { PrivateState } from "../../../framework";

const KEY = "unanswered";

/** Notes the position of a switch that was sent and got no clear answer, so that it may be in force. */
export function markUnanswered(kept: PrivateState, enabled: boolean): void {
  kept.set(KEY, enabled);
}

/** Forgets it, since a switch was accepted. */
export function markAnswered(kept: PrivateState): void {
  kept.remove(KEY);
}

/** That position; null where every switch was answered since. */
export function unansweredSwitch(kept: PrivateState): boolean | null {
  const sent = kept.get(KEY);
  return typeof sent === "boolean" ? sent : null;
}
