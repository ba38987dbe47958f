import { findingTexts, groupBy } from "../../../comparison";
import { isQuiet, type ReportRow, type TrackingReport } from "../tracking-report";
import { escapeMarkup } from "./markup";
import { cellsOf, headings } from "./report-text";

/** A report as JUnit XML: a suite for each client, a case for each channel that is declared or has to be looked at. */
export function renderJunit({ comparison, at }: TrackingReport): string {
  const rows = (comparison?.rows ?? []).filter(
    (row) => row.declaredBy !== null || row.declared !== null || row.fails || row.ignored !== null,
  );
  const suites = groupBy(rows, ({ clientId }) => clientId ?? "no client");
  const counts = countsOf(rows);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="CTWA tracking" ${counts} timestamp="${escapeMarkup(at)}">`,
    ...[...suites].flatMap(([name, suite]) => [
      `  <testsuite name="${escapeMarkup(name)}" ${countsOf(suite)}>`,
      ...suite.map((row) => caseOf(row, name)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function countsOf(rows: readonly ReportRow[]): string {
  const failures = rows.filter(({ fails }) => fails).length;
  const skipped = rows.filter(({ ignored }) => ignored !== null).length;
  return `tests="${rows.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function caseOf(row: ReportRow, suite: string): string {
  const opening = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(row.id)}" time="0"`;
  const { finding, ignored } = row;
  if (ignored !== null) {
    const message = `${finding}, ignored until ${ignored.until}: ${ignored.reason}`;
    return `${opening}><skipped message="${escapeMarkup(message)}"/></testcase>`;
  }
  if (!row.fails)
    return isQuiet(finding) ? `${opening}/>` : `${opening}><system-out>${finding}</system-out></testcase>`;
  const details = cellsOf(row).map((cell, index) => `${headings[index]}: ${cell}`);
  const text = escapeMarkup(details.filter((line) => !line.endsWith(": ")).join("; "));
  const message = escapeMarkup(`The channel ${findingTexts[finding]}.`);
  return `${opening}><failure type="${finding}" message="${message}">${text}</failure></testcase>`;
}
