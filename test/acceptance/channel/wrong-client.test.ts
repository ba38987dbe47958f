import { titles } from "../../../src/provider/titles";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { openWorld } from "../harness/world";

const declared = (...lines: readonly string[]) =>
  `resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n${lines.join("\n")}\n}`;

test("a channel under another client than the configured one is not switched, and its client is named", async () => {
  const world = await openWorld();
  await world.workspace.configure(declared('client_id  = "bakeryCL"'));

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({
    summary: titles.otherClient,
    line: 'client_id  = "bakeryCL"',
  });
  expect(errors[0]?.detail).toMatch(/\bexampleCL, .*\bbakeryCL\b/);
  expect(errors[0]?.detail).toContain("404");
  expect(errors[0]?.detail).toContain('Set client_id = "exampleCL"');
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
  expect(await world.workspace.state()).toEqual({});
});

test("a 404 of the switch, of a channel that has just moved, names the client that has it now", async () => {
  const world = await openWorld({
    simulator: {
      clock: {
        now: Date.now,
        sleep: async () => void world.simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL" }),
      },
    },
  });
  world.simulator.control.addFault({ route: "enable_ctwa", delayMs: 1 });
  await world.workspace.configure(declared());

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toHaveLength(1);
  expect(errors[0]?.summary).toBe(titles.notUnderClient);
  expect(errors[0]?.detail).toMatch(/\bberlinCH of client exampleCL\b/);
  expect(errors[0]?.detail).toMatch(/\bunder the client bakeryCL\b/);
  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(false);
  await world.workspace.apply();
  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
});

test("a channel that nobody has is told to be so, at its id", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    'resource "dialog360_channel_ctwa_tracking" "wrong" {\n  channel_id = "exampleCL"\n}',
  );

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toEqual([
    expect.objectContaining({ summary: titles.channelNotFound, line: 'channel_id = "exampleCL"' }),
  ]);
  expect(errors[0]?.detail).toMatch(/\bexamplePA .*\bexampleCL\b/);
  expect(errors[0]?.detail).toMatch(/\bCH; .*\bclient\b/);
  expect(asked(world.simulator)["enable_ctwa"]).toBeUndefined();
});
