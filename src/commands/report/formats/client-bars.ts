import { type ClientCounts, DRIFT, FINDINGS, type Finding } from "../../../comparison";
import { escapeMarkup, grouped } from "./markup";

const MOST_BARS = 12;
const WIDTH = 1_000;
const HEIGHT = 16;
/** The least width of a part, so that a single channel is seen. */
const LEAST = 4;

/** The parts of a bar, from left to right. */
const PARTS: readonly (readonly [tone: string, label: string, holds: (finding: Finding) => boolean])[] = [
  ["drift", "drift", (finding) => DRIFT.has(finding)],
  ["watch", "tracked, unmanaged", (finding) => finding === "unmanaged-tracked"],
  ["known", "not reported or unmanaged", isOther],
  ["fine", "as declared", (finding) => finding === "as-declared"],
];

function isOther(finding: Finding): boolean {
  return finding === "unmanaged" || finding === "assumed" || finding === "unverified";
}

/** Bars by client, those with most drift first. */
export function clientBars(clients: readonly ClientCounts[]): string {
  const partsOf = ({ counts }: ClientCounts) =>
    PARTS.map(([, , holds]) => FINDINGS.filter(holds).reduce((sum, finding) => sum + counts[finding], 0));
  const measured = clients
    .map((client) => ({ client, parts: partsOf(client) }))
    .sort((a, b) => (b.parts[0] ?? 0) - (a.parts[0] ?? 0) || b.client.total - a.client.total);
  const shown = measured.slice(0, MOST_BARS);
  const most = Math.max(1, ...shown.map(({ client }) => client.total));
  const bars = shown.map(({ client, parts }) => barOf(client, parts, most));
  const more = measured.length - shown.length;
  const keys = PARTS.map(([tone, label]) => `<span class="key ${tone}">${label}</span>`).join("");
  return `<p class="quiet">${keys}</p>
<ul class="bars">${bars.join("\n")}</ul>
${more > 0 ? `<p class="quiet">and ${grouped(more)} more</p>` : ""}
<details><summary>All clients in numbers</summary>${numbersOf(measured)}</details>`;
}

function barOf(
  { clientId, clientName, total }: ClientCounts,
  parts: readonly number[],
  most: number,
): string {
  let left = 0;
  const boxes = parts.map((count, index) => {
    if (count === 0) return "";
    const [tone, label] = PARTS[index] ?? [];
    const width = Math.max(LEAST, Math.round((count / most) * (WIDTH - PARTS.length * LEAST)));
    const box = `<rect class="${tone}" x="${left}" width="${width}" height="${HEIGHT}"><title>${count} ${label}</title></rect>`;
    left += width;
    return box;
  });
  const [drift = 0] = parts;
  const numbers = `${grouped(total)}${drift === 0 ? "" : `, ${grouped(drift)} drift`}`;
  return `<li><span>${escapeMarkup(clientName ?? clientId ?? "no client")}</span><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${boxes.join("")}</svg><span>${numbers}</span></li>`;
}

interface Measured {
  readonly client: ClientCounts;
  readonly parts: readonly number[];
}

function numbersOf(measured: readonly Measured[]): string {
  const line = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join("")}</tr>`;
  const head = line("th", ["client", "name", "channels", ...PARTS.map(([, label]) => label)]);
  const lines = measured.map(({ client: { clientId, clientName, total }, parts }) =>
    line("td", [clientId ?? "no client", clientName ?? "", ...[total, ...parts].map(grouped)]),
  );
  return `<div class="wide"><table><thead>${head}</thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}
