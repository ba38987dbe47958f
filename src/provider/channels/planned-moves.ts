import type { Clock } from "../../client";
import type { Diagnostics } from "../../framework";
import { nameSome } from "../name-some";
import type { RepeatedWarnings } from "../repeated-warnings";
import { keyOf, type WrittenChannel } from "./channel-key";

/** How long the first destroy of an apply waits for creates, in milliseconds. */
const SETTLE_MS = 150;

/**
 * Notices channels that one plan creates under one address and destroys under another: a block that was renamed
 * without `moved`. Terraform asks for the two in any order, so each side looks for the other.
 */
export class PlannedMoves {
  readonly #created = new Set<string>();
  readonly #destroyed = new Set<string>();
  #createsNoted: Promise<void> | null = null;

  constructor(private readonly clock: Pick<Clock, "sleep">) {}

  /** Notes channels that a plan creates. @returns those that the same plan destroys elsewhere */
  create(partnerId: string, channelIds: readonly string[]): string[] {
    return meet(partnerId, channelIds, this.#created, this.#destroyed);
  }

  /**
   * Whether an apply creates the channel too. In an apply Terraform plans each create once more and each destroy not,
   * and begins with both at once: so the first destroy of a process waits a moment for the creates to be noted.
   */
  async isCreated(channel: WrittenChannel): Promise<boolean> {
    this.#createsNoted ??= this.clock.sleep(SETTLE_MS);
    await this.#createsNoted;
    return this.#created.has(keyOf(channel));
  }

  /** Notes channels that a plan destroys. @returns those that the same plan creates elsewhere */
  destroy(partnerId: string, channelIds: readonly string[]): string[] {
    return meet(partnerId, channelIds, this.#destroyed, this.#created);
  }
}

function meet(
  partnerId: string,
  channelIds: readonly string[],
  own: Set<string>,
  others: ReadonlySet<string>,
): string[] {
  return channelIds.filter((channelId) => {
    const key = keyOf({ partnerId, channelId });
    own.add(key);
    return others.has(key);
  });
}

/** Warns of channels that a plan creates under one address and destroys under another. */
export function warnOfPlannedMove(
  channelIds: readonly string[],
  repeats: RepeatedWarnings,
  diagnostics: Diagnostics,
): void {
  if (channelIds.length === 0) return;
  repeats.warn(
    diagnostics,
    "Channel is created and destroyed in one plan",
    `This plan creates tracking of ${nameSome(channelIds)} under one address and destroys it under another. If you renamed a block, say so: moved { from = dialog360_channel_ctwa_tracking.OLD, to = dialog360_channel_ctwa_tracking.NEW } keeps the object and sends nothing. If a channel goes from a block into a fleet, or back, take the block out of the state with removed { from = …, lifecycle { destroy = false } }.`,
  );
}
