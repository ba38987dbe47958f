import { type ProgressRecord, parseProgress, SILENT_AFTER_MS } from "../../progress-record";

/** A file whose last line is older than this when the watch begins is left from an earlier apply. */
const EARLIER_MS = 60_000;

/** What was seen at one look at the file. */
export type Sight =
  | { readonly kind: "absent" }
  /** A text that is no whole JSON, which may be a file that is being copied. */
  | { readonly kind: "partial" }
  | { readonly kind: "foreign" }
  | { readonly kind: "record"; readonly record: ProgressRecord };

/** What the watch makes of it. */
export type Step =
  | { readonly kind: "waiting"; readonly earlier: ProgressRecord | null }
  | { readonly kind: "running"; readonly record: ProgressRecord }
  | { readonly kind: "ended"; readonly record: ProgressRecord }
  | { readonly kind: "died"; readonly record: ProgressRecord }
  | { readonly kind: "unusable" };

/** Judges a text of the file; null stands for a file that is not there. */
export function sightOf(text: string | null): Sight {
  if (text === null) return { kind: "absent" };
  const record = parseProgress(text);
  if (record === null) return { kind: "partial" };
  return record === "foreign" ? { kind: "foreign" } : { kind: "record", record };
}

/** Follows one apply from look to look. Times are in milliseconds since 1970. */
export class Watch {
  #last = "";
  #changedAt: number;
  /** The last text of an earlier apply. */
  #earlier: string | null = null;

  constructor(private readonly begunAt: number) {
    this.#changedAt = begunAt;
  }

  /** @param sight what was seen at `now` */
  look(sight: Sight, now: number): Step {
    const seen = JSON.stringify(sight);
    if (seen !== this.#last) this.#changedAt = now;
    const isFirst = this.#last === "";
    this.#last = seen;
    const isSilent = now - this.#changedAt >= SILENT_AFTER_MS;
    if (sight.kind === "absent") return { kind: "waiting", earlier: null };
    if (sight.kind === "foreign") return { kind: "unusable" };
    if (sight.kind === "partial") return isSilent ? { kind: "unusable" } : { kind: "waiting", earlier: null };
    const { record } = sight;
    if (isFirst && this.begunAt - Date.parse(record.updated_at) > EARLIER_MS) this.#earlier = seen;
    if (seen === this.#earlier) return { kind: "waiting", earlier: record };
    if (record.outcome !== "running") return { kind: "ended", record };
    // The clocks of two machines may differ, so a file counts as silent by the time of the watch alone.
    return { kind: isSilent ? "died" : "running", record };
  }
}
