import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const address = addressOf("berlin");

/** A world in which tracking of berlinCH has been applied, with an empty list of requests. */
async function appliedWorld() {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  const before = (await world.workspace.state())[address];
  world.simulator.requests.clear();
  return { ...world, before };
}

it("sends the switch in place when enabled changes, and only then moves asserted_at", async () => {
  const world = await appliedWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
  const { changes } = await world.workspace.plan();
  expect(changes).toMatchObject([
    { actions: ["update"], unknown: { verification: true, asserted_at: true }, after: { id: "berlinCH" } },
  ]);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH"]);
  expect(isOn(world, "berlinCH")).toBe(false);
  const after = (await world.workspace.state())[address];
  expect(String(after?.["asserted_at"]) > String(world.before?.["asserted_at"])).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
});

it("works where ignore_changes names a computed attribute, with Terraform's own warning", async () => {
  const world = await appliedWorld();
  const ignoring = "lifecycle {\n    ignore_changes = [asserted_at]\n  }";
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false", ignoring));
  const { output } = await world.workspace.apply();
  expect(output).toContain("Redundant ignore_changes element");
  expect(isOn(world, "berlinCH")).toBe(false);
  const after = (await world.workspace.state())[address];
  expect(String(after?.["asserted_at"]) > String(world.before?.["asserted_at"])).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

describe("a change that leaves the switch alone", () => {
  let world: Awaited<ReturnType<typeof appliedWorld>>;
  beforeAll(async () => {
    world = await appliedWorld();
  });

  it.each([
    ["on_destroy", 'on_destroy = "keep"', { on_destroy: "keep" }],
    ["reassert_after", 'reassert_after = "24h"', { reassert_after: "24h" }],
    ["timeouts", 'timeouts = { update = "1m" }', {}],
  ])("of %s sends nothing, and plans asserted_at as it was", async (_name, line, changed) => {
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', line));
    const { asserted_at, verification } = world.before ?? {};
    const { changes } = await world.workspace.plan();
    expect(changes).toMatchObject([
      { actions: ["update"], after: { ...changed, asserted_at, verification } },
    ]);
    world.simulator.requests.clear();
    await world.workspace.apply("plan.bin");
    expect(world.simulator.requests.list()).toEqual([]);
    expect((await world.workspace.state())[address]).toMatchObject({ ...changed, asserted_at });
    expect((await world.workspace.plan()).code).toBe(0);
  });
});

it("takes the client that the hub names into the configuration without a change", async () => {
  const world = await appliedWorld();
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"', 'client_id = "exampleCL"', "enabled = true"),
  );
  expect((await world.workspace.plan()).code).toBe(0);
});

it("keeps what was done of several when one fails, and finishes with the next apply", async () => {
  const world = await openWorld({ env: { DIALOG360_MAX_RETRIES: "0" } });
  const channels = ["berlinCH", "hamburgCH", "cologneCH"];
  await world.workspace.configure(
    channels.map((id) => tracking(id.slice(0, -2), `channel_id = "${id}"`)).join("\n"),
  );
  world.simulator.control.addFault({ route: "enable_ctwa", skip: 1, status: 500 });
  const { code, output } = await world.workspace.run("apply", "-auto-approve", "-no-color", "-parallelism=1");
  expect(code).toBe(1);
  expect(output).toContain("answered 500");
  expect(Object.keys(await world.workspace.state())).toHaveLength(2);
  expect(channels.filter((id) => isOn(world, id))).toHaveLength(2);
  const { changes } = await world.workspace.plan();
  expect(changes).toMatchObject([{ actions: ["create"] }]);
  await world.workspace.apply();
  expect(channels.every((id) => isOn(world, id))).toBe(true);
  expect(switches(world)).toHaveLength(4);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("says that an update may have taken effect when its answer was lost, and sends it again", async () => {
  const world = await appliedWorld();
  world.workspace.setEnv({ DIALOG360_MAX_RETRIES: "0" });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
  world.simulator.control.addFault({ route: "disable_ctwa", cut: "after" });
  expect((await world.workspace.run("apply", "-auto-approve")).code).toBe(1);
  expect(isOn(world, "berlinCH")).toBe(false);
  expect((await world.workspace.state())[address]).toMatchObject({ enabled: true, verification: "stale" });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  expect((await world.workspace.plan()).changes).toMatchObject([{ actions: ["update"] }]);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});
