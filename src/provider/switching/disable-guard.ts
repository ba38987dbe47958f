// Bounds how many channels one run may switch off: max_disables_per_run.
import { DiagnosticError, type Diagnostics } from "../../framework";
import { keyOf, type WrittenChannel } from "../channels";
import { titles } from "../titles";

/**
 * Bounds how many channels one process may switch off: `max_disables_per_run`. A process serves one walk of
 * Terraform's graph for one provider block, so what is counted is one plan, or one apply. A channel counts once,
 * however often it is planned or switched.
 */
export class DisableGuard {
  readonly #channels = new Set<string>();
  #reported = false;

  /** @param most null where there is no bound. */
  constructor(readonly most: number | null) {}

  /**
   * Counts channels that a plan would switch off, and reports once when they have become too many: the first error
   * fails the whole plan, and thousands would hide it.
   */
  countDisables(partnerId: string, channelIds: readonly string[], diagnostics: Diagnostics): void {
    this.#add(partnerId, channelIds);
    if (!this.#exceeded || this.#reported) return;
    this.#reported = true;
    diagnostics.error(titles.tooManyDisables, `${this.#bound("The plan switches")} ${PLANNED}`);
  }

  /**
   * The backstop, right before a channel is switched off, for what the plan could not know.
   * @throws DiagnosticError when that is one too many
   */
  admitDisable({ partnerId, channelId }: WrittenChannel): void {
    this.#add(partnerId, [channelId]);
    if (!this.#exceeded) return;
    throw new DiagnosticError(
      titles.tooManyDisables,
      `The channel ${channelId} was not switched off. ${this.#bound("This apply would switch")} ${APPLIED}`,
    );
  }

  #add(partnerId: string, channelIds: readonly string[]): void {
    for (const channelId of channelIds) this.#channels.add(keyOf({ partnerId, channelId }));
  }

  get #exceeded(): boolean {
    return this.most !== null && this.#channels.size > this.most;
  }

  #bound(would: string): string {
    return `${would} off CTWA tracking of ${this.#channels.size} channels or more; max_disables_per_run (DIALOG360_MAX_DISABLES_PER_RUN) allows ${this.most}.`;
  }
}

const PLANNED =
  'Nothing has been switched. Each destroy counts (unless the object has on_destroy = "keep"), each change of enabled to false, and the old channel of each replacement. Look for what takes so many out: a list that came back shorter, a renamed block without moved, a wrong workspace. If it is meant, raise the setting for this run.';

const APPLIED =
  "The plan could not tell, so some may have been switched off before this one: run plan again to see where things stand. If it is meant, raise the setting for this run.";
