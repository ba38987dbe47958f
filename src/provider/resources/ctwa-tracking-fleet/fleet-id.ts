import type { PrivateState } from "../../../framework";

const KEY = "fleet";

/** Keeps a fleet's id beside its state as well, where planning a replacement finds it. */
export function keepFleetId(kept: PrivateState, id: string): void {
  kept.set(KEY, id);
}

/** Which fleet it is; null for one that is not created yet. */
export function fleetOf(kept: PrivateState): string | null {
  const id = kept.get(KEY);
  return typeof id === "string" ? id : null;
}
