import { withHub } from "../../../src/commands/hub/with-hub";
import type { Simulator } from "../../../src/simulator";
import { type HubWorld, keepOutput, openHubWorld } from "../hub-world";

let world: HubWorld;
let simulator: Simulator;
beforeEach(async () => {
  world = await openHubWorld();
  simulator = world.simulator;
});
afterEach(() => world.close());

test("channels are read with the provider's variables, and nothing is written", async () => {
  const rows = await withHub(keepOutput().output, async (hub, signal) => {
    const whole = await hub.api.channels.all(hub.partnerId, [], { signal });
    return whole.rows.map((channel) => [channel.id, hub.trackingOf(channel)]);
  });

  expect(rows).toContainEqual(["berlinCH", false]);
  expect(new Set(simulator.requests.list().map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  expect(
    simulator.requests.list().filter(({ method, path }) => method === "POST" && !/token/.test(path)),
  ).toEqual([]);
});

test.each([
  ["no partner", { DIALOG360_PARTNER_ID: "" }, "DIALOG360_PARTNER_ID"],
  ["no password", { DIALOG360_PASSWORD: "" }, "DIALOG360_PASSWORD"],
  ["a wrong password", { DIALOG360_PASSWORD: "wrong-secret" }, "Login"],
])("%s is an error in words, without secrets", async (_name, variables, fact) => {
  Object.assign(process.env, variables);
  const run = withHub(keepOutput().output, ({ api, partnerId }, signal) =>
    api.channels.all(partnerId, [], { signal }),
  );

  await expect(run).rejects.toThrow(fact);
  await expect(run).rejects.not.toThrow("wrong-secret");
});

test("Ctrl-C ends it with an error, and later ones are the process's own again", async () => {
  simulator.control.addFault({ route: "channels", delayMs: 60_000, times: "always" });
  const listeners = process.listenerCount("SIGINT");
  const run = withHub(keepOutput().output, ({ api, partnerId }, signal) => {
    setTimeout(() => process.emit("SIGINT"), 20);
    return api.channels.all(partnerId, [], { signal });
  });

  await expect(run).rejects.toThrow("interrupted");
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

test("a terminal shows progress, which is gone at the end", async () => {
  const { written, output } = keepOutput();
  simulator.control.addFault({ route: "channels", delayMs: 600, times: "always" });
  await withHub({ ...output, stderr: { ...output.stderr, isTTY: true } }, ({ api, partnerId }, signal) =>
    api.channels.all(partnerId, [], { signal }),
  );

  expect(written.stderr).toContain("Reading channels");
  expect(written.stderr.endsWith("\r\u001b[K")).toBe(true);
});
