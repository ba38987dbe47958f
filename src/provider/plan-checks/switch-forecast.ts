import type { Diagnostics } from "../../framework";
import { grouped } from "../name-some";

/** How many requests the hub takes in how many seconds. */
export interface SwitchPace {
  readonly requests: number;
  readonly perSeconds: number;
}

/** Durations, in seconds, from which on a plan tells how long its switches take. */
const TOLD_FROM: readonly number[] = [60, 3_600, 86_400];

/**
 * Counts the switches that the plans of one process send, and tells how long they take. Terraform plans one object
 * after the other and never says which one is the last, so the count is a lower bound.
 */
export class SwitchForecast {
  #switches = 0;
  #told = 0;

  constructor(private readonly pace: () => SwitchPace | null) {}

  /** How long switches take at the known pace, such as "about 5 min at 5 per 30 s"; null where no pace is known. */
  describe(switches: number): string | null {
    const pace = this.pace();
    if (pace === null) return null;
    const { requests, perSeconds } = pace;
    return `about ${roughly(secondsFor(switches, pace))} at ${grouped(requests)} per ${perSeconds} s`;
  }

  /** Adds switches of one plan; warns when all that were added take longer than a minute, an hour, or a day. */
  add(switches: number, diagnostics: Diagnostics): void {
    this.#switches += switches;
    const pace = this.pace();
    if (pace === null || switches === 0) return;
    const seconds = secondsFor(this.#switches, pace);
    const passed = TOLD_FROM.filter((bound) => seconds > bound).length;
    if (passed <= this.#told) return;
    this.#told = passed;
    diagnostics.warning(
      `At least ${grouped(this.#switches)} switches, about ${roughly(seconds)}`,
      `So far, this plan sends ${grouped(this.#switches)} switches; objects that Terraform plans later add to them. At ${grouped(pace.requests)} per ${pace.perSeconds} s, they take about ${roughly(seconds)}. What an apply does not finish, for example because the time limit of a pipeline ends it, is planned again by the next plan.`,
    );
  }
}

/** Seconds that so many switches take at a pace. */
export function secondsFor(switches: number, { requests, perSeconds }: SwitchPace): number {
  return (switches * perSeconds) / requests;
}

/** A duration in its largest unit, rounded, such as "5 h". */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3_600 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}
