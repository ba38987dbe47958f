import { randomBytes } from "node:crypto";
import type { PrivateState } from "../../framework";
import { titles } from "../titles";

/** What declares a channel: the id of an object, or a symbol for an object without an id. */
export type Claimant = string | symbol;

/**
 * Notes which object of this process declares which channel. Two objects that declare the same channel would undo each
 * other's switches at every apply; if the hub reports no tracking state, no plan would show it.
 */
export class ChannelClaims {
  readonly #byPartner = new Map<string, Map<string, Claimant>>();

  /**
   * Notes that a plan declares channels. The same claimant may call again, since Terraform plans a replacement twice.
   * @returns the channels that another claimant declares too
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

/** The error for a channel that is declared twice. */
export function declaredTwice(channelId: string): { readonly summary: string; readonly detail: string } {
  return {
    summary: titles.declaredTwice,
    detail: `The channel ${channelId} is declared in two places of this configuration. Each would overwrite the other's switch, and destroying one would switch off the channel of the other. Keep it in one place. If both are in the state already, remove one with removed { from = …, lifecycle { destroy = false } }, which switches nothing.`,
  };
}

const KEY = "object";
/** Enough that no two objects of a run share an id, and short: each block carries one in the state. */
const ID_BYTES = 9;

/**
 * Keeps an id of the object in private state. A plan needs it to recognise the object: Terraform plans a replacement
 * twice, the second time without the state, and never tells the address.
 */
export function keepObjectId(kept: PrivateState, id: string): void {
  kept.set(KEY, id);
}

/** Gives the object an id unless it has one. */
export function nameObject(kept: PrivateState): void {
  if (objectIdOf(kept) === null) keepObjectId(kept, randomBytes(ID_BYTES).toString("base64url"));
}

/**
 * The claimant of a plan: the object's id, or a new symbol for an object that is created. Null for an object whose
 * private state has no id yet: its replacement could not be recognised.
 */
export function claimantOf(kept: PrivateState, isNew: boolean): Claimant | null {
  return objectIdOf(kept) ?? (isNew ? Symbol("a new object") : null);
}

/** The object's id; null if it has none. */
function objectIdOf(kept: PrivateState): string | null {
  const id = kept.get(KEY);
  return typeof id === "string" ? id : null;
}
