import { asked } from "../harness/asked";
import { addressOf, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const address = addressOf("berlin");

/** A world in which tracking of berlinCH has been applied, with an empty list of requests. */
async function appliedWorld(simulator = {}) {
  const world = await openWorld({ simulator });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.requests.clear();
  return world;
}

it("finds no drift after an apply, an update, a refresh and a healed switch", async () => {
  const world = await appliedWorld({ ctwaField: "ctwa_enabled" });
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'on_destroy = "keep"'));
  await world.workspace.apply();
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  world.simulator.control.changeChannel("berlinCH", { ctwa: false });
  expect((await world.workspace.plan("-refresh-only")).code).toBe(2);
  await world.workspace.apply("-refresh-only");
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  await world.workspace.apply();
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
});

it("tells by its exit code what has changed, and takes it into the state without sending anything", async () => {
  const world = await appliedWorld();
  world.simulator.control.changeChannel("berlinCH", { phone_number: "+4915559999999" });
  expect((await world.workspace.plan("-refresh-only")).code).toBe(2);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply("-refresh-only");
  expect((await world.workspace.state())[address]).toMatchObject({ phone_number: "+4915559999999" });
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  expect(switches(world)).toEqual([]);
});

it("does not take for drift what moves by itself in a channel", async () => {
  const world = await appliedWorld();
  world.simulator.control.changeChannel("berlinCH", {
    status: "error",
    hub_status: "other",
    current_limit: "TIER_1K",
    current_quality_rating: "Low",
    phone_name: "Renamed",
  });
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
});

it("asks nothing at all with -refresh=false, so that no drift shows", async () => {
  const world = await appliedWorld({ ctwaField: "ctwa_enabled" });
  world.simulator.control.changeChannel("berlinCH", { ctwa: false, client_id: "bakeryCL" });
  expect((await world.workspace.plan("-refresh=false")).code).toBe(0);
  await world.workspace.apply("-refresh=false");
  expect(asked(world.simulator)).toEqual({});
  expect((await world.workspace.plan()).code).toBe(2);
});
