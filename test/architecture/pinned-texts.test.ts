import { findPinnedTexts, wordsInRow } from "./pinned-texts";
import { readFiles } from "./sources";

/**
 * Assertions that compare with four or more English words in a row. Those that remain are texts which the product hands
 * on or which a reader copies: names of ads, Terraform's own titles, log messages by which tools filter, generated pages,
 * a security policy, lines that the README shows. The number only goes down: a new test asserts a kind, a title's key, a
 * path and one fact.
 */
const REMAINING = 55;

test("assertions name facts, not sentences", () => {
  const pinned = readFiles(
    "test",
    (file) => file.endsWith(".ts") && !file.includes("/architecture/"),
  ).flatMap(({ file, text }) => findPinnedTexts(text, 4).map((literal) => `${file}: ${literal}`));

  expect(pinned.length > REMAINING ? pinned : []).toEqual([]);
});

test.each([
  ['expect(x).toContain("the host is not known")', ["the host is not known"]],
  ["expect(x).toThrow(/^the host is not known/)", ["^the host is not known"]],
  [
    'expect(x).toEqual([{ detail: expect.stringContaining("the host is not known") }])',
    ["the host is not known"],
  ],
  ["expect(x).toMatch(`the host is not known`)", ["the host is not known"]],
  ['expect(x).toContain("exampleCL of examplePA, partner_id, 404")', []],
  ['diagnostics.error("the host is not known")', []],
])("only texts of assertions count: %s", (text, found) => {
  expect(findPinnedTexts(text, 4)).toEqual(found);
});

test("a number, a path and a name with an underscore end a row of words", () => {
  expect(["no such file a.txt in it", "set max_retries to 3", "one two, three."].map(wordsInRow)).toEqual([
    3, 1, 3,
  ]);
});
