import { until } from "../harness/asked";
import { ownProvider } from "../harness/own-provider";
import type { Run, Running } from "../harness/terraform";
import { openWorld, type World } from "../harness/world";

const ids = ["exampleCH", "berlinCH", "hamburgCH"];
const three = `resource "dialog360_channel_ctwa_tracking" "three" {
  for_each   = toset(${JSON.stringify(ids)})
  channel_id = each.key
}`;

const isOn = ({ simulator }: World) => ids.filter((id) => simulator.control.channel(id)?.ctwa).sort();
const inState = async ({ workspace }: World) =>
  Object.values(await workspace.state())
    .map(({ channel_id: id }) => id)
    .sort();
const sent = ({ simulator }: World) => simulator.requests.list("enable_ctwa").length;

function apply({ workspace }: World, ...args: readonly string[]): Running {
  return workspace.start("apply", "-auto-approve", "-input=false", "-no-color", ...args);
}

/** Presses Ctrl-C once this many switches have been sent. */
async function interruptAfter(switches: number, world: World, run: Running): Promise<Run> {
  await until(() => sent(world) >= switches);
  run.interrupt();
  return await run.done;
}

describe("Ctrl-C during an apply", () => {
  test("waits for the switch that was sent, writes it down, and sends no other", async () => {
    const world = await openWorld();
    world.simulator.control.addFault({ route: "enable_ctwa", skip: 1, delayMs: 3_000 });
    await world.workspace.configure(three);

    const { code, output } = await interruptAfter(2, world, apply(world, "-parallelism=1"));

    expect(code).toBe(1);
    expect(output).not.toMatch(/panic|Plugin did not respond|rpc error/i);
    expect(sent(world)).toBe(2);
    expect(isOn(world)).toHaveLength(2);
    expect(await inState(world)).toEqual(isOn(world));

    await world.workspace.apply();
    expect(isOn(world)).toEqual([...ids].sort());
    expect((await world.workspace.plan()).code).toBe(0);
  });

  test("does not take a switch that nobody answered for done: the next apply sends it again", async () => {
    const world = await openWorld();
    const tracking = (id: string, enabled: boolean) =>
      `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n  enabled = ${enabled}\n}\n`;
    await world.workspace.configure(tracking("berlinCH", false));
    await world.workspace.apply();
    world.simulator.control.addFault({ route: "enable_ctwa", hang: true, applied: true, times: 2 });
    await world.workspace.configure(tracking("berlinCH", true) + tracking("hamburgCH", true));

    const { code, output } = await interruptAfter(2, world, apply(world));

    expect(code).toBe(1);
    expect(output.replace(/[\s│]+/g, " ")).toContain("outcome is unknown");
    expect(isOn(world)).toEqual(["berlinCH", "hamburgCH"]);
    expect(Object.values(await world.workspace.state())).toEqual([
      expect.objectContaining({ channel_id: "berlinCH", enabled: false, verification: "stale" }),
    ]);
    const { changes } = await world.workspace.plan();
    expect(changes.map(({ actions }) => actions)).toEqual([["update"], ["create"]]);

    await world.workspace.apply();
    expect(sent(world)).toBe(4);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  test("ends a wait for the rate limit at once, before anything is switched", async () => {
    const world = await openWorld();
    // The plan of an apply does not listen to Ctrl-C in Terraform 1.11; its list comes first.
    world.simulator.control.addFault({ route: "channels", status: 429, retryAfter: 60, skip: 1 });
    await world.workspace.configure(three);
    const run = apply(world);
    await until(() => world.simulator.requests.list("channels").length > 1);

    run.interrupt();
    const { output } = await run.done;

    expect(output).toContain("Error: Stopped");
    expect(sent(world)).toBe(0);
    expect(await inState(world)).toEqual([]);
  });
});

describe("Ctrl-C while reading", () => {
  test("ends a plan at once, though the hub never answers, and leaves the state as it was", async () => {
    const world = await openWorld();
    await world.workspace.configure(three);
    await world.workspace.apply();
    const before = await world.workspace.read("terraform.tfstate");
    world.simulator.requests.clear();
    world.simulator.control.addFault({ route: "channels", hang: true, times: "always" });
    const run = world.workspace.start("plan", "-input=false", "-no-color");
    await until(() => world.simulator.requests.list("channels").length > 0);

    run.interrupt();
    const { code, output } = await run.done;

    expect(code).toBe(1);
    expect(output).toContain("Error: Stopped");
    expect(output).toMatch(/\bRun the command again\b/);
    expect(world.simulator.requests.list("channels")).toHaveLength(1);
    expect(await world.workspace.read("terraform.tfstate")).toBe(before);
  });

  test("ends a data source at once", async () => {
    const world = await openWorld();
    await world.workspace.configure(
      'data "dialog360_signals_configuration" "coffee" {\n  client_id = "exampleCL"\n}',
    );
    world.simulator.control.addFault({ route: "facebook_accounts", hang: true, times: "always" });
    const run = world.workspace.start("plan", "-input=false", "-no-color");
    await until(() => world.simulator.requests.list("facebook_accounts").length > 0);

    run.interrupt();
    const { output } = await run.done;

    expect(output).toContain("Error: Stopped");
    expect(world.simulator.requests.list("facebook_accounts")).toHaveLength(1);
  });
});

test("a second Ctrl-C ends Terraform by force, and the provider with it", async () => {
  const world = await openWorld();
  const provider = await ownProvider(world.workspace, "the executable");
  world.simulator.control.addFault({ route: "enable_ctwa", hang: true });
  await world.workspace.configure(three);
  const run = apply(world);
  await until(() => sent(world) > 0);

  run.interrupt();
  await run.printed("Interrupt received");
  run.interrupt();
  await run.done;
  await until(async () => (await provider.running()).length === 0);

  expect(await provider.temporary()).toEqual([]);
  expect((await world.workspace.run("plan", "-lock=false")).code).toBe(0);
});
