import { createProgress } from "../../../src/client/host/progress";
import type { QueueStats } from "../../../src/client/host/scheduler";

const START = Date.UTC(2026, 0, 1);
const quiet: QueueStats = {
  waiting: 0,
  underWay: 1,
  limit: 4,
  intervalMs: 0,
  pausedUntil: null,
  pauseAsked: false,
};

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

function watched(stats: QueueStats = quiet) {
  const lines: [level: string, message: string, fields: unknown][] = [];
  const progress = createProgress({
    host: "hub.example",
    clock: { now: () => Date.now() },
    log: (...queue) => lines.push(queue as (typeof lines)[number]),
    stats: () => stats,
  });
  return { progress, lines };
}

test("what takes less than ten seconds is not told", () => {
  const { progress, lines } = watched();
  for (let one = 0; one < 100; one += 1) {
    progress.begin();
    jest.advanceTimersByTime(99);
    progress.end();
  }
  expect(lines).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});

test("one request that takes long is told every ten seconds, until it ends", () => {
  const { progress, lines } = watched();
  progress.begin();
  jest.advanceTimersByTime(35_000);
  expect(lines).toHaveLength(3);
  progress.end();
  jest.advanceTimersByTime(35_000);
  expect(lines).toHaveLength(3);
});

test("many short ones that follow each other are told, too", () => {
  const { progress, lines } = watched();
  for (let one = 0; one < 120; one += 1) {
    progress.begin();
    jest.advanceTimersByTime(100);
    progress.end();
    jest.advanceTimersByTime(150);
  }
  expect(lines.map(([, message]) => message)).toEqual([
    expect.stringContaining("hub.example: 40 done, 0 waiting, "),
    expect.stringContaining("hub.example: 80 done, 0 waiting, "),
  ]);
});

test("a line says how many are done and wait, how fast they go and when a pause ends", () => {
  const { progress, lines } = watched({
    waiting: 26,
    underWay: 0,
    limit: 1,
    intervalMs: 440,
    pausedUntil: START + 60_000,
    pauseAsked: true,
  });
  progress.begin();
  progress.begin();
  progress.end();
  jest.advanceTimersByTime(10_000);
  expect(lines).toEqual([
    [
      "info",
      expect.stringMatching(/hub\.example: 1 done, 26 waiting, .*\b440 ms, .* 2026-01-01T00:01:00\.000Z$/),
      {
        host: "hub.example",
        done: 1,
        waiting: 26,
        under_way: 0,
        limit: 1,
        interval_ms: 440,
        paused_until: "2026-01-01T00:01:00.000Z",
      },
    ],
  ]);
});

test("work after a rest counts anew", () => {
  const { progress, lines } = watched();
  progress.begin();
  progress.end();
  jest.advanceTimersByTime(10_000);
  progress.begin();
  jest.advanceTimersByTime(10_000);
  expect(lines.map(([, message]) => message)).toEqual([
    expect.stringContaining("hub.example: 0 done, 0 waiting, "),
  ]);
});
