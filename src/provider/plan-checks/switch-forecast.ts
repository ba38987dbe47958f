import type { Diagnostics } from "../../framework";
import { grouped } from "../name-some";

/** The rate at which the hub accepts requests. */
export interface SwitchPace {
  readonly requests: number;
  readonly perSeconds: number;
}

/** Durations in seconds: a plan warns each time its switches take longer than the next one. */
const TOLD_FROM: readonly number[] = [60, 3_600, 86_400];

/**
 * Counts the switches that the plans of one process send, and estimates how long they take. Terraform never says which
 * object is the last, so the count is a lower bound.
 */
export class SwitchForecast {
  #switches = 0;
  #told = 0;

  constructor(private readonly pace: () => SwitchPace | null) {}

  /** How long switches take at the known rate, such as "about 5 min at 5 per 30 s"; null if no rate is known. */
  describe(switches: number): string | null {
    const pace = this.pace();
    if (pace === null) return null;
    const { requests, perSeconds } = pace;
    return `about ${roughly(secondsFor(switches, pace))} at ${grouped(requests)} per ${perSeconds} s`;
  }

  /** Adds the switches of one plan. Warns if all of them together take longer than a minute, an hour, or a day. */
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
      `This plan sends at least ${grouped(this.#switches)} switches; objects that Terraform plans later may add more. At ${grouped(pace.requests)} per ${pace.perSeconds} s, they take about ${roughly(seconds)}. If an apply ends early, for example at the time limit of a pipeline, the next plan contains the remaining switches.`,
    );
  }
}

/** Seconds that a number of switches takes at a rate. */
export function secondsFor(switches: number, { requests, perSeconds }: SwitchPace): number {
  return (switches * perSeconds) / requests;
}

/** A duration in its largest unit, rounded, such as "5 h". */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3_600 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}
