import { setTimeout as sleep } from "node:timers/promises";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const address = addressOf("berlin");
/** Longer than the shortest reassert_after in this file. */
const OVERDUE_MS = 1_100;

async function stateOf({ workspace }: World) {
  return (await workspace.state())[address] ?? {};
}

it("sends the switch again, in place, once the last write is older than reassert_after", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await world.workspace.apply();
  const before = await stateOf(world);
  world.simulator.control.changeChannel("berlinCH", { ctwa: false });
  await sleep(OVERDUE_MS);
  const { code, changes } = await world.workspace.plan();
  expect(code).toBe(2);
  expect(changes).toMatchObject([
    {
      actions: ["update"],
      before: { verification: "stale", asserted_at: before["asserted_at"] },
      unknown: { verification: true, asserted_at: true },
    },
  ]);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH", "enable exampleCL/berlinCH"]);
  const after = await stateOf(world);
  expect(after["verification"]).toBe("assumed");
  expect(String(after["asserted_at"]) > String(before["asserted_at"])).toBe(true);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "24h"'));
  await world.workspace.apply();
  expect((await world.workspace.plan()).code).toBe(0);
});

it("stays stale over refreshes until it is sent, and is no drift a second time", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await world.workspace.apply();
  await sleep(OVERDUE_MS);
  expect((await world.workspace.plan("-refresh-only")).code).toBe(2);
  await world.workspace.apply("-refresh-only");
  expect((await stateOf(world))["verification"]).toBe("stale");
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  expect((await world.workspace.plan("-refresh=false")).changes).toMatchObject([{ actions: ["update"] }]);
  expect(switches(world)).toHaveLength(1);
  await world.workspace.apply("-refresh=false");
  expect(switches(world)).toHaveLength(2);
  expect((await world.workspace.plan("-refresh=false")).code).toBe(0);
});

it("does not go stale without reassert_after, nor by a plan that reads nothing", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    [
      tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'),
      tracking("hamburg", 'channel_id = "hamburgCH"'),
    ].join("\n"),
  );
  await world.workspace.apply();
  await sleep(OVERDUE_MS);
  expect((await world.workspace.plan("-refresh=false")).code).toBe(0);
  expect((await world.workspace.plan()).changes.map((change) => change.address)).toEqual([address]);
});

it("never goes stale where the hub reports the switch", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'reassert_after = "1s"'));
  await world.workspace.apply();
  await sleep(OVERDUE_MS);
  expect((await world.workspace.plan()).code).toBe(0);
  expect((await stateOf(world))["verification"]).toBe("observed");
});
