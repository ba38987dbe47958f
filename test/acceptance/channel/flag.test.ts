import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const address = addressOf("berlin");

async function stateOf({ workspace }: World) {
  return (await workspace.state())[address] ?? {};
}

describe.each([
  ["that is found by its name", "integration.is_ctwa_tracking_active", undefined],
  ["that the setting names", "tracking.state.on", "tracking.state.on"],
])("a flag %s", (_case, ctwaField, setting) => {
  it("is followed by enabled, so that a switch flipped elsewhere shows and is healed", async () => {
    const world = await openWorld({
      simulator: { ctwaField },
      env: { DIALOG360_CTWA_STATUS_FIELD: setting },
    });
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
    await world.workspace.apply();
    const before = await stateOf(world);
    expect(before).toMatchObject({ enabled: true, verification: "observed" });
    expect((await world.workspace.plan()).code).toBe(0);
    world.simulator.control.changeChannel("berlinCH", { ctwa: false });
    expect((await world.workspace.plan()).changes).toMatchObject([
      {
        actions: ["update"],
        before: { enabled: false, verification: "observed", asserted_at: before["asserted_at"] },
        after: { enabled: true },
        unknown: { verification: true, asserted_at: true },
      },
    ]);
    await world.workspace.apply();
    expect(isOn(world, "berlinCH")).toBe(true);
    expect((await world.workspace.plan()).code).toBe(0);
    expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  });
});

it("shows tracking that was switched on elsewhere where it is declared off", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
  await world.workspace.apply();
  world.simulator.control.changeChannel("berlinCH", { ctwa: true });
  expect((await world.workspace.plan()).changes).toMatchObject([{ before: { enabled: true } }]);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(false);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("is let be where ignore_changes says so", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"', "lifecycle {\n    ignore_changes = [enabled]\n  }"),
  );
  await world.workspace.apply();
  world.simulator.control.changeChannel("berlinCH", { ctwa: false });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
});

it("is not seen where the hub reports none, and the plan stays empty", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.control.changeChannel("berlinCH", { ctwa: false });
  expect((await world.workspace.plan()).code).toBe(0);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed" });
});

it("makes assumed observed once the hub begins to report it, and the other way round, without a switch", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.control.changeSettings({ ctwaField: "ctwa_enabled" });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply();
  expect(await stateOf(world)).toMatchObject({ verification: "observed" });
  world.simulator.control.changeSettings({ ctwaField: null });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply("-refresh-only");
  expect(await stateOf(world)).toMatchObject({ verification: "assumed" });
  expect(switches(world)).toHaveLength(1);
});

it("is warned about where the setting names a field that the channel lacks", async () => {
  const world = await openWorld({ env: { DIALOG360_CTWA_STATUS_FIELD: "no.such.field" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  const { code, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");
  expect(code).toBe(0);
  expect(warnings).toMatchObject([{ address, summary: titles.channelWithoutFlag }]);
  expect(warnings[0]?.detail).toContain("ctwa_status_field");
});

it("is not believed where two fields have such a name", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  world.simulator.control.changeChannel("berlinCH", { extra: { ctwa: false } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed" });
  expect((await world.workspace.plan()).code).toBe(0);
});
