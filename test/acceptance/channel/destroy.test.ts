import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

/** A world in which tracking of berlinCH has been applied, with an empty list of requests. */
async function appliedWorld(...lines: readonly string[]) {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', ...lines));
  await world.workspace.apply();
  world.simulator.requests.clear();
  return world;
}

it("switches tracking off, once, and leaves an empty state", async () => {
  const world = await appliedWorld();
  await world.workspace.destroy();
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH"]);
  expect(isOn(world, "berlinCH")).toBe(false);
  expect(await world.workspace.state()).toEqual({});
});

it("switches off what is declared off too: sending it twice does no harm", async () => {
  const world = await appliedWorld("enabled = false");
  await world.workspace.destroy();
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH"]);
});

it("leaves the switch as it is where on_destroy is keep", async () => {
  const world = await appliedWorld('on_destroy = "keep"');
  await world.workspace.configure("");
  await world.workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(await world.workspace.state()).toEqual({});
});

it("goes by the on_destroy in the state, not by the one that has not been applied", async () => {
  const world = await appliedWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'on_destroy = "keep"'));
  await world.workspace.destroy();
  expect(isOn(world, "berlinCH")).toBe(false);
});

it("has nothing to do where the channel is gone", async () => {
  const world = await appliedWorld();
  world.simulator.control.removeChannel("berlinCH");
  await world.workspace.destroy();
  expect(switches(world)).toEqual([]);
  expect(await world.workspace.state()).toEqual({});
});

it("counts a channel as done that the hub no longer knows when the switch is sent", async () => {
  const world = await appliedWorld();
  world.simulator.control.removeChannel("berlinCH");
  await world.workspace.destroy("-refresh=false");
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH"]);
  expect(await world.workspace.state()).toEqual({});
});

it("keeps the state and fails where the hub refuses to switch off", async () => {
  const world = await appliedWorld();
  world.workspace.setEnv({ DIALOG360_MAX_RETRIES: "0" });
  world.simulator.control.addFault({ route: "disable_ctwa", status: 503 });
  const { code, errors } = await diagnose(world.workspace, "destroy", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.detail).toMatch(/berlinCH\/disable_ctwa .* answered 503/);
  expect(Object.keys(await world.workspace.state())).toEqual([addressOf("berlin")]);
  await world.workspace.destroy();
  expect(isOn(world, "berlinCH")).toBe(false);
});

it("asks nothing of the hub for a block that a removed block lets go", async () => {
  const world = await appliedWorld();
  await world.workspace.configure(
    `removed {\n  from = ${addressOf("berlin")}\n  lifecycle {\n    destroy = false\n  }\n}`,
  );
  await world.workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(await world.workspace.state()).toEqual({});
  expect((await world.workspace.plan()).code).toBe(0);
});
