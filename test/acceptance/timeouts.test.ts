import { diagnose } from "./diagnose";
import { addressOf, isOn, switches, tracking } from "./tracking";
import { openWorld } from "./world";

const address = addressOf("berlin");
const berlin = (...lines: readonly string[]) => tracking("berlin", 'channel_id = "berlinCH"', ...lines);
const BUSY = { status: 429, retryAfter: 600, times: "always" } as const;

it("ends a create whose look-up is never answered, and points at the attribute", async () => {
  const world = await openWorld();
  await world.workspace.configure(berlin('timeouts = { create = "1s" }'));
  world.simulator.control.addFault({ route: "channels", hang: true });
  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address, summary: "Timeout during create" }]);
  expect(errors[0]?.detail).toContain("timeouts.create");
  expect(switches(world)).toEqual([]);
  expect(await world.workspace.state()).toEqual({});
});

it("gives a switch that was sent 5 seconds to answer, and keeps what it did", async () => {
  const world = await openWorld();
  await world.workspace.configure(berlin('timeouts = { create = "1s" }'));
  world.simulator.control.addFault({ route: "enable_ctwa", delayMs: 2_000 });
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.state())[address]).toMatchObject({ enabled: true, verification: "assumed" });
  expect((await world.workspace.plan()).code).toBe(0);
});

it.each([
  ["read", "channels", ["plan"], 'timeouts = { read = "1s" }'],
  [
    "update",
    "channels",
    ["apply", "-auto-approve", "-refresh=false"],
    'timeouts = { update = "1s" }\n  enabled = false',
  ],
  ["delete", "disable_ctwa", ["destroy", "-auto-approve", "-refresh=false"], 'timeouts = { delete = "1s" }'],
] as const)("ends a %s and leaves the state as it was", async (operation, route, command, line) => {
  const world = await openWorld({ env: { DIALOG360_MAX_RETRIES: "0" } });
  await world.workspace.configure(berlin(line.split("\n")[0] ?? ""));
  await world.workspace.apply();
  const before = await world.workspace.state();
  await world.workspace.configure(berlin(line));
  world.simulator.control.addFault({ route, ...BUSY });
  const { code, errors } = await diagnose(world.workspace, ...command);
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ summary: `Timeout during ${operation}` }]);
  expect(errors[0]?.detail).toContain(`raise timeouts.${operation}`);
  expect(await world.workspace.state()).toEqual(before);
  world.simulator.control.clearFaults();
  await world.workspace.apply();
  expect((await world.workspace.plan()).code).toBe(0);
});
