// Reads the hub's word on a tracking state, and decides how far it is believed.
import type { Channel } from "../../client";
import type { Diagnostics } from "../../framework";
import type { RepeatedWarnings } from "../repeated-warnings";
import { titles } from "../titles";
import type { SentRecord } from "./sent-record";
import { hasMoved, isOutcomeUnknown } from "./verification";

/** What the hub is asked about a channel's tracking, and how far its answer is believed. */
export type FlaggedChannel = Pick<
  Channel,
  "id" | "clientId" | "ctwaTracking" | "ctwaField" | "ctwaFieldMissing" | "unreadableTimes"
>;

/**
 * No document names a field that tells whether CTWA tracking is on. A field that was found by its name alone is
 * therefore believed only until it contradicts a switch that the hub has just accepted.
 */
export class TrackingFlag {
  readonly #field: string | null;
  readonly #dropped = new Set<string>();

  /** @param field the setting `ctwa_status_field`, null where fields are found by their names */
  constructor(
    field: string | null,
    private readonly repeats: RepeatedWarnings,
  ) {
    this.#field = field;
  }

  /** Whether the hub reports tracking as on; null where it reports nothing that is believed. */
  read({ ctwaField, ctwaTracking }: FlaggedChannel): boolean | null {
    return ctwaField !== null && this.#dropped.has(ctwaField) ? null : ctwaTracking;
  }

  /**
   * Whether the hub reports the switch in the wanted position already, so that sending it would change nothing.
   * A switch whose outcome is unknown may still come, and is sent again. So is the switch of a channel that moved,
   * unless the user named the field: then the hub's word alone is enough.
   */
  showsAlready(channel: FlaggedChannel, wanted: boolean, record: SentRecord | undefined): boolean {
    if (this.read(channel) !== wanted) return false;
    if (isOutcomeUnknown(record, wanted)) return false;
    return this.#field !== null || !hasMoved(record, channel.clientId);
  }

  /** Warns where the setting names a field that the channel does not have, and where a time of it cannot be read. */
  warnIfMissing(channel: FlaggedChannel, diagnostics: Diagnostics): void {
    this.#warnOfTimes(channel, diagnostics);
    if (!channel.ctwaFieldMissing) return;
    this.repeats.warn(
      diagnostics,
      titles.channelWithoutFlag,
      `The channel ${channel.id} has no true or false at ${quoted(this.#field)}, the setting ctwa_status_field. What was last written is taken to be in force; a switch flipped elsewhere goes unseen.`,
    );
  }

  #warnOfTimes({ id, unreadableTimes }: FlaggedChannel, diagnostics: Diagnostics): void {
    if (unreadableTimes === undefined) return;
    const fields = [...unreadableTimes].map(([name, text]) => `${name} = ${quoted(text)}`).join(", ");
    this.repeats.warn(
      diagnostics,
      "Time of a channel cannot be read",
      `The hub sends the channel ${id} with ${fields}, which is no time that the provider knows. It counts as not set: a channel whose terminated_at cannot be read counts as not terminated. Compare with the Partner Hub before you apply.`,
    );
  }

  /** The same for many channels, in one warning; null stands for one that is gone. */
  warnIfAnyMissing(channels: Iterable<FlaggedChannel | null>, diagnostics: Diagnostics): void {
    const lacking: FlaggedChannel[] = [];
    for (const channel of channels) {
      if (channel === null) continue;
      if (channel.ctwaFieldMissing) lacking.push(channel);
      else this.#warnOfTimes(channel, diagnostics);
    }
    const [first, second] = lacking;
    if (first === undefined) return;
    if (second === undefined) {
      this.warnIfMissing(first, diagnostics);
      return;
    }
    diagnostics.warning(
      titles.fleetWithoutFlag,
      `${lacking.length} channels, ${first.id} among them, have no true or false at ${quoted(this.#field)}, the setting ctwa_status_field.`,
    );
  }

  /** Reports a flag that still has the old value after an accepted switch; if it was a guess, it is not believed any more. */
  contradicts(channel: FlaggedChannel, wanted: boolean, diagnostics: Diagnostics): void {
    const said = `The hub accepted that CTWA tracking of the channel ${channel.id} is ${onOff(wanted)}, but its field ${quoted(channel.ctwaField)} still says ${onOff(!wanted)}, asked several times.`;
    if (this.#field !== null || channel.ctwaField === null) {
      const next = `The accepted switch counts (verification = "assumed"). The next plan shows what the hub says by then; if it stays like this, ask 360dialog, or check the setting ctwa_status_field.`;
      diagnostics.warning(titles.oldStateReported, `${said} ${next}`);
      return;
    }
    this.#dropped.add(channel.ctwaField);
    diagnostics.warning(
      titles.oldStateReported,
      `${said} That field was chosen by its name alone, since no document tells which one to read, so it is left aside for the rest of this run and the accepted switch counts (verification = "assumed"). If it is the right field and only slow, set ctwa_status_field = ${quoted(channel.ctwaField)} in the provider block; if another field is right, name that one.`,
    );
  }
}

/** How a tracking state is written in messages. */
export function onOff(enabled: boolean): string {
  return enabled ? "on" : "off";
}

function quoted(text: string | null): string {
  return JSON.stringify(text ?? "");
}
