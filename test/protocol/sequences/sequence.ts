import { Random } from "../../framework/value/random";
import { disagreements } from "../tracking-state";
import { applyNow, configurationOf, modelRunner, openPlay, type Play } from "./play";
import { comeBack, create, takeStep } from "./steps";

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
    told.push(String(create(play)), String(create(play)));
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

/** Without any more trouble an apply makes everything so, and the plan after it is empty. */
async function converge(play: Play): Promise<string[]> {
  const { core, simulator } = play;
  play.alarm = null;
  simulator.control.clearFaults();
  while (comeBack(play) !== undefined) {}
  const config = configurationOf(play);
  const leaving = toBeSwitchedOff(play);
  const complaints = [];
  // A hub that reports late may show a refresh what is not so any more: then it takes one apply more.
  if (simulator.control.settings().delayedFlag > 0) complaints.push(...(await applyNow(play)).complaints);
  const { outcome, complaints: broken } = await applyNow(play);
  complaints.push(
    ...broken,
    ...outcome.errors.map(({ summary, detail }) => `at last: ${summary}: ${detail}`),
  );
  complaints.push(...disagreements(play, config, outcome));
  const { changes } = await core.plan(config);
  complaints.push(
    ...changes.map(({ address, action }) => `the last plan still wants to ${action} ${address}`),
  );
  complaints.push(
    ...leaving.filter((id) => simulator.control.channel(id)?.ctwa).map((id) => `${id} is still on`),
  );
  return complaints;
}

/** Channels whose only block is gone, and whose tracking has to go with it. */
function toBeSwitchedOff({ core, blocks, moved }: Play): string[] {
  const declared = new Set([...blocks.values()].map(({ channel_id: id }) => id));
  const from = new Set(moved.map((move) => move.from));
  return [...core.state].flatMap(([address, { attributes }]) => {
    const { channel_id: id, on_destroy } = JSON.parse(attributes);
    return declared.has(id) || from.has(address) || on_destroy === "keep" ? [] : [String(id)];
  });
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
