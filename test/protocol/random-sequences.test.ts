import { testSequences } from "./sequences/test-sequences";

testSequences({ count: 200, seed: 1, length: 4 });
