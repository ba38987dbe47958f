import { addressOf, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

it("finds nothing to do after an apply, whatever the blocks say", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    [
      tracking("plain", 'channel_id = "berlinCH"'),
      tracking("off", 'channel_id = "munichCH"', "enabled = false"),
      tracking(
        "full",
        'channel_id = "viennaCH"',
        'client_id = "bakeryCL"',
        'partner_id = "examplePA"',
        "enabled = true",
        'on_destroy = "keep"',
        'reassert_after = "720h"',
        'timeouts = { create = "10m", read = "1m30s" }',
      ),
      tracking("nulls", 'channel_id = "parisCH"', "client_id = null", "enabled = null", "timeouts = {}"),
    ].join("\n"),
  );
  await world.workspace.apply();
  const sent = switches(world);
  expect(sent).toHaveLength(4);
  const state = await world.workspace.state();
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply();
  expect(switches(world)).toEqual(sent);
  expect(await world.workspace.state()).toEqual(state);
  expect(state[addressOf("full")]).toMatchObject({
    timeouts: { create: "10m", read: "1m30s", update: null, delete: null },
  });
});
