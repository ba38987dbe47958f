import type { Diagnostics } from "../framework";
import { grouped } from "./name-some";

/** How many warnings of a kind are shown in full. */
const IN_FULL = 3;

/**
 * Limits warnings that repeat for many objects of one process. It shows the first three of a kind in full, then only
 * their number, at 10, 30, 100, 300 and so on. Terraform never says which object is the last, so each number is a
 * lower bound.
 */
export class RepeatedWarnings {
  readonly #counts = new Map<string, number>();

  /** Adds a warning about one object. The summary is the kind; it is the same for all objects. */
  warn(diagnostics: Diagnostics, summary: string, detail: string): void {
    const count = (this.#counts.get(summary) ?? 0) + 1;
    this.#counts.set(summary, count);
    if (count <= IN_FULL) {
      diagnostics.warning(summary, detail);
    } else if (isTold(count)) {
      diagnostics.warning(
        `${summary}: ${grouped(count)} so far`,
        `The same warning applies to at least ${grouped(count)} objects of this run. The first ${IN_FULL} are shown in full.`,
      );
    }
  }
}

/** Whether a count is a power of ten, or three times one. */
function isTold(count: number): boolean {
  return /^[13]0+$/.test(String(count));
}
