import { readFileSync } from "node:fs";
import type { Clock, EndpointUsage } from "../../client";
import type { Diagnostics, Logger } from "../../framework";
import {
  PROGRESS_FORMAT,
  type ProgressOutcome,
  type ProgressRecord,
  parseProgress,
  SILENT_AFTER_MS,
} from "../../progress-record";
import { version } from "../../version";
import { titles } from "../titles";
import { replaceFile } from "./replace-file";
import { type Settled, Tally } from "./tally";

const EVERY_MS = 2_000;

/** How an apply ended, as far as the provider knows. */
export interface ApplyEnd {
  readonly failed: boolean;
  readonly stopped: boolean;
}

/** What writing the progress needs. */
export interface ProgressParts {
  /** null if no file is configured. */
  readonly place: string | null;
  readonly clock: Pick<Clock, "now">;
  readonly log: Pick<Logger, "log">;
  readonly usage: () => readonly Pick<EndpointUsage, "retries" | "tooMany">[];
  /** Switches per minute before any were measured; null if no rate is known. */
  readonly expectedPace: () => number | null;
}

/** Shows the progress of an apply in a file. A file that cannot be written never fails the apply. */
export class SwitchProgress {
  readonly #tally = new Tally();
  #startedAt: number | null = null;
  #owned = false;
  #told = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ProgressParts) {}

  /** Adds switches that an apply is about to send. The first call creates the file. */
  expect(count: number, diagnostics: Diagnostics): void {
    this.#tally.expect(count);
    if (this.#startedAt !== null) return;
    this.#begin();
    if (this.parts.place === null || this.#owned || this.#told) return;
    diagnostics.warning(
      titles.progressFailed,
      `Another running provider process writes its progress to ${this.parts.place}. This process does not write to it until the other one ends. Give each provider block its own progress_path.`,
    );
  }

  /** Notes the end of one switch. */
  settle(how: Settled): void {
    this.#tally.settle(how, this.parts.clock.now());
  }

  /** Writes the final state, also for an apply that sent no switch. */
  end({ failed, stopped }: ApplyEnd): void {
    if (this.#startedAt === null) this.#begin();
    clearInterval(this.#timer);
    const counts = this.#tally.counts(this.parts.clock.now());
    const isComplete = !failed && counts.failed === 0 && counts.pending === 0;
    this.#write(stopped ? "stopped" : isComplete ? "complete" : "failed");
  }

  #begin(): void {
    this.#startedAt = this.parts.clock.now();
    if (this.parts.place === null) return;
    this.#write("running");
    this.#timer = setInterval(() => this.#write("running"), EVERY_MS);
    this.#timer.unref();
  }

  #write(outcome: ProgressOutcome): void {
    const { place, log } = this.parts;
    if (place === null) return;
    try {
      this.#owned ||= !isInUse(place, this.parts.clock.now());
      if (this.#owned) replaceFile(place, `${JSON.stringify(this.#record(outcome))}\n`);
    } catch (error) {
      if (!this.#told) log.log("warn", "the progress file was not written", { error });
      this.#told = true;
    }
  }

  #record(outcome: ProgressOutcome): ProgressRecord {
    const { clock, usage, expectedPace } = this.parts;
    const now = clock.now();
    const { done, pending, failed, perMinute } = this.#tally.counts(now);
    const pace = perMinute ?? expectedPace();
    const isOpen = outcome === "running";
    const sum = (name: "retries" | "tooMany") => usage().reduce((total, row) => total + row[name], 0);
    return {
      format: PROGRESS_FORMAT,
      provider_version: version,
      process_id: process.pid,
      started_at: time(this.#startedAt ?? now),
      updated_at: time(now),
      ended_at: isOpen ? null : time(now),
      outcome,
      ...{ done, pending, failed, retries: sum("retries"), too_many_requests: sum("tooMany") },
      switches_per_minute: perMinute === null ? null : Math.round(perMinute * 10) / 10,
      estimated_end: isOpen && pace !== null ? time(now + (pending / pace) * 60_000) : null,
    };
  }
}

/** Whether another running process writes to the file. */
function isInUse(place: string, now: number): boolean {
  const record = tryRead(place);
  if (record === null || record.outcome !== "running" || record.process_id === process.pid) return false;
  return Math.abs(now - Date.parse(record.updated_at)) < SILENT_AFTER_MS && isAlive(record.process_id);
}

function tryRead(place: string): ProgressRecord | null {
  try {
    const record = parseProgress(readFileSync(place, "utf8"));
    return record === "foreign" ? null : record;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return (error as { code?: unknown }).code === "EPERM";
  }
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
