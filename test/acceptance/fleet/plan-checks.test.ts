import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { fleet, fleetAddress } from "../harness/fleets";
import { switches } from "../harness/tracking";
import { openWorld } from "../harness/world";

const ids = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `n${String(first + index).padStart(5, "0")}CH`);

test("all channels of a fleet that cannot be switched are one error at the map, with their number", async () => {
  const world = await openWorld({ simulator: { channels: 300 } });
  const wrong = Array.from({ length: 12 }, (_, index) => `nowhere${index}CH`);
  await world.workspace.configure(fleet("all", [...ids(1, 88), ...wrong]));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: [
      {
        address: fleetAddress("all"),
        summary: "12 of 100 channels cannot be switched",
        line: "channels = {",
      },
    ],
  });
  expect(errors[0]?.detail.match(/^- nowhere/gm)).toHaveLength(10);
  expect(errors[0]?.detail).toContain("and 2 more");
});

test("a fleet that is right costs one login and one list page at plan", async () => {
  const world = await openWorld({ simulator: { channels: 300 } });
  await world.workspace.configure(fleet("all", ids(1, 100)));

  expect((await world.workspace.plan()).code).toBe(2);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
});

test.each([
  ["rate_limit", "20/1m", "100 switches, about 5 min at 20 per 60 s"],
  ["the documented limit", undefined, "100 switches, about 10 min at 5 per 30 s"],
])("a plan tells once how many switches it sends, and how long they take at %s", async (_, limit, words) => {
  const world = await openWorld({ simulator: { channels: 300 }, env: { DIALOG360_RATE_LIMIT: limit } });
  const blocks = `resource "dialog360_channel_ctwa_tracking" "each" {
  for_each   = toset(${JSON.stringify(ids(1, 100))})
  channel_id = each.key
}`;
  for (const configuration of [fleet("all", ids(1, 100)), blocks]) {
    await world.workspace.configure(configuration);
    const { code, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

    expect(code).toBe(2);
    const told = warnings.filter(({ summary, detail }) => `${summary} ${detail}`.includes(words));
    expect({ told: told.length, all: warnings.length }).toEqual({ told: 1, all: 1 });
  }
});

test("a fleet is not moved to a partner that lacks its channels, and nothing is switched off", async () => {
  const world = await openWorld();
  await world.workspace.configure(fleet("all", ["berlinCH", "viennaCH"]));
  await world.workspace.apply();
  world.simulator.requests.clear();
  await world.workspace.configure(fleet("all", ["berlinCH", "viennaCH"], 'partner_id = "otherPA"'));

  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(code).toBe(1);
  expect(errors).toMatchObject([
    { summary: expect.stringContaining("examplePA to otherPA"), line: 'partner_id = "otherPA"' },
  ]);
  expect(switches(world)).toEqual([]);
});
