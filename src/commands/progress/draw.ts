import type { ProgressRecord } from "../../progress-record";

/** How far an apply is, as numbers of switches. */
function numbers(
  record: ProgressRecord,
  expected: number,
): { readonly settled: number; readonly all: number } {
  const settled = record.done + record.failed;
  return { settled, all: Math.max(settled + record.pending, expected) };
}

/**
 * One line of text: the progress of an apply, its rate, and its estimated end.
 * @param expected number of switches, if it is known by other means
 */
export function describeProgress(record: ProgressRecord, expected: number, now: number): string {
  const { settled, all } = numbers(record, expected);
  const parts = [
    `${record.done} of ${all} done`,
    ...(record.failed > 0 ? [`${record.failed} failed`] : []),
    ...(record.retries > 0 ? [`${record.retries} retries`] : []),
    ...(record.too_many_requests > 0 ? [`${record.too_many_requests} refused for the rate`] : []),
    ...(record.switches_per_minute === null ? [] : [`${record.switches_per_minute} per minute`]),
    ...leftOf(record, all - settled, now),
  ];
  return parts.join(", ");
}

/** The estimate of the file covers what Terraform has handed over; the pace also covers what is to come. */
function leftOf(
  { outcome, switches_per_minute: pace, estimated_end: end }: ProgressRecord,
  left: number,
  now: number,
) {
  if (outcome !== "running" || left === 0) return [];
  if (pace !== null && pace > 0) return [`about ${duration((left / pace) * 60)} left`];
  return end === null ? [] : [`about ${duration((Date.parse(end) - now) / 1000)} left`];
}

/** How an apply ended. */
export function describeEnd(record: ProgressRecord, expected: number): string {
  const { done, failed, pending, outcome, ended_at: endedAt } = record;
  const open = outcome === "complete" ? 0 : Math.max(pending, expected - done - failed);
  const left = open > 0 ? `, ${open} not sent` : "";
  const how =
    outcome === "complete"
      ? "The apply ended"
      : outcome === "stopped"
        ? "The apply was stopped"
        : "The apply failed";
  return `${how} at ${endedAt ?? "an unknown time"}: ${done} done, ${failed} failed${left}.`;
}

/** A bar with its text, in one line of a terminal of `columns` characters. */
export function drawBar(record: ProgressRecord, expected: number, now: number, columns: number): string {
  const { settled, all } = numbers(record, expected);
  const text = describeProgress(record, expected, now);
  const width = Math.min(40, columns - text.length - 10);
  const share = all === 0 ? 0 : settled / all;
  const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
  if (width < 5) return `${percent} ${text}`.slice(0, Math.max(0, columns - 1));
  const full = Math.floor(share * width);
  return `[${"#".repeat(full)}${"-".repeat(width - full)}] ${percent} ${text}`;
}

function duration(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 90) return `${rounded} s`;
  const minutes = Math.round(rounded / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
