import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const address = addressOf("shop");

/** A world in which tracking of berlinCH has been applied, with an empty list of requests. */
async function appliedWorld(...lines: readonly string[]) {
  const world = await openWorld();
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', ...lines));
  await world.workspace.apply();
  world.simulator.requests.clear();
  return world;
}

it.each([
  ["", ["delete", "create"]],
  ["lifecycle {\n    create_before_destroy = true\n  }", ["create", "delete"]],
])("gives up one channel for the other when channel_id changes %#", async (lifecycle, actions) => {
  const world = await appliedWorld(lifecycle);
  await world.workspace.configure(tracking("shop", 'channel_id = "viennaCH"', lifecycle));
  expect((await world.workspace.plan()).changes).toMatchObject([
    { actions, unknown: { id: true, client_id: true, app_id: true, asserted_at: true } },
  ]);
  await world.workspace.apply();
  expect([isOn(world, "berlinCH"), isOn(world, "viennaCH")]).toEqual([false, true]);
  expect(switches(world).sort()).toEqual(["disable exampleCL/berlinCH", "enable bakeryCL/viennaCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("leaves the channel that it gives up on where on_destroy was applied as keep", async () => {
  const world = await appliedWorld('on_destroy = "keep"');
  await world.workspace.configure(tracking("shop", 'channel_id = "hamburgCH"'));
  await world.workspace.apply();
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([true, true]);
});

it("is what another partner means, in the block or in the provider", async () => {
  const world = await appliedWorld();
  // otherPA does not hold the channel, so a checked plan would refuse to leave examplePA.
  world.workspace.setEnv({ DIALOG360_PLAN_CHECKS: "off" });
  const replaced = [{ actions: ["delete", "create"], after: { partner_id: "otherPA" } }];
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', 'partner_id = "otherPA"'));
  expect((await world.workspace.plan()).changes).toMatchObject(replaced);
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"'));
  world.workspace.setEnv({ DIALOG360_PARTNER_ID: "otherPA" });
  expect((await world.workspace.plan("-refresh=false")).changes).toMatchObject(replaced);
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', 'partner_id = "examplePA"'));
  expect((await world.workspace.plan()).code).toBe(0);
});

it("is not what client_id means", async () => {
  const world = await appliedWorld();
  world.workspace.setEnv({ DIALOG360_PLAN_CHECKS: "off" });
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', 'client_id = "opticsCL"'));
  expect((await world.workspace.plan()).changes).toMatchObject([{ actions: ["update"] }]);
});

it("creates again what was asked for with -replace or taint", async () => {
  const world = await appliedWorld();
  await world.workspace.apply(`-replace=${address}`);
  expect(switches(world)).toEqual(["disable exampleCL/berlinCH", "enable exampleCL/berlinCH"]);
  await world.workspace.run("taint", address);
  expect((await world.workspace.plan()).changes).toMatchObject([{ actions: ["delete", "create"] }]);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("ends as declared after a provisioner has failed and tainted what was created", async () => {
  const world = await openWorld();
  const provisioner = (command: string) => `provisioner "local-exec" {\n    command = "${command}"\n  }`;
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', provisioner("false")));
  expect((await world.workspace.run("apply", "-auto-approve")).code).toBe(1);
  expect(isOn(world, "berlinCH")).toBe(true);
  await world.workspace.configure(tracking("shop", 'channel_id = "berlinCH"', provisioner("true")));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});
