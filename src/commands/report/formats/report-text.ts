import { FINDINGS } from "../../../comparison";
import { CHANGES } from "../plan/plan-changes";
import type { ChangeCounts } from "../plan/plan-summary";
import { type Comparison, isShown, type ReportRow, type TrackingReport } from "../tracking-report";
import { grouped, positionText } from "./markup";

/** What the comparison came to, in one line, such as "50 differs, 3 moved of 3,000 channels". */
export function comparisonLine({ rows, counts }: Comparison): string {
  const found = FINDINGS.filter((finding) => counts[finding] > 0).map(
    (finding) => `${grouped(counts[finding])} ${finding}`,
  );
  return `${grouped(rows.length)} ${rows.length === 1 ? "channel" : "channels"}${
    found.length === 0 ? "" : `: ${found.join(", ")}`
  }`;
}

/** How many channels somebody has to look at, as a heading. */
export function attentionLine(comparison: Comparison): string {
  const shown = comparison.rows.filter(isShown).length;
  if (shown === 0) return "nothing to look at";
  return `${grouped(shown)} of ${grouped(comparison.rows.length)} channels to look at`;
}

/** What a plan does, in one line, such as "12 on, 3 off". */
export function changesLine(counts: ChangeCounts): string {
  const found = CHANGES.filter((change) => counts[change] > 0);
  if (found.length === 0) return "no channel changes";
  return found.map((change) => `${grouped(counts[change])} ${change}`).join(", ");
}

/** What is noteworthy of a comparison as a whole. */
export function notesOf({ comparison }: TrackingReport): string[] {
  if (comparison === null) return [];
  const { exact, ignored, expired } = comparison;
  return [
    ...(exact ? [] : ["Channels came and went while they were listed: run the report again."]),
    ...(ignored > 0 ? [`Ignored until their end date: ${grouped(ignored)}.`] : []),
    ...(expired.length > 0
      ? [
          `Entries of the ignore list that have ended: ${expired
            .map(({ channelId, clientId, until }) => `${channelId ?? clientId} (${until})`)
            .join(", ")}.`,
        ]
      : []),
  ];
}

/** The headings of a row's cells. */
export const headings = [
  ...["channel", "client", "client name", "name", "finding"],
  ...["declared", "hub", "since", "declared by"],
] as const;

/** The cells of a row, as texts from the hub or the files: not escaped. */
export function cellsOf(row: ReportRow): readonly string[] {
  const { clientId, clientName, name, phoneNumber, declared, reported, since, declaredBy } = row;
  const declaredClient = row.declaredClientId === null ? "" : ` (declared under ${row.declaredClientId})`;
  return [
    ...[
      row.id,
      `${clientId ?? ""}${declaredClient}`,
      clientName ?? "",
      name ?? phoneNumber ?? "",
      row.finding,
    ],
    ...[positionText(declared), positionText(reported), since ?? "", declaredBy ?? ""],
  ];
}
