// Times things in turn, A B A B …, so that a machine whose speed drifts is unfair to none of them.

/**
 * @template {string} Name
 * @param {Readonly<Record<Name, () => Promise<number>>>} subjects each runs once and gives its own figure
 * @param {number} rounds counted rounds, after one that is not
 * @param {{ warmUp?: boolean }} [options] without a warm-up the first round counts: for what takes minutes
 * @returns {Promise<Record<Name, Figures>>}
 */
export async function inTurn(subjects, rounds, { warmUp = true } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(subjects));
  /** @type {[Name, number[]][]} */
  const seen = names.map((name) => [name, []]);
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const [name, values] of seen) {
      const figure = await subjects[name]();
      if (round > 0) values.push(figure);
    }
  }
  return /** @type {Record<Name, Figures>} */ (
    Object.fromEntries(seen.map(([name, values]) => [name, figures(values)]))
  );
}

/**
 * Milliseconds that something takes.
 * @param {() => Promise<unknown>} run
 */
export async function timed(run) {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/**
 * @typedef {{ min: number, median: number, max: number, runs: number }} Figures
 * @param {readonly number[]} values
 * @returns {Figures}
 */
export function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    min: sorted[0] ?? Number.NaN,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
  };
}
