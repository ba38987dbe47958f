import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const address = addressOf("berlin");

/** berlinCH is applied under exampleCL, then moves to bakeryCL, where tracking starts as off. */
async function movedWorld(...lines: readonly string[]) {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', ...lines));
  await world.workspace.apply();
  world.simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL", ctwa: false });
  world.simulator.requests.clear();
  return world;
}

it("follows a channel to another client with an update in place that sends the switch there", async () => {
  const world = await movedWorld();
  expect((await world.workspace.plan()).changes).toMatchObject([
    {
      actions: ["update"],
      before: { client_id: "bakeryCL", verification: "stale" },
      after: { id: "berlinCH", client_id: "bakeryCL" },
      unknown: { verification: true, asserted_at: true },
    },
  ]);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH"]);
  expect((await world.workspace.state())[address]).toMatchObject({
    client_id: "bakeryCL",
    verification: "assumed",
  });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.destroy();
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH", "disable bakeryCL/berlinCH"]);
});

it("still waits for its switch after a refresh has stored the move", async () => {
  const world = await movedWorld();
  expect((await world.workspace.plan("-refresh-only")).code).toBe(2);
  await world.workspace.apply("-refresh-only");
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  expect((await world.workspace.plan()).changes).toMatchObject([{ actions: ["update"] }]);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH"]);
});

it("sends the switch under the new client also where the hub reports it as on", async () => {
  const world = await movedWorld();
  world.simulator.control.changeSettings({ ctwaField: "ctwa_enabled" });
  world.simulator.control.changeChannel("berlinCH", { ctwa: true });
  await world.workspace.apply("-refresh-only");
  expect((await world.workspace.plan()).changes).toMatchObject([{ before: { verification: "stale" } }]);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("fails at plan where the configuration names the former client", async () => {
  const world = await movedWorld('client_id = "exampleCL"');
  const conflict = { address, summary: titles.otherClient, line: 'client_id = "exampleCL"' };
  const plan = await diagnose(world.workspace, "plan", "-detailed-exitcode");
  expect(plan).toMatchObject({ code: 1, errors: [conflict] });
  const apply = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(apply).toMatchObject({ code: 1, errors: [conflict] });
  expect(apply.errors[0]?.detail).toMatch(/\bbakeryCL, .*\bexampleCL\b/);
  expect(switches(world)).toEqual([]);
  expect(isOn(world, "berlinCH")).toBe(false);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'client_id = "bakeryCL"'));
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("refuses a client that was written into the configuration and is not the channel's own", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.requests.clear();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'client_id = "opticsCL"'));
  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address, summary: titles.otherClient }]);
  expect(errors[0]?.detail).toMatch(/\bexampleCL, .*\bopticsCL\b/);
  expect(switches(world)).toEqual([]);
  expect((await world.workspace.state())[address]).toMatchObject({ client_id: "exampleCL" });
});

it("follows a channel that moves between a saved plan and its apply", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.run("plan", "-out=saved.bin");
  world.simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL" });
  await world.workspace.apply("saved.bin");
  expect(switches(world)).toEqual(["enable bakeryCL/berlinCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("switches off under the present client when a destroy that refreshes nothing finds the channel moved", async () => {
  const world = await movedWorld();
  world.simulator.control.changeChannel("berlinCH", { ctwa: true });
  await world.workspace.destroy("-refresh=false");
  expect(isOn(world, "berlinCH")).toBe(false);
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH", "disable bakeryCL/berlinCH"]);
});
