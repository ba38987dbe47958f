import { randomUUID } from "node:crypto";
import type { PrivateState } from "../framework";

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

/** Which object it is; null for one that is not created yet. */
export function objectIdOf(kept: PrivateState): string | null {
  const id = kept.get(KEY);
  return typeof id === "string" ? id : null;
}
