import type { Clock } from "../../client";
import type { Diagnostics } from "../../framework";
import { grouped } from "../name-some";

/** The rate at which the hub accepts requests. */
export interface SwitchPace {
  readonly requests: number;
  readonly perSeconds: number;
}

/** The limit of client balances: the nearest one that 360dialog documents, since there is none for switches. */
const DOCUMENTED: SwitchPace = { requests: 5, perSeconds: 30 };

/** Durations, in seconds, from which on a plan tells how long its switches take. */
const TOLD_FROM: readonly number[] = [60, 3_600, 86_400];

/**
 * A count is told once nothing was added for a multiple of the mean time between two plans, within these bounds in
 * milliseconds, and after the longest wait in any case.
 */
const QUIET = { perPlan: 10, least: 300, most: 1_000 };
const LONGEST_WAIT = 30_000;

/** What telling a forecast works with. */
export interface ForecastContext {
  readonly client: { readonly writes: { readonly hasBegun: boolean } };
  readonly signal: AbortSignal;
  readonly diagnostics: Diagnostics;
}

/**
 * Counts the switches that the plans of one process send, and tells how long they take. Terraform never says which
 * plan is the last one, so the object that reaches a minute waits until no other adds to the count.
 */
export class SwitchForecast {
  #switches = 0;
  /** How many of the durations were told. */
  #told = 0;
  #isWaiting = false;
  /** A count whose duration was described elsewhere. */
  #described = 0;
  #plans = 0;
  #firstPlan = 0;

  /** @param limit the limit that the user has set; null if there is none */
  constructor(
    private readonly limit: SwitchPace | null,
    private readonly clock: Pick<Clock, "now" | "sleep">,
  ) {}

  /** How long switches take, such as "52 switches, about 5 min at 5 per 30 s". */
  describe(switches: number): string {
    this.#described = switches;
    return this.#text(switches);
  }

  /** Adds switches of one plan. */
  add(switches: number): void {
    this.#switches += switches;
    if (this.#plans === 0) this.#firstPlan = this.clock.now();
    this.#plans += 1;
  }

  /**
   * Warns once when all switches that were added take longer than a minute; once more where a plan turns out to take
   * hours, or days, after that. An apply plans each object again: it tells nothing once it has begun to write.
   */
  async tell({ client: { writes }, signal, diagnostics }: ForecastContext): Promise<void> {
    if (this.#isWaiting || this.#reached() <= this.#told || writes.hasBegun) return;
    // A single fleet has described them all in its own warning.
    if (this.#described === this.#switches) return;
    this.#isWaiting = true;
    try {
      await this.#untilQuiet(signal);
    } finally {
      this.#isWaiting = false;
    }
    this.#told = this.#reached();
    if (this.#described === this.#switches) return;
    diagnostics.warning(this.#text(this.#switches), `${PLANNED} ${this.#source()} ${UNFINISHED}`);
  }

  async #untilQuiet(signal: AbortSignal): Promise<void> {
    const begun = this.clock.now();
    let seen = -1;
    while (seen !== this.#plans && this.clock.now() - begun < LONGEST_WAIT) {
      seen = this.#plans;
      const perPlan = (this.clock.now() - this.#firstPlan) / this.#plans;
      const quiet = Math.max(QUIET.least, Math.min(QUIET.most, QUIET.perPlan * perPlan));
      await this.clock.sleep(quiet, signal);
    }
  }

  #text(switches: number): string {
    const { requests, perSeconds } = this.#pace;
    const duration = roughly(secondsFor(switches, this.#pace));
    return `${grouped(switches)} ${switches === 1 ? "switch" : "switches"}, about ${duration} at ${grouped(requests)} per ${perSeconds} s`;
  }

  #reached(): number {
    const seconds = secondsFor(this.#switches, this.#pace);
    return TOLD_FROM.filter((bound) => seconds > bound).length;
  }

  #source(): string {
    return this.limit === null
      ? "rate_limit (DIALOG360_RATE_LIMIT) is not set and 360dialog documents no limit for switches: this is the nearest documented one. The hub may take them faster."
      : "The pace is that of rate_limit.";
  }

  get #pace(): SwitchPace {
    return this.limit ?? DOCUMENTED;
  }
}

const PLANNED =
  "The objects planned so far send these switches; objects that depend on others may be planned later.";
const UNFINISHED =
  "If an apply ends early, for example at the time limit of a pipeline, the next plan contains the remaining switches.";

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
