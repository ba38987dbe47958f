import { FINDINGS, findingTexts } from "../../../comparison";
import { visible } from "../../text/visible";
import { CHANGES, changeTexts } from "../plan/plan-changes";
import type { PlanSummary } from "../plan/plan-summary";
import { type Comparison, isShown, type TrackingReport } from "../tracking-report";
import { grouped } from "./markup";
import { attentionLine, cellsOf, changesLine, headings, notesOf } from "./report-text";

/** A report as text for a terminal. */
export function renderTable(report: TrackingReport): string {
  const { plan, comparison } = report;
  const parts = [
    ...(plan === null ? [] : planLines(plan)),
    ...(comparison === null ? [] : comparisonLines(comparison)),
    ...notesOf(report).map(visible),
  ];
  return `${parts.join("\n")}\n`;
}

function comparisonLines(comparison: Comparison): string[] {
  const { rows, counts, clients } = comparison;
  const shown = rows.filter(isShown);
  const totals = FINDINGS.filter((finding) => counts[finding] > 0).map((finding) => [
    ...[finding, grouped(counts[finding]), `The channel ${findingTexts[finding]}.`],
  ]);
  const found = FINDINGS.filter((finding) => shown.some((row) => row.finding === finding));
  const byClient = clients
    .filter((client) => found.some((finding) => client.counts[finding] > 0))
    .map(({ clientId, clientName, total, counts: own }) => [
      ...[clientId ?? "(no client)", clientName ?? "", grouped(total)],
      ...found.map((finding) => grouped(own[finding])),
    ]);
  return [
    `CTWA tracking: ${attentionLine(comparison)}`,
    "",
    ...table(["finding", "channels", "means"], totals),
    "",
    ...(byClient.length === 0 ? [] : [...table(["client", "name", "all", ...found], byClient), ""]),
    ...(shown.length === 0 ? [] : [...table(headings, shown.map(cellsOf)), ""]),
  ];
}

function planLines({ changes, counts, guards, duration, notKnown }: PlanSummary): string[] {
  const totals = CHANGES.filter((change) => counts[change] > 0).map((change) => [
    ...[change, grouped(counts[change]), `The plan ${changeTexts[change]}.`],
  ]);
  const rows = changes.map(({ channelId, clientId, change, address }) => [
    ...[change, channelId, clientId ?? "", address],
  ]);
  return [
    `Plan: ${changesLine(counts)}`,
    `Duration: ${duration}`,
    ...guards.map(({ name, text, isExceeded }) => `Guard ${name}: ${text}${isExceeded ? ", EXCEEDED" : ""}`),
    ...notKnown.map((address) => `Known at apply: ${address}`),
    "",
    ...(rows.length === 0 ? [] : [...table(["change", "channels", "means"], totals), ""]),
    ...(rows.length === 0 ? [] : [...table(["change", "channel", "client", "declared by"], rows), ""]),
  ];
}

/** Rows in columns, the headings in capitals; the last column is not filled up. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [heads.map((head) => head.toUpperCase()), ...rows.map((row) => row.map(visible))];
  const widths = heads.map((_, column) =>
    lines.reduce((most, line) => Math.max(most, lengthOf(line[column] ?? "")), 0),
  );
  return lines.map((line) =>
    line
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - lengthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
