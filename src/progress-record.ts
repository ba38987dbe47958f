/** How an apply went: `running` until the provider's process ends. */
export type ProgressOutcome = "running" | "complete" | "failed" | "stopped";

/** Content of the file that `progress_path` names. It holds no id and no secret. */
export interface ProgressRecord {
  readonly format: typeof PROGRESS_FORMAT;
  readonly provider_version: string;
  readonly process_id: number;
  readonly started_at: string;
  /** Updated every 2 s. A file that stays the same belongs to a process that has died. */
  readonly updated_at: string;
  readonly ended_at: string | null;
  readonly outcome: ProgressOutcome;
  /** Channels that are as declared, with or without a switch. */
  readonly done: number;
  /** Switches that Terraform has asked for and that are not done yet. */
  readonly pending: number;
  readonly failed: number;
  readonly retries: number;
  readonly too_many_requests: number;
  /** Measured over the last switches; null while there are too few. */
  readonly switches_per_minute: number | null;
  readonly estimated_end: string | null;
}

/** Distinguishes such a file from other JSON. */
export const PROGRESS_FORMAT = "dialog360-progress-1";

/** Milliseconds after which an unchanged file counts as left behind by a process that has died. */
export const SILENT_AFTER_MS = 15_000;

const OUTCOMES: ReadonlySet<unknown> = new Set<ProgressOutcome>(["running", "complete", "failed", "stopped"]);

const COUNTS = ["process_id", "done", "pending", "failed", "retries", "too_many_requests"] as const;

/** Parses such a file: null for incomplete JSON, "foreign" for JSON of another kind. */
export function parseProgress(text: string): ProgressRecord | "foreign" | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const record = Object(value) as Partial<Record<keyof ProgressRecord, unknown>>;
  const isOurs =
    record.format === PROGRESS_FORMAT &&
    OUTCOMES.has(record.outcome) &&
    COUNTS.every((name) => isCount(record[name])) &&
    isTime(record.started_at) &&
    isTime(record.updated_at) &&
    (record.ended_at === null || isTime(record.ended_at)) &&
    (record.estimated_end === null || isTime(record.estimated_end)) &&
    (record.switches_per_minute === null || typeof record.switches_per_minute === "number");
  return isOurs ? (value as ProgressRecord) : "foreign";
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
