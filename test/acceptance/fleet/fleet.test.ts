import { titles } from "../../../src/provider/titles";
import { asked } from "../harness/asked";
import { fleet, fleetAddress, fleetState } from "../harness/fleets";
import { isOn, switches } from "../harness/tracking";
import { openWorld } from "../harness/world";

const three = ["berlinCH", "viennaCH", "parisCH"];

it("creates, updates by the difference, and destroys; plans in between are empty", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", three));
  await workspace.apply();
  expect(await fleetState(world, "all")).toEqual({
    channels: { berlinCH: true, parisCH: true, viennaCH: true },
    client_id: null,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    last_change: "0 off, 3 on",
    max_changes: null,
    on_create: "switch",
    on_destroy: "disable",
    partner_id: "examplePA",
    pending: {},
    reassert_after: null,
    timeouts: null,
    tracked_count: 3,
    verification: "assumed",
  });
  expect(asked(simulator)).toMatchObject({ enable_ctwa: 3 });
  simulator.requests.clear();
  expect((await workspace.plan()).code).toBe(0);
  expect(asked(simulator)).toEqual({ token: 1, channels: 1 });

  await workspace.configure(fleet("all", { berlinCH: false, viennaCH: true, madridCH: true }));
  const { changes } = await workspace.plan();
  expect(changes).toMatchObject([
    { address: fleetAddress("all"), actions: ["update"], unknown: { pending: true, verification: true } },
  ]);
  simulator.requests.clear();
  await workspace.apply();
  expect(switches(world).sort()).toEqual([
    "disable exampleCL/berlinCH",
    "disable floristCL/parisCH",
    "enable opticsCL/madridCH",
  ]);
  expect((await workspace.plan()).code).toBe(0);

  await workspace.destroy();
  expect([...three, "madridCH"].map((id) => isOn(world, id))).toEqual([false, false, false, false]);
});

it("takes channels over on trust without a switch, and shows drift that the hub reports as ever", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  const trusted = fleet("all", three, 'on_create = "assume"');
  await workspace.configure(trusted);
  expect((await workspace.plan()).output).toContain("adopts 3");
  await workspace.apply();
  expect(switches(world)).toEqual([]);
  expect(await fleetState(world, "all")).toMatchObject({
    last_change: "3 assumed",
    verification: "unverified",
  });
  expect((await workspace.plan()).code).toBe(0);

  simulator.control.changeSettings({ ctwaField: "ctwa_enabled" });
  simulator.control.changeChannel("parisCH", { ctwa: false });
  simulator.control.changeChannel("berlinCH", { ctwa: true });
  simulator.control.changeChannel("viennaCH", { ctwa: true });
  await workspace.apply();
  expect(switches(world)).toEqual(["enable floristCL/parisCH"]);
});

it("sends nothing for what the hub reports in the declared position", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const { workspace, simulator } = world;
  simulator.control.changeChannel("berlinCH", { ctwa: true });
  simulator.control.changeChannel("viennaCH", { ctwa: true });
  simulator.control.changeChannel("parisCH", { ctwa: false });
  await workspace.configure(fleet("all", three));
  await workspace.apply();

  expect(switches(world)).toEqual(["enable floristCL/parisCH"]);
  expect(await fleetState(world, "all")).toMatchObject({ verification: "observed", tracked_count: 3 });
  expect((await workspace.plan()).code).toBe(0);
});

it("imports the channels of a client as the hub reports them", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const { workspace } = world;
  await workspace.configure(fleet("all", ["viennaCH"], 'client_id = "bakeryCL"'));
  const id = "examplePA/client:bakeryCL";
  const imported = await workspace.run("import", "-no-color", fleetAddress("all"), id);
  expect(imported.code).toBe(0);

  const state = await fleetState(world, "all");
  const channels = state["channels"] as Readonly<Record<string, boolean>>;
  expect(state).toMatchObject({ client_id: "bakeryCL", verification: "observed" });
  for (const [channelId, enabled] of Object.entries(channels)) expect(isOn(world, channelId)).toBe(enabled);
  const written = Object.entries(channels).map(([channelId, on]) => [channelId, on]);
  await workspace.configure(fleet("all", Object.fromEntries(written), 'client_id = "bakeryCL"'));
  expect((await workspace.plan()).code).toBe(0);
});

it("imports all channels of a partner, as off and unverified where the hub reports nothing", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", ["viennaCH"]));
  const imported = await workspace.run("import", "-no-color", fleetAddress("all"), "examplePA/*");

  expect(imported.code).toBe(0);
  expect(imported.output).toContain(titles.trackingNotKnown);
  const state = await fleetState(world, "all");
  expect(state).toMatchObject({ client_id: null, verification: "unverified" });
  const ids = Object.keys(state["channels"] as object);
  expect(state["channels"]).toEqual(Object.fromEntries(ids.map((id) => [id, false])));
  const listed = simulator.control.channels("examplePA").filter(({ terminated_at: end }) => end === null);
  expect(ids).toEqual(expect.arrayContaining(listed.map(({ id }) => id)));

  await workspace.configure(fleet("all", Object.fromEntries(ids.map((id) => [id, id === "viennaCH"]))));
  const { code, changes } = await workspace.plan();
  const after = { last_change: `${ids.length - 1} off, 1 on` };
  expect({ code, changes }).toMatchObject({ code: 2, changes: [{ actions: ["update"], after }] });
});
