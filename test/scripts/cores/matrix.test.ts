import { matrix } from "../../../scripts/cores/matrix.mjs";

const suite = (name: string, ...tests: readonly (readonly [string, string])[]) => ({
  name: `/clone/test/acceptance/${name}.test.ts`,
  assertionResults: tests.map(([status, suiteTitle], index) => ({
    ancestorTitles: [suiteTitle],
    title: `test ${index}`,
    status,
  })),
});

const made = (
  cores: Readonly<Record<string, readonly object[]>>,
): { readonly lines: readonly string[]; readonly failed: boolean } =>
  matrix(
    Object.entries(cores).map(([core, testResults]) => ({ core, results: { testResults } })) as never,
    "/clone/test/acceptance",
  );

test("each suite has a row and each core a column", () => {
  const { lines, failed } = made({
    "Terraform 1.11.4": [suite("channel/create", ["passed", "a"], ["passed", "a"])],
    "OpenTofu 1.12.6": [suite("channel/create", ["passed", "a"], ["failed", "a"])],
  });

  expect(failed).toBe(true);
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ["suite", "Terraform 1.11.4", "OpenTofu 1.12.6"],
    ["channel/create", "2 passed", "1 failed, 1 passed"],
    ["all tests", "2 passed", "1 failed, 1 passed"],
    [""],
    ["failed with OpenTofu 1.12.6: channel/create > a > test 1"],
  ]);
});

test("a suite whose feature the core lacks is named with the reason, and is no failure", () => {
  const { lines, failed } = made({
    "Terraform 1.11.4": [suite("query/query", ["pending", "queries [skipped: they came with 1.14]"])],
  });

  expect(failed).toBe(false);
  expect(lines).toContain("skipped with Terraform 1.11.4: query/query: they came with 1.14");
});

test("a suite that could not be started is a failure; one that a core did not run has a dash", () => {
  const { lines, failed } = made({ a: [suite("broken")], b: [suite("other", ["passed", "a"])] });

  expect(failed).toBe(true);
  expect(lines.map((line) => line.split(/ {2,}/))).toContainEqual(["broken", "not started", "-"]);
});
