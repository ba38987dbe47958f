import { FINDINGS, type Finding, findingTexts, groupBy } from "../../../comparison";
import { visible } from "../../text/visible";
import { CHANGES, type PlannedChange } from "../plan/plan-changes";
import type { PlanSummary } from "../plan/plan-summary";
import { type Comparison, isShown, type ReportRow, type TrackingReport } from "../tracking-report";
import { Folds } from "./folds";
import { grouped } from "./markup";
import { attentionLine, cellsOf, changesLine, headings, notesOf } from "./report-text";

/** Rows of a table by client; the others are folded. */
const MOST_CLIENTS = 6;
const MOST_GUARDS = 5;
const MOST_NAMED = 3;

/**
 * A report as GitHub's and GitLab's Markdown: at most 60 lines, long lists folded. A name can bring neither markup nor
 * a mention: each is code, and each sign in it an entity.
 */
export function renderMarkdown(report: TrackingReport): string {
  const { plan, comparison } = report;
  const folds = new Folds();
  const lines = [
    ...(plan === null ? [] : planLines(plan, folds)),
    ...(comparison === null ? [] : comparisonLines(report, comparison, folds)),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Text from outside as code of Markdown or HTML. */
export function code(text: string): string {
  if (text === "") return "";
  const safe = visible(text).replace(/[^\p{L}\p{M}\p{N}\p{So} ,-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return `<code>${safe}</code>`;
}

function comparisonLines(report: TrackingReport, comparison: Comparison, folds: Folds): string[] {
  const { rows, counts } = comparison;
  const found = FINDINGS.filter((finding) => counts[finding] > 0);
  const sources = report.sources.slice(0, MOST_NAMED).map(code).join(", ");
  const more = report.sources.length - MOST_NAMED;
  const of = new Map<Finding, ReportRow[]>(found.map((finding) => [finding, []]));
  for (const row of rows) if (isShown(row)) of.get(row.finding)?.push(row);
  const ignored = rows.filter((row) => row.ignored !== null);
  return [
    `## CTWA tracking: ${attentionLine(comparison)}`,
    "",
    `Partner ${code(report.partnerId ?? "")}, ${report.at}. Declared in ${sources}${more > 0 ? ` and ${more} more` : ""}.`,
    ...notesOf(report).map((note) => `- ${code(note)}`),
    "",
    "| finding | channels | |",
    "|---|--:|---|",
    ...found.map((finding) => `| ${finding} | ${grouped(counts[finding])} | ${findingTexts[finding]} |`),
    "",
    ...(report.plan === null ? clientLines(comparison) : []),
    ...found.flatMap((finding) =>
      folds.table(
        `${finding}: ${grouped(of.get(finding)?.length ?? 0)}`,
        headings,
        (of.get(finding) ?? []).map(htmlCells),
      ),
    ),
    ...folds.table(
      `ignored: ${grouped(ignored.length)}`,
      [...headings, "reason", "until"],
      ignored.map((row) => [
        ...htmlCells(row),
        code(row.ignored?.reason ?? ""),
        code(row.ignored?.until ?? ""),
      ]),
    ),
  ];
}

function htmlCells(row: ReportRow): string[] {
  return cellsOf(row).map(code);
}

/** The clients whose channels have to be looked at, those with most of them first. */
function clientLines({ clients, rows }: Comparison): string[] {
  const attention = new Map<string | null, number>();
  for (const row of rows) {
    if (isShown(row)) attention.set(row.clientId, (attention.get(row.clientId) ?? 0) + 1);
  }
  const sorted = clients
    .filter(({ clientId }) => attention.has(clientId))
    .sort((a, b) => (attention.get(b.clientId) ?? 0) - (attention.get(a.clientId) ?? 0));
  if (sorted.length === 0) return [];
  const more = sorted.length - MOST_CLIENTS;
  return [
    "| client | name | channels | to look at |",
    "|---|---|--:|--:|",
    ...sorted
      .slice(0, MOST_CLIENTS)
      .map(
        ({ clientId, clientName, total }) =>
          `| ${code(clientId ?? "no client")} | ${code(clientName ?? "")} | ${grouped(total)} | ${grouped(attention.get(clientId) ?? 0)} |`,
      ),
    ...(more > 0 ? [`| and ${grouped(more)} more | | | |`] : []),
    "",
  ];
}

function planLines(plan: PlanSummary, folds: Folds): string[] {
  const { changes, counts, clients, guards, duration, notKnown } = plan;
  const found = CHANGES.filter((change) => counts[change] > 0);
  const cells = (values: readonly string[]) => `| ${values.join(" | ")} |`;
  const more = clients.length - MOST_CLIENTS;
  const names = notKnown.slice(0, MOST_NAMED).map(code).join(", ");
  return [
    `## Plan of CTWA tracking: ${changesLine(counts)}`,
    "",
    ...(found.length === 0
      ? []
      : [
          cells(["client", ...found]),
          cells(["---", ...found.map(() => "--:")]),
          ...clients
            .slice(0, MOST_CLIENTS)
            .map((client) =>
              cells([
                code(client.clientId ?? "not said"),
                ...found.map((name) => grouped(client.counts[name])),
              ]),
            ),
          ...(more > 0 ? [cells([`and ${grouped(more)} more`, ...found.map(() => "")])] : []),
          "",
        ]),
    `- Duration: ${duration}`,
    ...guards
      .slice()
      .sort((a, b) => Number(b.isExceeded) - Number(a.isExceeded))
      .slice(0, MOST_GUARDS)
      .map(
        ({ name, text, isExceeded }) =>
          `- Guard ${code(name)}: ${isExceeded ? "**exceeded**, " : ""}${code(text)}`,
      ),
    ...(notKnown.length === 0
      ? []
      : [`- Known at apply: ${names}${notKnown.length > MOST_NAMED ? " and more" : ""}`]),
    "",
    ...found.flatMap((change) =>
      folds.table(
        `${change}: ${grouped(counts[change])}`,
        ["client", "channels"],
        listByClient(changes.filter((one) => one.change === change)),
      ),
    ),
    "",
  ];
}

/** A row for each client with the ids of its channels: thousands of them fit into a comment. */
function listByClient(changes: readonly PlannedChange[]): string[][] {
  return [...groupBy(changes, ({ clientId }) => clientId ?? "not said")].map(([clientId, group]) => [
    ...[code(clientId), code(group.map(({ channelId }) => channelId).join(" "))],
  ]);
}
