import { keyOf, type WrittenChannel } from "../channels";
import type { PlanCheckMode, Source } from "../settings";
import { SwitchForecast, type SwitchPace } from "./switch-forecast";

/** Settings that the checks of plans go by. */
export interface PlanCheckParts {
  readonly mode: PlanCheckMode;
  /** Where the provider's partner is set; null where it is not. */
  readonly partnerSource: Source | null;
  /** The pace at which the hub takes switches, as far as it is known; null where nothing is. */
  readonly pace: () => SwitchPace | null;
}

/** What the checks of all plans of one process share. */
export class PlanChecks {
  readonly mode: PlanCheckMode;
  readonly partnerSource: Source | null;
  readonly forecast: SwitchForecast;
  readonly #vanished = new Set<string>();
  readonly #told = new Set<string>();

  constructor({ mode, partnerSource, pace }: PlanCheckParts) {
    this.mode = mode;
    this.partnerSource = partnerSource;
    this.forecast = new SwitchForecast(pace);
  }

  /** Notes that a refresh found a channel of the state gone or terminated: its new plan is drift, not a mistake. */
  noteVanished(channel: WrittenChannel): void {
    this.#vanished.add(keyOf(channel));
  }

  /** Whether a refresh of this process found the channel gone or terminated. */
  hasVanished(channel: WrittenChannel): boolean {
    return this.#vanished.has(keyOf(channel));
  }

  /** Whether a text is told for the first time: what concerns all channels is told once. */
  isNews(text: string): boolean {
    const known = this.#told.has(text);
    this.#told.add(text);
    return !known;
  }
}
