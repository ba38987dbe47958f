// Reads the tracking state that the hub reports for a channel, and decides whether to trust it.
import type { Channel } from "../../client";
import type { Diagnostics } from "../../framework";
import type { RepeatedWarnings } from "../repeated-warnings";
import { titles } from "../titles";
import type { SentRecord } from "./sent-record";
import { hasMoved, isOutcomeUnknown } from "./verification";

/** What the hub reports of a channel's tracking. */
export type FlaggedChannel = Pick<
  Channel,
  "id" | "clientId" | "ctwaTracking" | "ctwaField" | "ctwaFieldMissing" | "unreadableTimes"
>;

/**
 * Decides whether to trust the field that tells whether tracking is on. No document names such a field. A field that
 * was found only by its name is trusted until it contradicts a switch that the hub has just accepted.
 */
export class TrackingFlag {
  readonly #field: string | null;
  readonly #dropped = new Set<string>();

  /** @param field the setting `ctwa_status_field`; null if fields are found by their names */
  constructor(
    field: string | null,
    private readonly repeats: RepeatedWarnings,
  ) {
    this.#field = field;
  }

  /** Whether the hub reports tracking as on; null if it reports nothing that is trusted. */
  read({ ctwaField, ctwaTracking }: FlaggedChannel): boolean | null {
    return ctwaField !== null && this.#dropped.has(ctwaField) ? null : ctwaTracking;
  }

  /**
   * Whether the hub already reports the wanted position, so that a switch would change nothing. A switch is sent all
   * the same if an earlier one has an unknown outcome, since that one may still take effect. It is also sent if the
   * channel has moved to another client, unless the user named the field: then the reported position is enough.
   */
  showsAlready(channel: FlaggedChannel, wanted: boolean, record: SentRecord | undefined): boolean {
    if (this.read(channel) !== wanted) return false;
    if (isOutcomeUnknown(record, wanted)) return false;
    return this.#field !== null || !hasMoved(record, channel.clientId);
  }

  /** Warns if the setting names a field that the channel does not have, or if a time of the channel cannot be read. */
  warnIfMissing(channel: FlaggedChannel, diagnostics: Diagnostics): void {
    this.#warnOfTimes(channel, diagnostics);
    if (!channel.ctwaFieldMissing) return;
    this.repeats.warn(
      diagnostics,
      titles.channelWithoutFlag,
      `The channel ${channel.id} has no true or false at ${quoted(this.#field)}, the setting ctwa_status_field. The provider assumes the position that it last sent, and does not see a switch that is flipped elsewhere.`,
    );
  }

  #warnOfTimes({ id, unreadableTimes }: FlaggedChannel, diagnostics: Diagnostics): void {
    if (unreadableTimes === undefined) return;
    const fields = [...unreadableTimes].map(([name, text]) => `${name} = ${quoted(text)}`).join(", ");
    this.repeats.warn(
      diagnostics,
      "Time of a channel cannot be read",
      `The hub sends the channel ${id} with ${fields}, in a form that the provider does not know. The time counts as not set: a channel whose terminated_at cannot be read counts as not terminated. Compare with the Partner Hub before you apply.`,
    );
  }

  /** The same for many channels, in one warning; null stands for a channel that is gone. */
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

  /**
   * Warns of a field that still has the old value after an accepted switch. A field found by its name is then ignored.
   */
  contradicts(channel: FlaggedChannel, wanted: boolean, diagnostics: Diagnostics): void {
    const said = `The hub accepted that CTWA tracking of the channel ${channel.id} is ${onOff(wanted)}, but its field ${quoted(channel.ctwaField)} still says ${onOff(!wanted)} after several reads.`;
    if (this.#field !== null || channel.ctwaField === null) {
      const next = `The accepted switch counts (verification = "assumed"). The next plan shows what the hub reports then. If the difference stays, check the setting ctwa_status_field, or ask 360dialog.`;
      diagnostics.warning(titles.oldStateReported, `${said} ${next}`);
      return;
    }
    this.#dropped.add(channel.ctwaField);
    diagnostics.warning(
      titles.oldStateReported,
      `${said} No document names the field, so the provider chose it by its name. It ignores the field for the rest of this run, and the accepted switch counts (verification = "assumed"). If the field is right and only updated late, set ctwa_status_field = ${quoted(channel.ctwaField)} in the provider block. If another field is right, name that one.`,
    );
  }
}

/** A tracking state in words. */
export function onOff(enabled: boolean): string {
  return enabled ? "on" : "off";
}

function quoted(text: string | null): string {
  return JSON.stringify(text ?? "");
}
