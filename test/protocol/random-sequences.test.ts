import { testSequences } from "./sequences/test-sequences";

testSequences({
  count: Number(process.env["SEQUENCES"] ?? 200),
  seed: Number(process.env["SEQUENCE_SEED"] ?? 1),
});
