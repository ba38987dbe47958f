// How a time grows with the number of things: 1 is in step with it, 2 with its square.

/** The exponent of the power law that fits best: the slope of the least squares line through the logarithms. */
export function exponent(points) {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const mean = (index) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return covariance / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

/**
 * A row per word, over the medians of the rows that carry it with a size.
 * @param {{ growth?: string, size?: number, median: number }[]} rows
 */
export function growthRows(rows) {
  const words = [...new Set(rows.flatMap(({ growth }) => growth ?? []))];
  return words.flatMap((growth) => {
    const points = rows.filter((row) => row.growth === growth).map(({ size, median }) => [size, median]);
    if (points.length < 2) return [];
    const what = `${growth}: grows with the number to the power of`;
    return [{ what, unit: "", median: exponent(points) }];
  });
}
