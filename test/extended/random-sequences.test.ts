import { testSequences } from "../protocol/sequences/test-sequences";
import { suite } from "./needs";

suite("thousands of random sequences", {}, () => {
  // Other seeds than those of test/protocol, and longer stories.
  testSequences({ count: 3_000, seed: 1_001, length: 8 });
});
