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
    '~ "viennaCH" = false -> true # (2 unchanged elements hidden)',
  );
  simulator.requests.clear();
  await workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/viennaCH"]);
  expect((await workspace.plan()).code).toBe(0);
});

it("shows the keys of channels that are gone, terminated or moved as changes in every plan, and applies the others", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", ["berlinCH", "viennaCH", "parisCH", "madridCH"]));
  await workspace.apply();
  simulator.control.removeChannel("berlinCH");
  simulator.control.changeChannel("viennaCH", { terminated_at: "2025-06-30T22:00:00Z" });
  simulator.control.changeChannel("parisCH", { client_id: "bakeryCL", ctwa: false });
  for (let again = 0; again < 2; again += 1) {
    const { code, output } = await workspace.plan();
    expect(code).toBe(2);
    for (const id of ["berlinCH", "viennaCH", "parisCH"])
      expect(output).toMatch(new RegExp(`\\+ "${id}" += true`));
    expect(output).toContain("1 gone: ");
  }
  simulator.requests.clear();

  await workspace.apply();
  expect(switches(world)).toEqual(["enable bakeryCL/parisCH"]);
  expect(isOn(world, "parisCH")).toBe(true);
  expect(await fleetState(world, "all")).toMatchObject({
    pending: { berlinCH: "gone", viennaCH: "terminated" },
    last_change: "0 off, 1 on",
    tracked_count: 2,
    verification: "assumed",
  });
  expect((await workspace.plan()).code).toBe(2);

  await workspace.configure(fleet("all", ["parisCH", "madridCH"]));
  expect((await workspace.plan()).code).toBe(0);
});

it("tells the size of a plan, and for how long it sends, before anything is sent", async () => {
  const world = await openWorld();
  const { workspace } = world;
  workspace.setEnv({ DIALOG360_RATE_LIMIT: "5/30s" });
  await workspace.configure(fleet("all", { berlinCH: true, viennaCH: true, parisCH: false }));

  const { output, changes } = await workspace.plan();
  const told = output.replace(/[\s│]+/g, " ");
  expect(told).toContain("switches 1 off, 2 on, adds 3");
  expect(told).toContain("18 s at 5 per 30 s");
  expect(changes).toMatchObject([{ after: { last_change: "1 off, 2 on" } }]);
});

it("sends again what is older than reassert_after, with one list before", async () => {
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
  expect(asked(simulator)).toEqual({ token: 1, channels: 1, enable_ctwa: 2 });
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await workspace.plan("-refresh=false")).code).toBe(0);
});

it.each([null, "ctwa_enabled"])(
  "finds no drift right after an apply, with a flag at %s",
  async (ctwaField) => {
    const world = await openWorld({ simulator: { ctwaField } });
    await world.workspace.configure(fleet("all", ["berlinCH", "viennaCH"], "max_changes = 7"));
    await world.workspace.apply();

    expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
    expect((await world.workspace.plan()).code).toBe(0);
  },
);
