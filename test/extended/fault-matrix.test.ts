import { testMatrix } from "../protocol/faults/matrix";
import { suite } from "./needs";

suite("faults at every call, in the circumstances that test/protocol leaves out", {}, () => {
  testMatrix(
    (["first", "third"] as const).flatMap((time) =>
      [4, 0].flatMap((retries) =>
        [true, false]
          .filter((reported) => reported !== (time === "first") || retries > 0 !== (time === "first"))
          .map((reported) => ({ time, retries, reported })),
      ),
    ),
  );
});
