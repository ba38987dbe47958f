import { describeEnd, describeProgress, drawBar } from "../../../src/commands/progress/draw";
import { progressRecord as running } from "./record";

const NOW = Date.parse("2026-01-01T00:00:08Z");

test.each([
  ["a good apply", {}, 0, "4 of 10 done, 10 per minute, about 36 s left"],
  ["failures", { failed: 2, pending: 4 }, 0, "4 of 10 done, 2 failed, 10 per minute, about 24 s left"],
  ["retries", { retries: 3, too_many_requests: 9 }, 0, "3 retries, 9 refused"],
  ["a pace that is not measured yet", { switches_per_minute: null }, 0, "4 of 10 done, about 36 s left"],
  ["a pace that is not known", { switches_per_minute: null, estimated_end: null }, 0, "4 of 10 done"],
  ["separate blocks", {}, 3_004, "4 of 3004 done, 10 per minute, about 5 h 0 min left"],
])("the line of %s", (_, changes, total, expected) => {
  expect(describeProgress({ ...running, ...changes }, total, NOW)).toContain(expected);
});

test("the bar fills with what is settled and fits its terminal", () => {
  const bar = drawBar({ ...running, failed: 1, pending: 5 }, 0, NOW, 100);
  const filled = bar.match(/#/g)?.length ?? 0;
  const open = bar.match(/-/g)?.length ?? 0;
  expect(filled / (filled + open)).toBeCloseTo(0.5, 1);
  expect(bar).toContain(" 50 %");
  for (const columns of [20, 40, 80, 200]) {
    expect(drawBar(running, 0, NOW, columns).length).toBeLessThan(columns);
  }
});

test("an apply without a switch is no division by zero", () => {
  expect(drawBar({ ...running, done: 0, pending: 0 }, 0, NOW, 80)).toContain("  0 %");
});

test.each([
  ["complete", { outcome: "complete", done: 10, pending: 0 }, "10 done, 0 failed."],
  ["failed", { outcome: "failed", failed: 2, pending: 4 }, "2 failed, 4 not sent"],
  ["stopped", { outcome: "stopped" }, "stopped at 2026-01-01T00:00:08Z: 4 done"],
] as const)("the end of an apply that is %s", (_, changes, expected) => {
  expect(describeEnd({ ...running, ended_at: "2026-01-01T00:00:08Z", ...changes }, 0)).toContain(expected);
});
