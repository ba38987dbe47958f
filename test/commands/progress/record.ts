import type { ProgressRecord } from "../../../src/progress-record";

/** The text of a progress file of an apply of 10 switches, 4 of which are done. */
export function progressText(changes: object): string {
  return JSON.stringify({ ...progressRecord, ...changes });
}

/** What stands in it. */
export const progressRecord: ProgressRecord = {
  format: "dialog360-progress-1",
  provider_version: "0.1.0",
  process_id: 7,
  started_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:08Z",
  ended_at: null,
  outcome: "running",
  done: 4,
  pending: 6,
  failed: 0,
  retries: 0,
  too_many_requests: 0,
  switches_per_minute: 10,
  estimated_end: "2026-01-01T00:00:44Z",
};
