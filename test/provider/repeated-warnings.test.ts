import { Diagnostics } from "../../src/framework";
import { RepeatedWarnings } from "../../src/provider/repeated-warnings";

test("the first three warnings of a kind are told in full, the others as a number", () => {
  const diagnostics = new Diagnostics();
  const repeats = new RepeatedWarnings();

  for (let index = 1; index <= 3_000; index += 1) repeats.warn(diagnostics, "Not known", `object ${index}`);
  repeats.warn(diagnostics, "Another kind", "object 1");

  expect(diagnostics.list.map(({ summary }) => summary)).toEqual([
    ...["Not known", "Not known", "Not known"],
    ...["Not known: 10 so far", "Not known: 30 so far", "Not known: 100 so far", "Not known: 300 so far"],
    ...["Not known: 1,000 so far", "Not known: 3,000 so far"],
    "Another kind",
  ]);
  expect(diagnostics.list.slice(0, 3).map(({ detail }) => detail)).toEqual([
    "object 1",
    "object 2",
    "object 3",
  ]);
});
