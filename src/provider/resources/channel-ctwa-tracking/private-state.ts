import type { PrivateState } from "../../../framework";

const UNANSWERED_KEY = "unanswered";

/** Notes the position of a switch that was sent and got no clear answer, so that it may be in force. */
export function markUnanswered(kept: PrivateState, enabled: boolean): void {
  kept.set(UNANSWERED_KEY, enabled);
}

/** Forgets it, since a switch was accepted. */
export function markAnswered(kept: PrivateState): void {
  kept.remove(UNANSWERED_KEY);
}

/** That position; null where every switch was answered since. */
export function unansweredSwitch(kept: PrivateState): boolean | null {
  const sent = kept.get(UNANSWERED_KEY);
  return typeof sent === "boolean" ? sent : null;
}

const ASSERTED_UNDER_KEY = "asserted_under";

/** Notes the client under which the switch was last sent, or, after an import, found. */
export function markAsserted(state: PrivateState, clientId: string): void {
  state.set(ASSERTED_UNDER_KEY, clientId);
}

/**
 * The client under which the switch was last sent. State holds the client of today, so it alone could not tell
 * that a moved channel still waits for its switch, once a refresh has stored the move.
 */
export function assertedUnder(state: PrivateState): string | null {
  const clientId = state.get(ASSERTED_UNDER_KEY);
  return typeof clientId === "string" ? clientId : null;
}
