import { Diagnostics } from "../../../src/framework";
import { roughly, SwitchForecast, type SwitchPace } from "../../../src/provider/plan-checks/switch-forecast";

const FAST = { requests: 100, perSeconds: 1 };

/** Plans of one process, which Terraform asks for side by side. */
class Plans {
  readonly forecast: SwitchForecast;
  readonly diagnostics = new Diagnostics();
  readonly writes = { hasBegun: false };

  constructor(limit: SwitchPace | null = null) {
    const sleep = () => new Promise<void>((wake) => setImmediate(wake));
    this.forecast = new SwitchForecast(limit, { now: () => 0, sleep });
  }

  /** Plans an object that sends switches. */
  plan(switches: number): Promise<void> {
    this.forecast.add(switches);
    const { signal } = new AbortController();
    return this.forecast.tell({ client: { writes: this.writes }, signal, diagnostics: this.diagnostics });
  }

  said(): string[] {
    return this.diagnostics.list.map(({ summary }) => summary);
  }
}

test("switches that take longer than a minute are told with their number and time", async () => {
  const plans = new Plans();
  await plans.plan(3_000);
  expect(plans.said()).toEqual(["3,000 switches, about 5 h at 5 per 30 s"]);
  expect(plans.diagnostics.list[0]?.detail).toContain("DIALOG360_RATE_LIMIT");
});

test("the limit that the user has set counts", async () => {
  const plans = new Plans(FAST);
  await plans.plan(3_000);
  await plans.plan(3_001);
  expect(plans.said()).toEqual(["6,001 switches, about 60 s at 100 per 1 s"]);
});

test("switches of a minute are not told", async () => {
  const plans = new Plans();
  await plans.plan(10);
  expect(plans.said()).toEqual([]);
});

test("objects that are planned side by side are told once, with the number of all", async () => {
  const plans = new Plans();
  const blocks = Array.from({ length: 3_000 }).values();
  const planNext = async () => {
    for (const _ of blocks) await plans.plan(1);
  };
  await Promise.all(Array.from({ length: 10 }, planNext));
  expect(plans.said()).toEqual(["3,000 switches, about 5 h at 5 per 30 s"]);
});

test("objects that are planned much later are told again only where minutes become hours", async () => {
  const plans = new Plans();
  for (const switches of [20, 20, 700, 20]) await plans.plan(switches);
  expect(plans.said()).toHaveLength(2);
});

test("a duration that an object tells itself is not told again", async () => {
  const plans = new Plans();
  expect(plans.forecast.describe(52)).toBe("52 switches, about 5 min at 5 per 30 s");
  await plans.plan(52);
  expect(plans.said()).toEqual([]);
});

test("an apply that has begun tells nothing", async () => {
  const plans = new Plans();
  Object.assign(plans.writes, { hasBegun: true });
  await plans.plan(3_000);
  expect(plans.said()).toEqual([]);
});

test.each([
  [75, "75 s"],
  [600, "10 min"],
  [18_000, "5 h"],
  [400_000, "5 days"],
])("%d seconds are %s", (seconds, words) => {
  expect(roughly(seconds)).toBe(words);
});
