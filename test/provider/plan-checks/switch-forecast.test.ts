import { Diagnostics } from "../../../src/framework";
import { roughly, SwitchForecast } from "../../../src/provider/plan-checks/switch-forecast";

const DOCUMENTED = { requests: 5, perSeconds: 30 };

function forecast(added: readonly number[], pace: typeof DOCUMENTED | null = DOCUMENTED): string[] {
  const diagnostics = new Diagnostics();
  const all = new SwitchForecast(() => pace);
  for (const switches of added) all.add(switches, diagnostics);
  return diagnostics.list.map(({ summary }) => summary);
}

test("switches that take longer than a minute are told with their number and time", () => {
  expect(forecast([3_000])).toEqual(["At least 3,000 switches, about 5 h"]);
});

test("switches of a minute, and those of which the pace is not known, are not told", () => {
  expect(forecast([10])).toEqual([]);
  expect(forecast([3_000], null)).toEqual([]);
});

test("the running count is told when it passes a minute, an hour and a day, and not between", () => {
  expect(forecast(Array.from({ length: 20_000 }, () => 1))).toEqual([
    "At least 11 switches, about 66 s",
    "At least 601 switches, about 60 min",
    "At least 14,401 switches, about 24 h",
  ]);
});

test("a plan that sends nothing adds no warning", () => {
  expect(forecast([3_000, 0])).toHaveLength(1);
});

test.each([
  [75, "75 s"],
  [600, "10 min"],
  [18_000, "5 h"],
  [400_000, "5 days"],
])("%d seconds are %s", (seconds, words) => {
  expect(roughly(seconds)).toBe(words);
});
