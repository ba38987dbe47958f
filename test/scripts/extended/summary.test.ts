import { summarise } from "../../../scripts/extended/summary.mjs";

const file = (name: string, ...tests: readonly (readonly [string, string, string])[]) => ({
  name: `/clone/test/extended/${name}.test.ts`,
  assertionResults: tests.map(([suite, title, status]) => ({ ancestorTitles: [suite], title, status })),
});

const summary = (...testResults: readonly object[]): string[] => summarise({ testResults }, "/clone");

test("what ran is told from what was skipped, with the reason", () => {
  const lines = summary(
    file("page", ["the page", "skipped: no chromium on PATH", "pending"]),
    file("cases", ["many cases", "one", "passed"], ["many cases", "another", "passed"]),
  );

  expect(lines).toEqual([
    "Ran:",
    "  many cases (test/extended/cases.test.ts): 2 tests",
    "Skipped:",
    "  the page (test/extended/page.test.ts): no chromium on PATH",
  ]);
});

test("a failure is counted, and a file that could not be run is one", () => {
  const lines = summary(file("cases", ["many", "a", "passed"], ["many", "b", "failed"]), file("broken"));

  expect(lines).toEqual([
    "Failed:",
    "  many (test/extended/cases.test.ts): 1 of 2 tests",
    "  test/extended/broken.test.ts: could not be run",
  ]);
});

test("a suite that ran in part says what of it did not", () => {
  const lines = summary(file("cases", ["many", "a", "passed"], ["many", "skipped: no busybox", "pending"]));

  expect(lines).toEqual(["Ran:", "  many (test/extended/cases.test.ts): 1 tests, but not all: no busybox"]);
});
