// Prints figures as a table, with the ratio to what each was measured against and the target, if there is one.
import { isMet, ratios } from "./verdict.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 */

const COLUMNS = ["what", "median", "min", "max", "ratio", "of minima", "target", ""];

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function table(rows) {
  const lines = [COLUMNS, ...rows.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {Row} row */
function cells(row) {
  const { what, unit, median, min, max } = row;
  const ratio = ratios(row);
  const met = isMet(row);
  return [
    what,
    `${number(median)} ${unit}`,
    number(min),
    number(max),
    times(ratio.median),
    times(ratio.least),
    wanted(row),
    met === undefined ? "" : met ? "met" : "missed",
  ];
}

/** @param {Row} row */
function wanted({ exact, target, against }) {
  if (exact !== undefined) return `= ${number(exact)}`;
  if (target === undefined) return "";
  return against === undefined ? `≤ ${number(target)}` : `≤ ${target.toFixed(2)} ×`;
}

/** @param {number | undefined} ratio */
function times(ratio) {
  return ratio === undefined ? "" : `${ratio.toFixed(2)} ×`;
}

/** @param {number | undefined} value */
function number(value) {
  if (value === undefined || Number.isNaN(value)) return "";
  if (value < 10 && !Number.isInteger(value)) return value.toFixed(2);
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
}
