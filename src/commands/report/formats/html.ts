import { createHash } from "node:crypto";
import { DRIFT, FINDINGS, type Finding, findingTexts } from "../../../comparison";
import { visible } from "../../text/visible";
import script from "../page/main.browser.mjs";
import style from "../page/page.css";
import rowsScript from "../page/rows.browser.mjs";
import type { Comparison, TrackingReport } from "../tracking-report";
import { clientBars } from "./client-bars";
import { escapeMarkup, grouped, positionText } from "./markup";
import { attentionLine, changesLine, headings, notesOf } from "./report-text";

/** A report as one HTML file that loads nothing: its policy lets only its own style and script run. */
export function renderHtml(report: TrackingReport): string {
  const { comparison } = report;
  const code = `(() => {\n${inOneFile(rowsScript)}${inOneFile(script)}})();\n`;
  const policy = `default-src 'none'; img-src data:; style-src '${digest(style)}'; script-src '${digest(code)}'; base-uri 'none'; form-action 'none'`;
  const title = `CTWA tracking: ${comparison === null ? "plan" : attentionLine(comparison)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<p class="quiet">${escapeMarkup(aboutLine(report))}</p>
${notesOf(report)
  .map((note) => `<p class="watch">${escapeMarkup(note)}</p>`)
  .join("\n")}
</header>
<main>
${planSection(report)}${comparison === null ? "" : comparisonSections(comparison)}</main>
${comparison === null ? "" : `<script type="application/json" id="data">${dataOf(comparison)}</script>\n<script>${code}</script>\n`}</body>
</html>
`;
}

/** A script as part of one file: without its imports and exports. */
function inOneFile(text: string): string {
  return text.replace(/^import .*\n/gm, "").replace(/^export /gm, "");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function aboutLine({ partnerId, at, sources }: TrackingReport): string {
  const partner = partnerId === null ? "" : `Partner ${partnerId}. `;
  return `${partner}Made at ${at}. Declared in ${sources.join(", ")}.`;
}

function planSection({ plan }: TrackingReport): string {
  if (plan === null) return "";
  const { counts, duration, guards, notKnown, changes } = plan;
  const lines = [
    `Duration: ${duration}`,
    ...guards.map(({ name, text, isExceeded }) => `Guard ${name}: ${text}${isExceeded ? ", exceeded" : ""}`),
    ...notKnown.map((address) => `Known at apply: ${address}`),
  ];
  const rows = changes.map(({ change, channelId, clientId, address }) => [
    ...[change, channelId, clientId ?? "", address],
  ]);
  const list = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join("")}</tr>`);
  return `<section aria-labelledby="plan"><h2 id="plan">Plan: ${changesLine(counts)}</h2>
<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>
<details><summary>All changes</summary><div class="wide"><table><thead><tr><th>change</th><th>channel</th><th>client</th><th>declared by</th></tr></thead><tbody>${list.join("\n")}</tbody></table></div></details></section>
`;
}

function comparisonSections(comparison: Comparison): string {
  const { counts, rows } = comparison;
  const totals = FINDINGS.filter((finding) => counts[finding] > 0).map(
    (finding) =>
      `<button type="button" class="total" data-total="${finding}" aria-pressed="false" title="The channel ${escapeMarkup(findingTexts[finding])}."><b class="${toneOf(finding)}">${grouped(counts[finding])}</b>${finding}</button>`,
  );
  return `<section aria-labelledby="totals"><h2 id="totals">${grouped(rows.length)} channels</h2><div class="row">${totals.join("\n")}</div></section>
<section aria-labelledby="clients"><h2 id="clients">Clients</h2>${clientBars(comparison.clients)}</section>
<section aria-labelledby="channels"><h2 id="channels">Channels</h2>
<noscript><p>The list of channels needs the script of this file. The totals above are complete.</p></noscript>
<div id="table" hidden>
<form id="form" class="row screen">
<label class="grow">Search<input id="words" type="search" autocomplete="off" spellcheck="false"></label>
<label>Client<select id="client"><option value="">all</option></select></label>
<button id="csv" type="button">Download CSV</button>
</form>
<div class="wide"><table><thead><tr id="heads"></tr></thead><tbody id="rows" data-finding=""></tbody></table></div>
<form class="row screen" aria-label="Pages"><button id="back" type="button">Back</button><label>Page<input id="page" type="number" min="1" value="1"></label><button id="on" type="button">Next</button></form>
<p id="shown" class="quiet" role="status"></p>
</div></section>
`;
}

/** How a finding is coloured. */
export function toneOf(finding: Finding): string {
  if (DRIFT.has(finding)) return "drift";
  if (finding === "unmanaged-tracked") return "watch";
  return finding === "as-declared" ? "fine" : "known";
}

/** The rows for the script, packed: clients and sources once each. A script element ends at no other place. */
function dataOf({ rows }: Comparison): string {
  const clients = new Index<readonly string[]>();
  const sources = new Index<string>();
  const packed = rows.map((row) => {
    const { clientId, clientName, ignored } = row;
    const client = clients.of(clientId ?? "", [visible(clientId ?? ""), visible(clientName ?? "")]);
    const why = ignored === null ? "" : ` (ignored until ${ignored.until}: ${ignored.reason})`;
    const source = `${row.declaredBy ?? ""}${why}`;
    return [
      ...[row.id, client, visible(row.name ?? row.phoneNumber ?? ""), row.finding],
      ...[positionText(row.declared), positionText(row.reported), row.since ?? ""],
      ...[sources.of(source, visible(source)), row.declaredClientId ?? ""],
    ];
  });
  const data = { headings, clients: clients.values, sources: sources.values, rows: packed };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** Values that are kept once, by key. */
class Index<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  of(key: string, value: T): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
