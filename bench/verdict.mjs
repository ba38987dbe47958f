// Judges a figure. A row has a median, mostly with a minimum and maximum. "against" holds the figures that it is
// compared with; "target" is then a ratio, and otherwise a median. "exact" is the only correct number.

/**
 * @typedef {{ median: number, min?: number, max?: number }} Measured
 * @typedef {Measured & { what: string, unit: string, runs?: number, against?: Measured | undefined,
 *   target?: number | undefined, exact?: number, growth?: string | undefined, size?: number, figure?: Figure }} Row a
 *   line of the table
 * @typedef {{ shape: string, step: string, size: number, of: "wall" | "processor" | "memory" | "provider" | "requests" }}
 *   Figure what a row says of a shape
 */

/** Factor above its target at which a ratio fails a short run: machines differ, and may be busy. */
const GROSS = 2;

/**
 * The ratio of medians, and that of minima, which noise moves less.
 * @param {Row} row
 * @returns {{ median?: number, least?: number | undefined }}
 */
export function ratios({ median, min, against }) {
  if (against === undefined) return {};
  const least = min === undefined || against.min === undefined ? undefined : min / against.min;
  return { median: median / against.median, least };
}

/**
 * @param {Row} row
 * @returns {boolean | undefined} undefined for a figure that nothing is asked of
 */
export function isMet(row) {
  if (row.exact !== undefined) return row.median === row.exact;
  return row.target === undefined ? undefined : (ratios(row).median ?? row.median) <= row.target;
}

/**
 * What each run fails for: another number of requests.
 * @param {readonly Row[]} rows
 */
export function inexact(rows) {
  return rows.filter(({ exact, median }) => exact !== undefined && median !== exact);
}

/**
 * What a short run fails for: another number of requests, and ratios far beyond their targets by both measures.
 * @param {readonly Row[]} rows
 */
export function grossFailures(rows) {
  return rows.filter((row) => {
    if (row.exact !== undefined) return row.median !== row.exact;
    const { median, least } = ratios(row);
    if (median === undefined || row.target === undefined) return false;
    // The processor time of the same run stands in the next row, and other programs move it less.
    if (row.figure?.of === "wall") return false;
    return Math.min(median, least ?? median) > GROSS * row.target;
  });
}
