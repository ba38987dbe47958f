import {
  type ClientCounts,
  type ComparedChannel,
  clientOf,
  countByClient,
  countFindings,
  DRIFT,
  FINDINGS,
  type Finding,
  type FindingCounts,
} from "../../comparison";
import type { IgnoreEntry, IgnoreList } from "./declared/ignore-list";
import type { PlanSummary } from "./plan/plan-summary";

/** One channel of a report. */
export interface ReportRow {
  readonly id: string;
  readonly finding: Finding;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly name: string | null;
  readonly phoneNumber: string | null;
  readonly declared: boolean | null;
  readonly reported: boolean | null;
  /** The client that is declared, if the channel is under another one. */
  readonly declaredClientId: string | null;
  /** Since when the finding holds; null if nobody knows. */
  readonly since: string | null;
  readonly declaredBy: string | null;
  /** Why the row does not count; null if it does. */
  readonly ignored: IgnoreEntry | null;
  /** Whether `--fail-on` names the finding and nothing ignores it. */
  readonly fails: boolean;
}

/** What the hub's channels came to. */
export interface Comparison {
  /** Sorted by finding, client and channel. */
  readonly rows: readonly ReportRow[];
  readonly counts: FindingCounts;
  readonly clients: readonly ClientCounts[];
  readonly failing: number;
  readonly ignored: number;
  /** Entries of the ignore list whose end date has passed. */
  readonly expired: readonly IgnoreEntry[];
  /** False if channels came and went while they were listed. */
  readonly exact: boolean;
}

/** What every format shows. */
export interface TrackingReport {
  readonly partnerId: string | null;
  /** Time of the report. */
  readonly at: string;
  /** The files that say what is declared. */
  readonly sources: readonly string[];
  readonly failOn: ReadonlySet<Finding>;
  /** Null if the hub was not asked. */
  readonly comparison: Comparison | null;
  /** Null if no plan was given. */
  readonly plan: PlanSummary | null;
}

/** What makes a comparison out of compared channels. */
export interface ComparisonParts {
  readonly failOn: ReadonlySet<Finding>;
  readonly ignore: IgnoreList;
  readonly exact: boolean;
}

/** Turns compared channels into the rows and counts of a report. */
export function assembleComparison(
  compared: readonly ComparedChannel[],
  { failOn, ignore, exact }: ComparisonParts,
): Comparison {
  const clients = countByClient(compared);
  const names = new Map(clients.map(({ clientId, clientName }) => [clientId, clientName]));
  const rows = compared
    .map((one) => rowOf(one, names.get(clientOf(one)) ?? null, failOn, ignore))
    .sort(compareRows);
  return {
    ...{ rows, counts: countFindings(compared), clients, exact },
    failing: rows.filter(({ fails }) => fails).length,
    ignored: rows.filter(({ ignored }) => ignored !== null).length,
    expired: ignore.expired,
  };
}

function rowOf(
  one: ComparedChannel,
  clientName: string | null,
  failOn: ReadonlySet<Finding>,
  ignore: IgnoreList,
): ReportRow {
  const { id, finding, channel, declared, reported, isElsewhere, since } = one;
  const clientId = clientOf(one);
  const entry = ignore.find(id, clientId);
  const ignored = isQuiet(finding) ? null : entry;
  return {
    ...{ id, finding, clientId, clientName, reported, since, ignored },
    name: channel?.phoneName ?? null,
    phoneNumber: channel?.phoneNumber ?? null,
    declared: declared?.enabled ?? null,
    declaredClientId: isElsewhere ? [...(declared?.clientIds ?? [])].join(", ") : null,
    declaredBy: declared?.source ?? null,
    fails: failOn.has(finding) && ignored === null,
  };
}

/** Findings that need nobody: there is nothing to ignore. */
export function isQuiet(finding: Finding): boolean {
  return finding === "as-declared" || finding === "assumed";
}

/** Whether a row is shown where a format lists only what somebody has to look at. */
export function isShown({ finding, fails, ignored }: ReportRow): boolean {
  return fails || (ignored === null && (DRIFT.has(finding) || finding === "unmanaged-tracked"));
}

const order = new Map(FINDINGS.map((finding, index) => [finding, index]));

function compareRows(a: ReportRow, b: ReportRow): number {
  return (
    (order.get(a.finding) ?? 0) - (order.get(b.finding) ?? 0) ||
    compareTexts(a.clientId ?? "", b.clientId ?? "") ||
    compareTexts(a.id, b.id)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
