import { asked } from "../acceptance/harness/asked";
import { fleet, fleetState } from "../acceptance/harness/fleets";
import { openWorld } from "../acceptance/harness/world";
import { suite } from "./needs";

const SIZE = 10_000;

suite("a fleet of 10,000 channels", {}, () => {
  jest.setTimeout(600_000);

  test("is created with one request per channel, and then planned with the list alone", async () => {
    const world = await openWorld({ simulator: { channels: SIZE } });
    const { workspace, simulator } = world;
    const all = simulator.control.channels("examplePA");
    const ids = all.filter(({ terminated_at: end }) => end === null).map(({ id }) => id);
    await workspace.configure(fleet("all", ids));

    await workspace.apply();
    expect(asked(simulator)).toMatchObject({ enable_ctwa: ids.length });
    expect(await fleetState(world, "all")).toMatchObject({ tracked_count: ids.length, pending: {} });

    simulator.requests.clear();
    expect((await workspace.plan()).code).toBe(0);
    expect(asked(simulator)).toEqual({ token: 1, channels: expect.any(Number) });
  });
});
