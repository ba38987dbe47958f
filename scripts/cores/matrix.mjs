// A table of test suites and the cores that they ran with, made from jest's results.
import path from "node:path";

/**
 * @typedef {{ title: string, status: string, ancestorTitles: string[] }} TestResult
 * @typedef {{ name: string, assertionResults: TestResult[] }} SuiteResult what jest's --json writes of one file
 * @typedef {{ core: string, results: { testResults: SuiteResult[] } }} Run all suites with one core
 */

/** What a suite's title ends with if the core lacks its feature (test/acceptance/harness/since.ts). */
const SKIPPED = / \[skipped: (.*)\]$/;

/**
 * @param {readonly Run[]} runs
 * @param {string} folder the folder that suites are named from
 * @returns {{ lines: string[], failed: boolean }} lines to print, and whether anything failed
 */
export function matrix(runs, folder) {
  const byCore = runs.map(({ core, results }) => ({ core, suites: suitesOf(results.testResults, folder) }));
  const names = [...new Set(byCore.flatMap(({ suites }) => [...suites.keys()]))].sort();
  const rows = [
    ["suite", ...byCore.map(({ core }) => core)],
    ...names.map((name) => [name, ...byCore.map(({ suites }) => cell(suites.get(name)))]),
    ["all tests", ...byCore.map(({ suites }) => cell([...suites.values()].flat()))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const table = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return {
    lines: [...table, ...byCore.flatMap(({ core, suites }) => remarks(core, suites))],
    failed: byCore.some(({ suites }) => [...suites.values()].some((tests) => isFailed(tests))),
  };
}

/**
 * @param {readonly SuiteResult[]} results
 * @param {string} folder
 * @returns {Map<string, TestResult[]>}
 */
function suitesOf(results, folder) {
  const nameOf = (/** @type {string} */ file) => path.relative(folder, file).replace(/\.test\.ts$/, "");
  return new Map(results.map(({ name, assertionResults }) => [nameOf(name), assertionResults]));
}

/** A file without results could not be started. @param {readonly TestResult[]} tests */
function isFailed(tests) {
  return tests.length === 0 || count(tests, "failed") > 0;
}

/**
 * @param {readonly TestResult[]} tests
 * @param {string} status
 */
function count(tests, status) {
  return tests.filter((test) => test.status === status).length;
}

/** @param {readonly TestResult[] | undefined} tests undefined if the suite was not run with this core */
function cell(tests) {
  if (tests === undefined) return "-";
  if (tests.length === 0) return "not started";
  const counts = [
    ["failed", count(tests, "failed")],
    ["passed", count(tests, "passed")],
    ["skipped", count(tests, "pending")],
  ];
  return counts.flatMap(([word, number]) => (number === 0 ? [] : `${number} ${word}`)).join(", ");
}

/**
 * What failed with a core, and what was skipped and why.
 * @param {string} core
 * @param {Map<string, TestResult[]>} suites
 */
function remarks(core, suites) {
  const lines = [...suites].flatMap(([name, tests]) => [
    ...tests
      .filter(({ status }) => status === "failed")
      .map(
        ({ ancestorTitles, title }) => `failed with ${core}: ${[name, ...ancestorTitles, title].join(" > ")}`,
      ),
    ...reasons(tests).map((reason) => `skipped with ${core}: ${name}: ${reason}`),
  ]);
  return lines.length === 0 ? [] : ["", ...lines];
}

/** @param {readonly TestResult[]} tests */
function reasons(tests) {
  const told = tests.flatMap(({ ancestorTitles }) => ancestorTitles.map((title) => SKIPPED.exec(title)?.[1]));
  return [...new Set(told)].filter((reason) => reason !== undefined);
}
