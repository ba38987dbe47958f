import { explainFailure, runSequence } from "./sequence";

/** How many sequences share a test: enough to keep the list short, few enough to see how far it got. */
const IN_ONE_TEST = 20;

/** Runs so many sequences from a seed on; a failure prints the seed with its steps. */
export function testSequences({ count, seed }: { readonly count: number; readonly seed: number }): void {
  jest.setTimeout(180_000);
  const groups = Array.from({ length: Math.ceil(count / IN_ONE_TEST) }, (_, group) => {
    const first = seed + group * IN_ONE_TEST;
    return { first, last: Math.min(first + IN_ONE_TEST, seed + count) - 1 };
  });
  test.each(groups)("the sequences of seeds $first to $last converge", async ({ first, last }) => {
    for (let at = first; at <= last; at += 1) {
      const report = await runSequence(at);
      if (report.complaints.length > 0) throw new Error(await explainFailure(report));
    }
  });
}
