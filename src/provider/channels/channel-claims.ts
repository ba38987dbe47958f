import { randomUUID } from "node:crypto";
import type { PrivateState } from "../../framework";
import { titles } from "../titles";

/** Who declares a channel: an object by its id, one without an id by a symbol of its own. */
export type Claimant = string | symbol;

/**
 * Which channels the plans of this process declare, and who does. Two owners of one channel would undo each other's
 * switches in turns, and where the hub reports no state neither would notice.
 */
export class ChannelClaims {
  readonly #byPartner = new Map<string, Map<string, Claimant>>();

  /**
   * Notes that a plan declares channels. The same claimant may come again: core plans a replacement twice.
   * @returns those that another claimant of this process declares as well
   */
  claim(claimant: Claimant, partnerId: string, channelIds: Iterable<string>): string[] {
    const claims = this.#byPartner.get(partnerId) ?? new Map<string, Claimant>();
    this.#byPartner.set(partnerId, claims);
    const taken: string[] = [];
    for (const channelId of channelIds) {
      const first = claims.get(channelId);
      if (first === undefined) claims.set(channelId, claimant);
      else if (first !== claimant) taken.push(channelId);
    }
    return taken;
  }
}

/** What to say of a channel that is declared twice. */
export function declaredTwice(channelId: string): { readonly summary: string; readonly detail: string } {
  return {
    summary: titles.declaredTwice,
    detail: `The channel ${channelId} is declared in two places of this configuration. Each would overwrite what the other has sent, and destroying one would switch off what the other declares. Leave it in one of them. Where both are in the state already, take one out with removed { from = …, lifecycle { destroy = false } }, which switches nothing.`,
  };
}

const KEY = "object";

/**
 * Keeps an id of the object in private state: core plans a replacement twice, the second time without the state, and
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
