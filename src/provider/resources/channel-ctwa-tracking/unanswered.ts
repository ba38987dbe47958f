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

/**
 * Whether such a switch may still come into force. A hub that reports late may show the position from before it, so
 * only the position that was sent, or sending again, settles it.
 */
export function isOpen(kept: PrivateState, reported: boolean): boolean {
  const sent = kept.get(KEY);
  return typeof sent === "boolean" && reported !== sent;
}
