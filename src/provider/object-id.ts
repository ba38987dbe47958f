import { randomUUID } from "node:crypto";
import type { PrivateState } from "../framework";
import type { Claimant } from "./channel-claims";

const KEY = "object";

/**
 * Keeps an id of the object beside its state: core plans a replacement twice, the second time without the state, and
 * planning never learns an address.
 */
export function keepObjectId(kept: PrivateState, id: string): void {
  kept.set(KEY, id);
}

/** Gives the object an id unless it has one. */
export function nameObject(kept: PrivateState): void {
  if (objectIdOf(kept) === null) keepObjectId(kept, randomUUID());
}

/**
 * Who plans: the object by its id, a new one by a symbol of its own. Null for an object that was written before ids
 * were kept: it could not be told again when its replacement is planned.
 */
export function claimantOf(kept: PrivateState, isNew: boolean): Claimant | null {
  return objectIdOf(kept) ?? (isNew ? Symbol("a new object") : null);
}

/** Which object it is; null for one that is not created yet. */
function objectIdOf(kept: PrivateState): string | null {
  const id = kept.get(KEY);
  return typeof id === "string" ? id : null;
}
