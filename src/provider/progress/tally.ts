/** How a switch ended: sent and accepted, not needed, or failed. */
export type Settled = "sent" | "unchanged" | "failed";

/** How many switches an apply has to do, has done, and how fast. */
export interface Counts {
  readonly done: number;
  readonly pending: number;
  readonly failed: number;
  /** Measured over the last switches; null while there are too few. */
  readonly perMinute: number | null;
}

/** The pace is measured over this many of the last switches, so that it follows the host. */
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

  /** Counts up to now, not up to the last switch: a pause of the host slows the pace. */
  #pace(now: number): number | null {
    const [first] = this.#ends;
    if (first === undefined || this.#ends.length < FEWEST || now <= first) return null;
    return (this.#ends.length - 1) / ((now - first) / 60_000);
  }
}
