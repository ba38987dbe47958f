// Prints figures as a table, with the ratio to what each was measured against and the target, if there is one.

const COLUMNS = ["what", "median", "min", "max", "ratio", "target", ""];

/** @returns {string} */
export function table(rows) {
  const lines = [COLUMNS, ...rows.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join("  "),
    )
    .join("\n");
}

/** A target is for the ratio where there is something to compare with, else for the median itself. */
function meetsTarget({ median, against, target }) {
  return target === undefined || (against === undefined ? median : median / against) <= target;
}

function cells(row) {
  const { what, unit, median, min, max, against, target } = row;
  return [
    what,
    `${number(median)} ${unit}`,
    number(min),
    number(max),
    against === undefined ? "" : `${(median / against).toFixed(2)} ×`,
    target === undefined ? "" : against === undefined ? `≤ ${number(target)}` : `≤ ${target.toFixed(2)} ×`,
    target === undefined ? "" : meetsTarget(row) ? "met" : "missed",
  ];
}

function number(value) {
  if (value === undefined || Number.isNaN(value)) return "";
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
}
