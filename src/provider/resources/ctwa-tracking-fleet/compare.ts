import { isUnknown, type PrivateState } from "../../../framework";
import { readSentRecords } from "../../switching";
import { canSend } from "./apply/reasons";
import { readDeparted, switchableMembers } from "./departed";
import type { State, Uncertain } from "./schema";

/** How a planned map of channels differs from the one in the state. */
export interface Comparison {
  /** Whether the map differs, or may differ. */
  readonly differs: boolean;
  /** Whether the map, or a value in it, is unknown. */
  readonly isOpen: boolean;
  /** Channels that are flipped or removed, except pending ones, whose position is not the declared one anyway. */
  readonly losing: readonly string[];
  /** Channels whose tracking was on and is switched off. */
  readonly disabled: readonly string[];
  /** Number of switches that are sent, on and off. */
  readonly on: number;
  readonly off: number;
  /** New keys. */
  readonly added: readonly string[];
  /** Keys that were removed from the map. */
  readonly removed: readonly string[];
  /** Keys whose channel left the state at a refresh, and cannot be switched. */
  readonly gone: readonly string[];
  /** Number of switches that are sent again in the same position. */
  readonly again: number;
}

/** Attributes of a planned fleet that decide which switches are sent. */
export type PlannedSwitches = Pick<Uncertain, "channels" | "on_destroy" | "on_create">;

/** Compares a planned map of channels with the one in the state, in one pass over each. */
export function compare(state: State, planned: PlannedSwitches, kept: Pick<PrivateState, "get">): Comparison {
  const { channels, on_destroy: onDestroy } = planned;
  const tally = new Tally();
  if (channels === null || isUnknown(channels)) return { ...tally, differs: true, isOpen: true };
  const departed = readDeparted(kept);
  const isUnsent = unsentIn(state, planned, kept);
  for (const [channelId, wanted] of channels) {
    if (isUnknown(wanted)) tally.open();
    else if (state.channels.has(channelId)) {
      const before = state.channels.get(channelId) ?? null;
      if (wanted !== before) tally.flip(channelId, before, wanted, state);
      else if (isSentAgain(channelId, state) || isUnsent(channelId)) tally.resend(wanted);
    } else {
      tally.add(channelId, wanted, departed.get(channelId)?.reason);
    }
  }
  for (const [channelId, before] of switchableMembers(state.channels, kept)) {
    if (!channels.has(channelId)) tally.remove(channelId, before, onDestroy !== "keep", state);
  }
  return tally;
}

class Tally implements Comparison {
  differs = false;
  isOpen = false;
  readonly losing: string[] = [];
  readonly disabled: string[] = [];
  on = 0;
  off = 0;
  readonly added: string[] = [];
  readonly removed: string[] = [];
  readonly gone: string[] = [];
  again = 0;

  open(): void {
    this.differs = true;
    this.isOpen = true;
  }

  flip(channelId: string, before: boolean | null, wanted: boolean | null, state: State): void {
    this.differs = true;
    this.#lose(channelId, state);
    if (before === true) this.disabled.push(channelId);
    this.#send(wanted);
  }

  add(channelId: string, wanted: boolean | null, departure: string | undefined): void {
    this.differs = true;
    if (departure !== undefined && !canSend(departure)) {
      this.gone.push(channelId);
      return;
    }
    if (departure === undefined) this.added.push(channelId);
    this.#send(wanted);
  }

  remove(channelId: string, before: boolean | null, isSwitchedOff: boolean, state: State): void {
    this.differs = true;
    this.removed.push(channelId);
    this.#lose(channelId, state);
    if (!isSwitchedOff) return;
    if (before === true) this.disabled.push(channelId);
    this.off += 1;
  }

  resend(wanted: boolean | null): void {
    this.again += 1;
    this.#send(wanted);
  }

  #lose(channelId: string, { pending }: State): void {
    if (!pending?.has(channelId)) this.losing.push(channelId);
  }

  #send(wanted: boolean | null): void {
    if (wanted === false) this.off += 1;
    else this.on += 1;
  }
}

function isSentAgain(channelId: string, { pending }: State): boolean {
  const reason = pending?.get(channelId);
  return typeof reason === "string" && canSend(reason);
}

/** Finds channels whose switch was never sent, such as imported ones; none with `on_create = "assume"`. */
function unsentIn(
  { verification }: State,
  { on_create: onCreate }: PlannedSwitches,
  kept: Pick<PrivateState, "get">,
): (channelId: string) => boolean {
  if (verification !== "unverified" || onCreate === "assume") return () => false;
  const records = readSentRecords(kept);
  return (channelId) => records.get(channelId)?.at === null;
}
