import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Diagnostics } from "../../../src/framework";
import { parseProgress } from "../../../src/progress-record";
import { SwitchProgress } from "../../../src/provider/progress/progress-file";
import { titles } from "../../../src/provider/titles";
import { folder } from "../settings/folder";

const { path: home, write } = folder();
const START = Date.UTC(2026, 0, 1);
const GOOD = { failed: false, stopped: false };

let files = 0;

function begun({ place = newPlace(), expectedPace = null as number | null } = {}) {
  const lines: string[] = [];
  let now = START;
  const diagnostics = new Diagnostics();
  const progress = new SwitchProgress({
    place,
    clock: { now: () => now },
    log: { log: (level, message) => void lines.push(`${level}: ${message}`) },
    usage: () => [
      { retries: 2, tooMany: 1 },
      { retries: 1, tooMany: 0 },
    ],
    expectedPace: () => expectedPace,
  });
  return {
    progress,
    diagnostics,
    lines,
    record: () => parseProgress(readFileSync(place, "utf8")),
    isThere: () => existsSync(place),
    pass: (ms: number) => {
      now += ms;
      jest.advanceTimersByTime(ms);
    },
  };
}

function newPlace(): string {
  files += 1;
  return path.join(home, `progress-${files}.json`);
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test("the file is there from the first switch on, and is renewed every 2 s", () => {
  const { progress, diagnostics, record, pass, isThere } = begun({ expectedPace: 10 });
  expect(isThere()).toBe(false);
  progress.expect(20, diagnostics);
  expect(record()).toMatchObject({
    outcome: "running",
    done: 0,
    pending: 20,
    retries: 3,
    too_many_requests: 1,
    switches_per_minute: null,
    estimated_end: "2026-01-01T00:02:00.000Z",
    ended_at: null,
    process_id: process.pid,
  });
  progress.settle("sent");
  pass(2_000);
  expect(record()).toMatchObject({ done: 1, pending: 19, updated_at: "2026-01-01T00:00:02.000Z" });
  expect(diagnostics.list).toEqual([]);
  progress.end(GOOD);
});

test("the measured pace takes over from the expected one", () => {
  const { progress, diagnostics, record, pass } = begun({ expectedPace: 10 });
  progress.expect(125, diagnostics);
  for (let sent = 0; sent < 25; sent += 1) {
    pass(1_000);
    progress.settle("sent");
  }
  pass(1_000);
  expect(record()).toMatchObject({ switches_per_minute: 57.6, pending: 100 });
  progress.end(GOOD);
});

test.each([
  ["complete", 2, GOOD],
  ["failed", 1, GOOD],
  ["failed", 2, { ...GOOD, failed: true }],
  ["stopped", 1, { failed: true, stopped: true }],
])("the end is told: %s after %i of 2 switches with %p", (outcome, sent, end) => {
  const { progress, diagnostics, record, pass } = begun();
  progress.expect(2, diagnostics);
  for (let count = 0; count < sent; count += 1) progress.settle("sent");
  progress.end(end);
  pass(10_000);
  expect(record()).toMatchObject({
    outcome,
    done: sent,
    pending: 2 - sent,
    ended_at: "2026-01-01T00:00:00.000Z",
    estimated_end: null,
  });
});

test("a switch that failed makes the apply a failed one", () => {
  const { progress, diagnostics, record } = begun();
  progress.expect(1, diagnostics);
  progress.settle("failed");
  progress.end(GOOD);
  expect(record()).toMatchObject({ outcome: "failed", failed: 1, pending: 0 });
});

test("an apply without a switch has an end too", () => {
  const { progress, record } = begun();
  progress.end(GOOD);
  expect(record()).toMatchObject({ outcome: "complete", done: 0, pending: 0 });
});

test("a place that cannot be written is one line of the log", () => {
  const { progress, diagnostics, lines, pass } = begun({ place: path.join(home, "none", "progress.json") });
  progress.expect(1, diagnostics);
  pass(10_000);
  progress.end(GOOD);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^warn/);
});

describe("the file of another process", () => {
  const other = (changes: object) => {
    const base = {
      ...{ format: "dialog360-progress-1", provider_version: "0.1.0", process_id: process.ppid },
      ...{ started_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", ended_at: null },
      ...{ outcome: "running", done: 1, pending: 1, failed: 0, retries: 0, too_many_requests: 0 },
      ...{ switches_per_minute: null, estimated_end: null },
    };
    return JSON.stringify({ ...base, ...changes });
  };

  test("that is at work is left alone, with a warning, until that one has ended", () => {
    const place = write("other.json", other({}));
    const { progress, diagnostics, record, pass } = begun({ place });
    progress.expect(5, diagnostics);
    progress.expect(5, diagnostics);
    expect(diagnostics.list).toEqual([
      expect.objectContaining({ severity: "warning", summary: titles.progressFailed }),
    ]);
    expect(record()).toMatchObject({ process_id: process.ppid });
    write("other.json", other({ outcome: "complete", ended_at: "2026-01-01T00:00:01Z" }));
    pass(2_000);
    expect(record()).toMatchObject({ process_id: process.pid, pending: 10 });
    progress.end(GOOD);
  });

  test.each([
    ["has ended", { outcome: "failed", ended_at: "2026-01-01T00:00:00Z" }],
    ["has been silent", { updated_at: "2025-12-31T23:59:00Z" }],
    ["is not there any more", { process_id: 2 ** 30 }],
    ["wrote something else", { format: "other" }],
  ])("that %s is replaced", (_, changes) => {
    const { progress, diagnostics, record } = begun({ place: write("other.json", other(changes)) });
    progress.expect(1, diagnostics);
    expect(record()).toMatchObject({ process_id: process.pid });
    expect(diagnostics.list).toEqual([]);
    progress.end(GOOD);
  });
});
