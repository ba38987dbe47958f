import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

it("lives with a hub that has every quirk at once", async () => {
  const world = await openWorld({
    simulator: {
      ...{ ctwaField: "integration.is_ctwa_active", decoys: true, delayedFlag: 1 },
      ...{ channels: 70, maxPageSize: 20, churn: 3, signalsEnvelope: "object" },
      ...{ strictSwitch: true, switchStatus: 202, switchShowsChannel: true, switchDelayMs: 1_200 },
      // A switch outlasts its token. A new token lasts long enough for a request on a busy machine.
      ...{ tokenLifetime: 3_600, tokenValidFor: 1, latencyMs: 20 },
    },
  });
  const cities = ["berlin", "munich", "lille", "valencia"];
  await world.workspace.configure(
    cities.map((city) => tracking(city, `channel_id = "${city}CH"`)).join("\n"),
  );
  await world.workspace.apply();
  for (const city of cities) {
    expect(isOn(world, `${city}CH`)).toBe(true);
    expect((await world.workspace.state())[addressOf(city)]).toMatchObject({ verification: "observed" });
  }
  expect((await world.workspace.plan()).code).toBe(0);
  world.simulator.control.changeChannel("lilleCH", { ctwa: false });
  expect((await world.workspace.plan()).changes).toMatchObject([
    { address: addressOf("lille"), before: { enabled: false }, after: { enabled: true } },
  ]);
  await world.workspace.apply();
  expect(isOn(world, "lilleCH")).toBe(true);
  expect(switches(world).filter((line) => line.includes("lilleCH"))).toHaveLength(2);
  await world.workspace.destroy();
  expect(world.simulator.control.channels("examplePA").filter(({ ctwa }) => ctwa)).toMatchObject([
    { id: "viennaCH" },
  ]);
  expect(world.simulator.requests.list().some(({ status }) => status === 401)).toBe(true);
});
