// Times things in turn, A B A B …, so that a machine whose speed drifts is unfair to none of them.

/**
 * @param {Record<string, () => Promise<number>>} subjects each runs once and gives its own figure
 * @param {number} rounds counted rounds, after one that is not
 * @param {{ warmUp?: boolean }} options without a warm-up the first round counts: for what takes minutes
 * @returns {Promise<Record<string, Figures>>}
 */
export async function inTurn(subjects, rounds, { warmUp = true } = {}) {
  const names = Object.keys(subjects);
  const seen = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const name of names) {
      const figure = await subjects[name]();
      if (round > 0) seen[name].push(figure);
    }
  }
  return Object.fromEntries(names.map((name) => [name, figures(seen[name])]));
}

/** Milliseconds that something takes. */
export async function timed(run) {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/**
 * @typedef {{ min: number, median: number, max: number, runs: number }} Figures
 * @returns {Figures}
 */
function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    min: sorted[0],
    median: sorted[Math.floor(sorted.length / 2)],
    max: sorted[sorted.length - 1],
    runs: sorted.length,
  };
}
