import { watchReads } from "../harness/only-reads";
import { addressOf, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

test("the harness tells a run that switched a channel from one that only read", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));

  const plan = watchReads(world.simulator, ["plan"]);
  expect((await world.workspace.plan()).changes).toMatchObject([{ address: addressOf("berlin") }]);
  expect(plan).not.toThrow();

  const apply = watchReads(world.simulator, ["apply"]);
  await world.workspace.apply();
  expect(apply).toThrow("enable_ctwa");
});
