import { Random } from "../../framework/value/random";
import { applyNow } from "./apply";
import { converge } from "./converge";
import { openPlay } from "./play";
import { modelRunner } from "./runner";
import { begin, takeStep } from "./steps";

/** How a sequence went. */
export interface Report {
  readonly seed: number;
  readonly length: number;
  /** What was done, in words. */
  readonly told: readonly string[];
  /** What should not have been; nothing where all is well. */
  readonly complaints: readonly string[];
}

/** Tells the story of a seed, or only its first steps, and brings it to a good end. */
export async function runSequence(seed: number, length: number, kind = modelRunner()): Promise<Report> {
  const play = await openPlay(new Random(seed), kind);
  const told: string[] = [JSON.stringify(play.simulator.control.settings())];
  const complaints: string[] = [];
  const apply = async () => {
    const { outcome, complaints: broken } = await applyNow(play);
    const errors = outcome.errors.map(({ address, summary }) => `${address} ${summary}`);
    told.push(`apply: ${errors.join(", ") || "done"}`);
    complaints.push(...broken);
  };
  try {
    told.push(...begin(play));
    await apply();
    for (let number = 0; number < length; number += 1) {
      told.push(takeStep(play));
      if (play.random.below(4) > 0) await apply();
    }
    complaints.push(...(await converge(play)));
  } finally {
    await play.close();
  }
  return { seed, length, told, complaints };
}

/** A failed sequence in words, cut down to the fewest first steps that fail too. */
export async function explainFailure(failed: Report): Promise<string> {
  const { seed, length, told, complaints } = await shortened(failed);
  return [
    `seed ${seed}, ${length} steps:`,
    ...told.map((words) => `  ${words}`),
    "went wrong:",
    ...complaints.map((words) => `  ${words}`),
    `Again: SEQUENCES=1 SEQUENCE_SEED=${seed} SEQUENCE_LENGTH=${length} npx jest --selectProjects protocol test/protocol/random-sequences.test.ts`,
  ].join("\n");
}

async function shortened(failed: Report): Promise<Report> {
  for (let length = 0; length < failed.length; length += 1) {
    const shorter = await runSequence(failed.seed, length);
    if (shorter.complaints.length > 0) return shorter;
  }
  return failed;
}
