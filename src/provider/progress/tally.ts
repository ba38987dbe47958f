/** How a switch ended: sent and accepted, not needed, or failed. */
export type Settled = "sent" | "unchanged" | "failed";

/** Numbers and rate of an apply's switches. */
export interface Counts {
  readonly done: number;
  readonly pending: number;
  readonly failed: number;
  /** Measured over the last switches; null while there are too few. */
  readonly perMinute: number | null;
}

/** The rate is measured over this many of the last switches, so that it follows the hub. */
const REMEMBERED = 60;
const FEWEST = 5;

/** Counts the switches of one apply. Times are in milliseconds. */
export class Tally {
  #pending = 0;
  #done = 0;
  #failed = 0;
  #ends: number[] = [];

  expect(count: number): void {
    this.#pending += count;
  }

  settle(how: Settled, now: number): void {
    this.#pending -= 1;
    if (how === "failed") this.#failed += 1;
    else this.#done += 1;
    if (how === "unchanged") return;
    this.#ends.push(now);
    if (this.#ends.length > REMEMBERED) this.#ends.shift();
  }

  counts(now: number): Counts {
    return { done: this.#done, pending: this.#pending, failed: this.#failed, perMinute: this.#pace(now) };
  }

  /** The measured time ends now, not at the last switch, so that a pause of the hub lowers the rate. */
  #pace(now: number): number | null {
    const [first] = this.#ends;
    if (first === undefined || this.#ends.length < FEWEST || now <= first) return null;
    return (this.#ends.length - 1) / ((now - first) / 60_000);
  }
}
