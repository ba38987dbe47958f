import type { PrivateState } from "../../../framework";

const KEY = "asserted_under";

/** Notes the client under which the switch was last sent, or, after an import, found. */
export function markAsserted(state: PrivateState, clientId: string): void {
  state.set(KEY, clientId);
}

/**
 * The client under which the switch was last sent. State holds the client of today, so it alone could not tell
 * that a moved channel still waits for its switch, once a refresh has stored the move.
 */
export function assertedUnder(state: PrivateState): string | null {
  const clientId = state.get(KEY);
  return typeof clientId === "string" ? clientId : null;
}
