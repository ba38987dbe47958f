import { testSequences } from "../protocol/sequences/test-sequences";
import { suite } from "./needs";

suite("thousands of random sequences", {}, () => {
  // Other seeds than those of test/protocol.
  const seed = Number(process.env["SEQUENCE_SEED"] ?? 1_001);
  testSequences({ count: Number(process.env["SEQUENCES"] ?? 3_000), seed });
});
