import { type SharedLimit, type SharedResult, share } from "./shared-limit";

const SEEDS = [1, 7, 42, 99, 1_234, 77_777, 4_711, 815];

/** The average over several seeds: a single one depends on who came first. */
function averages(options: Omit<SharedLimit, "seed">): SharedResult {
  const all = SEEDS.map((seed) => share({ ...options, seed }));
  const mean = (name: keyof SharedResult) => all.reduce((sum, result) => sum + result[name], 0) / all.length;
  return { ratio: mean("ratio"), spread: mean("spread"), refused: mean("refused") };
}

const window = { limit: 5, windowMs: 2_000 };

// Without a word between processes, none can do much better: with the right interval known from the start, ten of them
// take 1.2 times the shortest time with a tenth of the requests refused.
test.each([
  [10, true, { ratio: 1.6, spread: 2.5, refused: 0.45 }],
  [10, false, { ratio: 2.3, spread: 4.5, refused: 0.3 }],
  [5, true, { ratio: 1.5, spread: 2.2, refused: 0.35 }],
  [2, true, { ratio: 1.9, spread: 2.2, refused: 0.2 }],
  [1, true, { ratio: 1.6, spread: 1, refused: 0.2 }],
])(
  "%i processes with 30 switches each, Retry-After: %p, share a learned pace",
  (processes, retryAfter, most) => {
    const { ratio, spread, refused } = averages({ processes, requests: 32, retryAfter, ...window });
    expect(ratio).toBeLessThan(most.ratio);
    expect(spread).toBeLessThanOrEqual(most.spread);
    expect(refused).toBeLessThan(most.refused);
  },
);

test.each([
  [5, 2_000, true],
  [5, 30_000, true],
  [100, 60_000, true],
  [5, 2_000, false],
  [5, 30_000, false],
])(
  "one process with 1,000 requests at %i in %i ms (Retry-After: %p) is hardly refused",
  (limit, windowMs, retryAfter) => {
    const { ratio, refused } = averages({ processes: 1, requests: 1_000, retryAfter, limit, windowMs });
    expect(ratio).toBeLessThan(1.3);
    expect(refused).toBeLessThan(0.06);
  },
);
