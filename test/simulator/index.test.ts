import * as door from "../../src/simulator";

test("the door offers these names and no others", () => {
  expect(Object.keys(door).sort()).toEqual([
    ...["SimulatorError", "createSimulator", "exampleSeed", "listen", "quirks", "startOptions"],
  ]);
});
