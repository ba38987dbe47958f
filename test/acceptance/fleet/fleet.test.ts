import { asked } from "../harness/asked";
import { fleet, fleetAddress, fleetState } from "../harness/fleets";
import { isOn, switches } from "../harness/tracking";
import { openWorld } from "../harness/world";

const three = ["berlinCH", "viennaCH", "parisCH"];

it("creates, updates by the difference, and destroys; plans in between are empty", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", { berlinCH: "", viennaCH: 'client_id = "bakeryCL"', parisCH: "" }));
  await workspace.apply();
  expect(await fleetState(world, "all")).toEqual({
    channels: {
      berlinCH: { client_id: null, enabled: true },
      parisCH: { client_id: null, enabled: true },
      viennaCH: { client_id: "bakeryCL", enabled: true },
    },
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    max_changes: null,
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

  await workspace.configure(fleet("all", { berlinCH: "enabled = false", viennaCH: "", madridCH: "" }));
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
