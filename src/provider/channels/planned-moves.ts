import type { Clock } from "../../client";
import type { Diagnostics } from "../../framework";
import { nameSome } from "../name-some";
import type { RepeatedWarnings } from "../repeated-warnings";
import { keyOf, type WrittenChannel } from "./channel-key";

/** How long the first destroy of an apply waits for creates to begin, in milliseconds. */
const SETTLE_MS = 150;

/**
 * Notices channels that one plan creates under one address and destroys under another, as after renaming a block
 * without `moved`. Terraform plans the two in any order, so each looks for the other.
 */
export class PlannedMoves {
  readonly #created = new Set<string>();
  readonly #destroyed = new Set<string>();
  #createsNoted: Promise<void> | null = null;

  constructor(private readonly clock: Pick<Clock, "sleep">) {}

  /** Notes channels that a plan creates. @returns those that the same plan destroys under another address */
  create(partnerId: string, channelIds: readonly string[]): string[] {
    return meet(partnerId, channelIds, this.#created, this.#destroyed);
  }

  /**
   * Whether an apply creates the channel too. An apply plans each create once more, but no destroy, and begins with
   * both at the same time. The first destroy of a process therefore waits a moment until the creates are noted.
   */
  async isCreated(channel: WrittenChannel): Promise<boolean> {
    this.#createsNoted ??= this.clock.sleep(SETTLE_MS);
    await this.#createsNoted;
    return this.#created.has(keyOf(channel));
  }

  /** Notes channels that a plan destroys. @returns those that the same plan creates under another address */
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
    `This plan creates tracking of ${nameSome(channelIds)} under one address and destroys it under another. If you renamed a block, add moved { from = dialog360_channel_ctwa_tracking.OLD, to = dialog360_channel_ctwa_tracking.NEW }: it keeps the object and sends nothing. If a channel moves between a block and a fleet, remove its old declaration from the state with removed { from = …, lifecycle { destroy = false } }.`,
  );
}
