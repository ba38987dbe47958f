import { explainFailure, runSequence } from "./sequence";

/** Which sequences are told; the environment may say otherwise. */
export interface Sequences {
  /** How many: SEQUENCES. */
  readonly count: number;
  /** The first one's seed: SEQUENCE_SEED. */
  readonly seed: number;
  /** Steps of each: SEQUENCE_LENGTH. */
  readonly length: number;
}

/** How many sequences share a test: enough to keep the list short, few enough to see how far it got. */
const IN_ONE_TEST = 20;

/** Tells the sequences from a seed on; a failure prints the seed with its steps. */
export function testSequences(usual: Sequences): void {
  const count = Number(process.env["SEQUENCES"] ?? usual.count);
  const seed = Number(process.env["SEQUENCE_SEED"] ?? usual.seed);
  const length = Number(process.env["SEQUENCE_LENGTH"] ?? usual.length);
  jest.setTimeout(180_000);
  const groups = Array.from({ length: Math.ceil(count / IN_ONE_TEST) }, (_, group) => {
    const first = seed + group * IN_ONE_TEST;
    return { first, last: Math.min(first + IN_ONE_TEST, seed + count) - 1 };
  });
  test.each(groups)("the sequences of seeds $first to $last converge", async ({ first, last }) => {
    for (let at = first; at <= last; at += 1) {
      const report = await runSequence(at, length);
      if (report.complaints.length > 0) throw new Error(await explainFailure(report));
    }
  });
}
