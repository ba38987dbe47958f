// How a time grows with the number of things: 1 is in step with it, 2 with its square.

/**
 * @typedef {import("./verdict.mjs").Row} Row
 */

/**
 * The exponent of the power law that fits best: the slope of the least squares line through the logarithms.
 * @param {(readonly [number, number])[]} points
 */
export function exponent(points) {
  /** @type {[number, number][]} */
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const x = logs.reduce((sum, log) => sum + log[0], 0) / logs.length;
  const y = logs.reduce((sum, log) => sum + log[1], 0) / logs.length;
  const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return covariance / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

/**
 * A row per word, over the medians of the rows that carry it with a size.
 * @param {readonly Row[]} rows
 * @returns {Row[]}
 */
export function growthRows(rows) {
  const words = [...new Set(rows.flatMap(({ growth }) => growth ?? []))];
  return words.flatMap((growth) => {
    /** @type {[number, number][]} */
    const points = rows
      .filter((row) => row.growth === growth)
      .map(({ size = Number.NaN, median }) => [size, median]);
    if (points.length < 2) return [];
    const what = `${growth}: grows with the number to the power of`;
    return [{ what, unit: "", median: exponent(points) }];
  });
}
