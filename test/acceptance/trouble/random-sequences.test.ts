import { runSequence } from "../../protocol/sequences/sequence";
import { terraformRunner } from "../harness/terraform-runner";

jest.setTimeout(120_000);

/** Steps of each story: every one costs a run or two of the binary. */
const STEPS = 1;

// What the model tells of thousands, told of ten by the binary that it is a model of.
test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("the sequence of seed %i converges", async (seed) => {
  const { told, complaints } = await runSequence(seed, STEPS, terraformRunner);

  expect({ told, complaints }).toEqual({ told, complaints: [] });
});
