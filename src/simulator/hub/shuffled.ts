let calls = 0;

/** The members in another order at each call; the same orders in each process, so that a test can be repeated. */
export function shuffled<T>(members: readonly T[]): T[] {
  calls += 1;
  const next = generator(calls);
  const keyed = members.map((member) => ({ member, key: next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ member }) => member);
}

/** Numbers that look random (a linear congruential generator with the constants of Numerical Recipes). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}
