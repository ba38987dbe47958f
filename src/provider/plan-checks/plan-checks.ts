import type { Clock } from "../../client";
import { keyOf, type WrittenChannel } from "../channels";
import type { PlanCheckMode, Source } from "../settings";
import { SwitchForecast, type SwitchPace } from "./switch-forecast";

/** Settings of the checks at plan. */
export interface PlanCheckParts {
  readonly mode: PlanCheckMode;
  /** Where the provider's partner is set; null if it is not. */
  readonly partnerSource: Source | null;
  /** The rate limit that the user has set; null if there is none. */
  readonly rateLimit: SwitchPace | null;
}

/** State that all checks at plan of one process share. */
export class PlanChecks {
  readonly mode: PlanCheckMode;
  readonly partnerSource: Source | null;
  readonly forecast: SwitchForecast;
  readonly #vanished = new Set<string>();
  #refreshes = false;
  readonly #gone = new Set<string>();
  readonly #told = new Set<string>();

  constructor({ mode, partnerSource, rateLimit }: PlanCheckParts, clock: Pick<Clock, "now" | "sleep">) {
    this.mode = mode;
    this.partnerSource = partnerSource;
    this.forecast = new SwitchForecast(rateLimit, clock);
  }

  /** Notes that a refresh found a channel gone or terminated: creating it again is drift, not a mistake. */
  noteVanished(channel: WrittenChannel): void {
    this.#vanished.add(keyOf(channel));
  }

  /** Whether a refresh of this process found the channel gone or terminated. */
  hasVanished(channel: WrittenChannel): boolean {
    return this.#vanished.has(keyOf(channel));
  }

  /** Notes that this process refreshes objects, as a plan does and an apply does not. */
  noteRefresh(): void {
    this.#refreshes = true;
  }

  /**
   * Whether this process is known to make the whole plan. An apply plans changed objects only, so what no plan of its
   * process declares may well be declared. Core does not say which of the two it is doing.
   */
  get seesWholePlan(): boolean {
    return this.#refreshes;
  }

  /** Notes that a refresh found some other object of the state gone. */
  noteGone(object: string): void {
    this.#gone.add(object);
  }

  /** Whether a refresh of this process found that object gone. */
  isGone(object: string): boolean {
    return this.#gone.has(object);
  }

  /** Whether a text is new: a failure that concerns all channels is reported once. */
  isNews(text: string): boolean {
    const known = this.#told.has(text);
    this.#told.add(text);
    return !known;
  }
}
