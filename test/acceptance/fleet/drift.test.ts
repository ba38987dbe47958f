import { setTimeout as sleep } from "node:timers/promises";
import { asked } from "../harness/asked";
import { fleet, fleetAddress, fleetState } from "../harness/fleets";
import { isOn, switches } from "../harness/tracking";
import { openWorld } from "../harness/world";

it("shows a flipped switch as a change of just that key, where the hub reports it", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", ["berlinCH", "viennaCH", "parisCH"]));
  await workspace.apply();
  expect(await fleetState(world, "all")).toMatchObject({ verification: "observed" });
  simulator.control.changeChannel("viennaCH", { ctwa: false });

  const { output, changes } = await workspace.plan();
  expect(changes).toMatchObject([{ address: fleetAddress("all"), actions: ["update"] }]);
  expect(output.replace(/\s+/g, " ")).toContain(
    '~ "viennaCH" = { ~ enabled = false -> true }, # (2 unchanged elements hidden)',
  );
  simulator.requests.clear();
  await workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/viennaCH"]);
  expect((await workspace.plan()).code).toBe(0);
});

it("holds channels that are gone, terminated or moved as pending, and sends only where that heals", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", ["berlinCH", "viennaCH", "parisCH", "madridCH"]));
  await workspace.apply();
  simulator.control.removeChannel("berlinCH");
  simulator.control.changeChannel("viennaCH", { terminated_at: "2025-06-30T22:00:00Z" });
  expect((await workspace.plan()).code).toBe(0);
  simulator.control.changeChannel("parisCH", { client_id: "bakeryCL", ctwa: false });
  simulator.requests.clear();

  const { changes, output } = await workspace.plan();
  expect(changes).toMatchObject([{ actions: ["update"], before: { verification: "stale" } }]);
  expect(output).toContain("1 gone: the partner has no such channel");
  await workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/parisCH"]);
  expect(isOn(world, "parisCH")).toBe(true);
  expect(await fleetState(world, "all")).toMatchObject({
    pending: { berlinCH: "gone", viennaCH: "terminated" },
    tracked_count: 2,
    verification: "assumed",
  });
  expect((await workspace.plan()).code).toBe(0);

  await workspace.configure(fleet("all", ["parisCH", "madridCH"], "max_changes = 0"));
  simulator.requests.clear();
  await workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(await fleetState(world, "all")).toMatchObject({ pending: {} });
});

it("sends again what is older than reassert_after, with one list before and one after", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", ["berlinCH", "viennaCH"], 'reassert_after = "1s"'));
  await workspace.apply();
  simulator.control.changeChannel("berlinCH", { ctwa: false });
  await sleep(2_000);
  expect((await workspace.plan()).changes).toMatchObject([
    { actions: ["update"], before: { pending: {}, verification: "stale" }, unknown: { verification: true } },
  ]);
  await workspace.apply("-refresh-only");
  simulator.requests.clear();
  await workspace.apply("-refresh=false");
  expect(asked(simulator)).toEqual({ token: 1, channels: 2, enable_ctwa: 2 });
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await workspace.plan("-refresh=false")).code).toBe(0);
});
