import { contract } from "./contract";
import { allowedForReal, missingForReal, real, simulated } from "./target";

describe("the simulator", () => {
  contract(simulated, { writes: true, signals: true });
});

const missing = missingForReal(process.env);

if (missing.length === 0) {
  describe("the real API", () => {
    contract(() => real(process.env), allowedForReal(process.env));
  });
} else {
  test.skip(`the real API: not asked, since the environment lacks ${missing.join(", ")}`, () => {});
}
