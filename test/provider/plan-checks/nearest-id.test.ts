import { nearestId } from "../../../src/provider/plan-checks/nearest-id";

const KNOWN = ["berlinCH", "bernCH", "grazCH", "n00001CH"];

test.each([
  ["berlnCH", "berlinCH"],
  ["BERLINch", "berlinCH"],
  ["brenCH", "bernCH"],
  ["grazzzCH", "grazCH"],
  ["n00010CH", "n00001CH"],
])("%s is near to %s", (id, expected) => {
  expect(nearestId(id, KNOWN)).toBe(expected);
});

test.each(["parisCH", "xyz", "", "exampleCL"])("%j is near to none", (id) => {
  expect(nearestId(id, KNOWN)).toBeUndefined();
});
