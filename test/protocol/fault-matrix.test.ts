import { testMatrix } from "./faults/matrix";

// Every kind of trouble at every call: mended by sending again, or told. The other circumstances: test/extended.
testMatrix([
  { time: "first", retries: 4, reported: true },
  { time: "third", retries: 0, reported: false },
]);
