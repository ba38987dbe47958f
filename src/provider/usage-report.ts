import { closeSync, constants, openSync, writeSync } from "node:fs";
import type { EndpointUsage } from "../client";
import type { Logger } from "../framework";
import { version } from "../version";

/** Requests of one process. */
export interface ProcessUsage {
  readonly endpoints: readonly EndpointUsage[];
  /** Whether Terraform asked it to apply anything. */
  readonly applied: boolean;
}

/**
 * Reports the requests of a process: one line in the log and, if a file is named, one line of JSON appended to it. The
 * report holds no id and no secret. It never throws, because the work is already done.
 */
export function reportUsage(usage: ProcessUsage, log: Logger, place: string | null): void {
  const report = reportOf(usage);
  log.log("info", "requests of this process", report);
  if (place === null) return;
  try {
    append(place, `${JSON.stringify(report)}\n`);
  } catch (error) {
    log.log("warn", "the usage report was not written", { error });
  }
}

function reportOf({ endpoints, applied }: ProcessUsage) {
  const rows = endpoints.map(({ endpoint, requests, retries, tooMany, waitedMs }) => ({
    ...{ endpoint, requests, retries, too_many_requests: tooMany, waited_ms: waitedMs },
  }));
  const sum = (name: "requests" | "retries" | "too_many_requests" | "waited_ms") =>
    rows.reduce((total, row) => total + row[name], 0);
  return {
    provider_version: version,
    process_id: process.pid,
    started_at: new Date(performance.timeOrigin).toISOString(),
    ended_at: new Date().toISOString(),
    applied,
    requests: sum("requests"),
    retries: sum("retries"),
    too_many_requests: sum("too_many_requests"),
    waited_ms: sum("waited_ms"),
    endpoints: rows,
  };
}

/** Appends a line with a single write, so that lines of concurrent processes do not mix (POSIX, "write", O_APPEND). */
function append(place: string, line: string): void {
  // A pipe that nobody reads must not block the end of the process.
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK = 0 } = constants;
  const file = openSync(place, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o644);
  try {
    writeSync(file, line);
  } finally {
    closeSync(file);
  }
}
