import { titles } from "../../../src/framework/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const address = addressOf("berlin");
const berlin = (...lines: readonly string[]) => tracking("berlin", 'channel_id = "berlinCH"', ...lines);

it("ends a create whose look-up is never answered, and points at the attribute", async () => {
  // A check of the plan would read the list first, and keep it for create.
  const world = await openWorld({ env: { DIALOG360_PLAN_CHECKS: "off" } });
  await world.workspace.configure(berlin('timeouts = { create = "1s" }'));
  world.simulator.control.addFault({ route: "channels", hang: true });
  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address, summary: titles.timeout("create") }]);
  expect(errors[0]?.detail).toContain("timeouts.create");
  expect(switches(world)).toEqual([]);
  expect(await world.workspace.state()).toEqual({});
});

it("gives a switch that was sent 5 seconds to answer, and keeps what it did", async () => {
  const world = await openWorld();
  // The look-up before the switch takes less than 4 s on a busy machine too, and the answer comes within 5 s more.
  await world.workspace.configure(berlin('timeouts = { create = "4s" }'));
  world.simulator.control.addFault({ route: "enable_ctwa", delayMs: 5_500 });
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.state())[address]).toMatchObject({ enabled: true, verification: "assumed" });
  expect((await world.workspace.plan()).code).toBe(0);
});

it.each([
  ["read", ["plan"], 'timeouts = { read = "2s" }', ""],
  ["plan", ["plan", "-refresh=false"], 'timeouts = { plan = "2s" }', "enabled = false"],
] as const)("ends a %s and leaves the state as it was", async (operation, command, timeouts, change) => {
  const world = await openWorld();
  // The short timeout counts from the second apply on, so no request without trouble has to meet it.
  await world.workspace.configure(berlin());
  await world.workspace.apply();
  await world.workspace.configure(berlin(timeouts));
  await world.workspace.apply();
  const before = await world.workspace.state();
  await world.workspace.configure(berlin(timeouts, change));
  world.simulator.control.addFault({ route: "channels", hang: true });
  const { code, errors } = await diagnose(world.workspace, ...command);
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ summary: titles.timeout(operation) }]);
  expect(errors[0]?.detail).toContain(`raise timeouts.${operation}`);
  expect(await world.workspace.state()).toEqual(before);
  await world.workspace.configure(berlin(change));
  await world.workspace.apply("-refresh=false");
  expect((await world.workspace.plan()).code).toBe(0);
});

it("ends a delete that the hub asks to wait longer than it may take", async () => {
  const world = await openWorld();
  await world.workspace.configure(berlin('timeouts = { delete = "30s" }'));
  await world.workspace.apply();
  world.simulator.control.addFault({ route: "disable_ctwa", status: 429, retryAfter: 600 });
  const { code, errors } = await diagnose(world.workspace, "destroy", "-auto-approve");
  expect(code).toBe(1);
  expect(errors[0]?.detail).toContain("answered 429");
  expect(Object.keys(await world.workspace.state())).toEqual([address]);
  await world.workspace.destroy();
  expect(isOn(world, "berlinCH")).toBe(false);
});
