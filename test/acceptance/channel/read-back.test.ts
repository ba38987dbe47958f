import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const address = addressOf("berlin");

async function stateOf({ workspace }: World) {
  return (await workspace.state())[address];
}

/** Direct look-ups of berlinCH so far. */
function lookUps({ simulator }: World): number {
  return simulator.requests.list("channels").filter(({ query }) => query["filters"] !== undefined).length;
}

it.each([
  ["cannot be had", { status: 500, times: "always" }],
  ["makes no sense", { html: true, status: 200, times: "always" }],
  ["does not know the channel any more", { body: { partner_channels: [], count: 0, total: 0 } }],
] as const)("warns and keeps what was created when reading back %s", async (_case, fault) => {
  const world = await openWorld({
    env: { DIALOG360_MAX_RETRIES: "0" },
    simulator: { ctwaField: "ctwa_enabled" },
  });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  // The lists of plan and apply come first.
  world.simulator.control.addFault({ route: "channels", skip: 2, ...fault });
  const { code, warnings, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(warnings).toMatchObject([{ address }]);
  expect(warnings[0]?.detail).toContain("berlinCH");
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed", app_id: "100002" });
  world.simulator.control.clearFaults();
  expect((await world.workspace.plan()).code).toBe(0);
  expect(switches(world)).toHaveLength(1);
});

it("does not look after a switch where the hub reports no tracking state", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  expect(lookUps(world)).toBe(0);
  expect(await stateOf(world)).toMatchObject({ verification: "assumed" });
});

it("waits for a hub that reports the switch a little late", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled", delayedFlag: 1 } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  expect(lookUps(world)).toBe(2);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "observed" });
  expect((await world.workspace.plan()).code).toBe(0);
});

it("keeps the planned value as assumed after three direct reads that still show the old one", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled", delayedFlag: 3 } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  const { code, warnings } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(0);
  expect(warnings).toMatchObject([{ address, summary: titles.oldStateReported }]);
  expect(warnings[0]?.detail).toContain("ctwa_status_field");
  expect(lookUps(world)).toBe(3);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed" });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply("-refresh-only");
  expect(await stateOf(world)).toMatchObject({ verification: "observed" });
});

it("treats an update like a create", async () => {
  const world = await openWorld({
    env: { DIALOG360_MAX_RETRIES: "0" },
    simulator: { ctwaField: "ctwa_enabled" },
  });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
  await world.workspace.apply();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.run("plan", "-out=saved.bin");
  world.simulator.control.addFault({ route: "channels", skip: 1, status: 500, times: "always" });
  const { code, warnings } = await diagnose(world.workspace, "apply", "saved.bin");
  expect(code).toBe(0);
  expect(warnings).toMatchObject([{ address, summary: titles.switchNotSeen }]);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed" });
  expect(isOn(world, "berlinCH")).toBe(true);
});

it.each([
  ["any status below 300 without a body", { switchStatus: 204, switchBody: "" }],
  ["a body that nobody has documented", { switchStatus: 202, switchBody: "done" }],
  ["a refusal because it is so already", { strictSwitch: true }],
])("takes %s as accepted", async (_case, simulator) => {
  const world = await openWorld({ simulator });
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  await world.workspace.apply();
  expect(isOn(world, "munichCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.destroy();
  expect(isOn(world, "munichCH")).toBe(false);
});
