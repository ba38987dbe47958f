import { titles } from "../../../src/provider/titles";
import { isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

// Terraform decides the order in which one address is destroyed and another created. So the hub takes its time to
// switch off: a disable that was not waited for would be the last word.
const SLOW_DISABLE = { route: "disable_ctwa", delayMs: 400, times: "always" } as const;
const LEFT = titles.leftAsItIs;

async function openSlowWorld(): Promise<World> {
  const world = await openWorld();
  world.simulator.control.addFault(SLOW_DISABLE);
  return world;
}

/** The last position in which each channel's switch was sent. */
function lastSwitches(world: World): Record<string, string> {
  return Object.fromEntries(
    switches(world).map((text) => [text.replace(/^.*\//, ""), text.startsWith("enable") ? "on" : "off"]),
  );
}

const PAIR = "Channel is created and destroyed in one plan";

it("warns of a block that is renamed without moved, and sends nothing for the pair", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(tracking("before", 'channel_id = "berlinCH"'));
  await workspace.apply();
  await workspace.configure(tracking("after", 'channel_id = "berlinCH"'));
  simulator.requests.clear();

  const { output } = await workspace.plan();
  expect(output).toContain(PAIR);
  expect(output).toContain("moved { from");
  await workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(Object.keys(await workspace.state())).toEqual(["dialog360_channel_ctwa_tracking.after"]);
  expect((await workspace.plan()).code).toBe(0);
});

it.each(["-refresh=true", "-refresh=false"])("warns of a rename without moved with %s", async (refresh) => {
  const { workspace } = await openWorld();
  await workspace.configure(tracking("before", 'channel_id = "berlinCH"'));
  await workspace.apply();
  await workspace.configure(tracking("after", 'channel_id = "berlinCH"'));

  expect((await workspace.plan(refresh)).output).toContain(PAIR);
});

it("ends as declared after a block was renamed without moved", async () => {
  const world = await openSlowWorld();
  await world.workspace.configure(tracking("before", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  await world.workspace.configure(tracking("after", 'channel_id = "berlinCH"'));
  const { changes } = await world.workspace.plan();
  expect(changes.map(({ actions }) => actions)).toEqual(expect.arrayContaining([["create"], ["delete"]]));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.configure(tracking("before", 'channel_id = "berlinCH"', "enabled = false"));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(false);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("sends no disable for what was created first, and says that moved is the way", async () => {
  const world = await openWorld();
  const first = tracking(
    "berlin",
    'channel_id = "berlinCH"',
    "lifecycle {\n    create_before_destroy = true\n  }",
  );
  await world.workspace.configure(first);
  await world.workspace.apply();
  world.simulator.requests.clear();
  const { output } = await world.workspace.apply("-replace=dialog360_channel_ctwa_tracking.berlin");
  expect(output).toContain(LEFT);
  expect(output).toContain("moved { from");
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it.each([
  ["", "destroying first"],
  ["lifecycle {\n    create_before_destroy = true\n  }", "creating first"],
])("ends as declared when a channel leaves the middle of a count, %s%s", async (lifecycle) => {
  const world = await openSlowWorld();
  const counted = (channels: readonly string[]) =>
    `locals {\n  channels = ${JSON.stringify(channels)}\n}\n` +
    tracking("all", "count = length(local.channels)", "channel_id = local.channels[count.index]", lifecycle);
  await world.workspace.configure(counted(["berlinCH", "hamburgCH", "cologneCH", "viennaCH"]));
  await world.workspace.apply();
  world.simulator.requests.clear();
  await world.workspace.configure(counted(["hamburgCH", "cologneCH", "viennaCH"]));
  await world.workspace.apply();
  expect(["berlinCH", "hamburgCH", "cologneCH", "viennaCH"].map((id) => isOn(world, id))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  // What another address leaves in the declared position is not sent.
  const off = Object.entries(lastSwitches(world)).filter(([, position]) => position === "off");
  expect(off).toEqual([["berlinCH", "off"]]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("ends as declared when two blocks swap their channels", async () => {
  const world = await openSlowWorld();
  const pair = (one: string, two: string) =>
    [
      tracking("one", `channel_id = "${one}"`),
      tracking("two", `channel_id = "${two}"`, "enabled = false"),
    ].join("\n");
  await world.workspace.configure(pair("berlinCH", "hamburgCH"));
  await world.workspace.apply();
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([true, false]);
  await world.workspace.configure(pair("hamburgCH", "berlinCH"));
  await world.workspace.apply();
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([false, true]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("moves to another address without a request where a moved block says so", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("before", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  await world.workspace.configure(
    `${tracking("after", 'channel_id = "berlinCH"')}
moved {
  from = dialog360_channel_ctwa_tracking.before
  to   = dialog360_channel_ctwa_tracking.after
}`,
  );
  expect((await world.workspace.plan()).changes).toEqual([]);
  world.simulator.requests.clear();
  await world.workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(Object.keys(await world.workspace.state())).toEqual(["dialog360_channel_ctwa_tracking.after"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("is refused at channel_id when two blocks declare it, and a removed block is the way out", async () => {
  const world = await openWorld();
  const one = tracking("one", 'channel_id = "berlinCH"');
  await world.workspace.configure(`${one}\n${tracking("two", 'channel_id = "berlinCH"', "enabled = false")}`);
  const { code, output } = await world.workspace.plan();
  expect(code).toBe(1);
  expect(output).toContain(`Error: ${titles.declaredTwice}`);
  expect(output).toMatch(/channel_id = "berlinCH"/);

  await world.workspace.configure(one);
  await world.workspace.apply();
  await world.workspace.configure(
    `${tracking("two", 'channel_id = "berlinCH"')}
removed {
  from = dialog360_channel_ctwa_tracking.one
  lifecycle {
    destroy = false
  }
}`,
  );
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});
