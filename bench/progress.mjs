// Prints each figure when it is measured: the table comes last, and some suites take a quarter of an hour.

/**
 * @param {Record<string, { median: number }>} seen what ran in turn, by name
 * @param {string} what
 */
export function tell(what, seen) {
  const figures = Object.entries(seen).map(([name, { median }]) => `${name} ${(median / 1000).toFixed(2)} s`);
  console.error(`  ${what}: ${figures.join(", ")}`);
}
