// Limits how many channels one run may switch off: max_disables_per_run.
import { DiagnosticError, type Diagnostics } from "../../framework";
import { keyOf, type WrittenChannel } from "../channels";
import { titles } from "../titles";

/**
 * Limits how many channels one process may switch off: `max_disables_per_run`. One process serves one provider block
 * in one plan or one apply, so the limit holds for each of them. A channel counts once, however often it is planned or
 * switched.
 */
export class DisableGuard {
  readonly #channels = new Set<string>();
  #reported = false;

  /** @param most null if there is no limit */
  constructor(readonly most: number | null) {}

  /**
   * Counts channels that a plan would switch off. It reports an excess only once: one error fails the whole plan, and
   * thousands of them would hide other messages.
   */
  countDisables(partnerId: string, channelIds: readonly string[], diagnostics: Diagnostics): void {
    this.#add(partnerId, channelIds);
    if (!this.#exceeded || this.#reported) return;
    this.#reported = true;
    diagnostics.error(titles.tooManyDisables, `${this.#bound("The plan switches")} ${PLANNED}`);
  }

  /**
   * Counts a channel right before it is switched off. It covers switches that the plan could not foresee.
   * @throws DiagnosticError if the limit is exceeded
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
  'Nothing has been switched. Three things count: each destroy (unless the object has on_destroy = "keep"), each change of enabled to false, and the old channel of each replacement. Likely causes are a list that came back shorter, a block that was renamed without moved, and a wrong workspace. If the change is intended, raise the setting for this run.';

const APPLIED =
  "The plan could not foresee this, and other channels may have been switched off before this one. Run plan again to see what remains. If the change is intended, raise the setting for this run.";
