// What jest's results say about suites: one line for each that ran, and for each that was skipped and why.
import path from "node:path";

/**
 * @typedef {{ title: string, status: string, ancestorTitles: string[] }} TestResult
 * @typedef {{ name: string, assertionResults: TestResult[] }} SuiteResult what jest's --json writes of one file
 * @typedef {{ kind: "ran" | "failed" | "skipped", line: string }} Suite
 */

/** The title that a suite's only test has when the suite is skipped (test/extended/needs.ts). */
const SKIPPED = /^skipped: (.*)$/s;

/**
 * @param {{ testResults: SuiteResult[] }} results what jest's --json writes
 * @param {string} root the folder that files are named from
 * @returns {string[]} lines to print
 */
export function summarise({ testResults }, root) {
  const suites = testResults.flatMap((result) => suitesOf(result, path.relative(root, result.name)));
  /** @param {Suite["kind"]} kind */
  const lines = (kind) => suites.filter((suite) => suite.kind === kind).map(({ line }) => `  ${line}`);
  return [
    ...section("Ran:", lines("ran")),
    ...section("Failed:", lines("failed")),
    ...section("Skipped:", lines("skipped")),
  ];
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function section(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines];
}

/**
 * A file's outermost describe blocks are its suites; a file without results could not be started.
 * @param {SuiteResult} result
 * @param {string} file
 * @returns {Suite[]}
 */
function suitesOf({ assertionResults }, file) {
  if (assertionResults.length === 0) return [{ kind: "failed", line: `${file}: could not be run` }];
  const titles = new Set(assertionResults.map(({ ancestorTitles }) => ancestorTitles[0] ?? ""));
  return [...titles].map((title) =>
    describeSuite(
      title === "" ? file : `${title} (${file})`,
      assertionResults.filter(({ ancestorTitles }) => (ancestorTitles[0] ?? "") === title),
    ),
  );
}

/**
 * @param {string} name
 * @param {readonly TestResult[]} tests
 * @returns {Suite}
 */
function describeSuite(name, tests) {
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length;
  const failed = count("failed");
  if (failed > 0) return { kind: "failed", line: `${name}: ${failed} of ${tests.length} tests` };
  const reasons = tests.map(({ title }) => SKIPPED.exec(title)?.[1]).filter(Boolean);
  if (count("passed") === 0)
    return { kind: "skipped", line: `${name}: ${reasons.join("; ") || "not asked for"}` };
  const part = reasons.length > 0 ? `, but not all: ${reasons.join("; ")}` : "";
  return { kind: "ran", line: `${name}: ${count("passed")} tests${part}` };
}
