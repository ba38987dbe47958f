import { nearestId, suggestId } from "../../../src/provider/channels/nearest-id";

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

test.each([
  ["berlnCH", "berlinCH?"],
  ["BERLINch", "case-sensitive"],
  ["parisCH", /^$/],
])("what is said of %s names %s", (id, fact) => {
  expect(suggestId(id, KNOWN)).toEqual(
    typeof fact === "string" ? expect.stringContaining(fact) : expect.stringMatching(fact),
  );
});
