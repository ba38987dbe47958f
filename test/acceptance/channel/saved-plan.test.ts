import { setTimeout as sleep } from "node:timers/promises";
import { titles } from "../../../src/provider/titles";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, type World } from "../harness/world";

const address = addressOf("berlin");
const OVERDUE_MS = 1_100;

async function savePlan({ workspace }: World, ...args: readonly string[]): Promise<void> {
  succeeded(await workspace.run("plan", "-out=saved.bin", "-input=false", ...args));
}

async function stateOf({ workspace }: World) {
  return (await workspace.state())[address] ?? {};
}

it("is applied by another process as it was approved, without reading or planning anew", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await savePlan(world);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
  await world.workspace.configure("# The configuration has changed since, the saved plan has not.");
  await world.workspace.apply("saved.bin");
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  expect((await world.workspace.plan()).code).toBe(0);
});

it("sends what it planned to send when it is applied after reassert_after has passed once more", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await world.workspace.apply();
  await sleep(OVERDUE_MS);
  await savePlan(world);
  await sleep(OVERDUE_MS);
  await world.workspace.apply("saved.bin");
  expect(switches(world)).toHaveLength(2);
  expect(await stateOf(world)).toMatchObject({ verification: "assumed" });
});

it("sends nothing that it did not plan, though reassert_after has passed by the time it is applied", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "24h"'));
  await world.workspace.apply();
  const { asserted_at } = await stateOf(world);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await savePlan(world);
  await sleep(OVERDUE_MS);
  await world.workspace.apply("saved.bin");
  expect(switches(world)).toHaveLength(1);
  expect(await stateOf(world)).toMatchObject({ asserted_at, reassert_after: "1s", verification: "assumed" });
  expect((await world.workspace.plan()).changes).toMatchObject([{ before: { verification: "stale" } }]);
});

it("creates as planned when reassert_after passes between plan and apply", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await savePlan(world);
  await sleep(OVERDUE_MS);
  await world.workspace.apply("saved.bin");
  expect(await stateOf(world)).toMatchObject({ verification: "assumed" });
});

it("heals the flag as planned although somebody has healed it meanwhile", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.control.changeChannel("berlinCH", { ctwa: false });
  await savePlan(world);
  world.simulator.control.changeChannel("berlinCH", { ctwa: true });
  await world.workspace.apply("saved.bin");
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("fails without a switch where the channel has gone since", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await savePlan(world);
  world.simulator.control.removeChannel("berlinCH");
  const { code, errors } = await diagnose(world.workspace, "apply", "saved.bin");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address, summary: titles.channelNotFound }]);
  expect(switches(world)).toEqual([]);
});

it("destroys as planned", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  await savePlan(world, "-destroy");
  await world.workspace.apply("saved.bin");
  expect(isOn(world, "berlinCH")).toBe(false);
  expect(await world.workspace.state()).toEqual({});
});

it("does not hold the credentials of the run that made it", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await savePlan(world);
  world.workspace.setEnv({ DIALOG360_PASSWORD: undefined, DIALOG360_USERNAME: undefined });
  const { code, errors } = await diagnose(world.workspace, "apply", "saved.bin");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ summary: "Missing credentials" }]);
  expect(switches(world)).toEqual([]);
});
