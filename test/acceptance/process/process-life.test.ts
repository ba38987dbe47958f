import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { until } from "../harness/asked";
import { type OwnProvider, ownProvider, type Runtime } from "../harness/own-provider";
import { openWorld, type World } from "../harness/world";

const runtimes: readonly Runtime[] = ["the executable", "the bundle on Node"];
const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';

async function openWithOwn(runtime: Runtime): Promise<{ world: World; provider: OwnProvider }> {
  const world = await openWorld();
  const provider = await ownProvider(world.workspace, runtime);
  await world.workspace.configure(berlin);
  return { world, provider };
}

async function expectNothingLeft(provider: OwnProvider): Promise<void> {
  expect({ running: await provider.running(), temporary: await provider.temporary() }).toEqual({
    running: [],
    temporary: [],
  });
}

test("10 plans in a row leave no process and no socket", async () => {
  const { world, provider } = await openWithOwn("the executable");
  await world.workspace.apply();

  for (let plans = 0; plans < 10; plans += 1) {
    const { code } = await world.workspace.run("plan", "-detailed-exitcode");
    expect(code).toBe(0);
  }

  await expectNothingLeft(provider);
  // An apply is two processes.
  expect(world.simulator.requests.list("token")).toHaveLength(2 + 10);
});

test("a temporary folder whose path is too long for a socket is no obstacle", async () => {
  const { world, provider } = await openWithOwn("the executable");
  const deep = path.join(world.workspace.folder, "tmp", "deep".repeat(40));
  await mkdir(deep);
  world.workspace.setEnv({ TMPDIR: deep });

  await world.workspace.apply();

  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
  expect({ running: await provider.running(), temporary: await readdir(deep) }).toEqual({
    running: [],
    temporary: [],
  });
});

describe.each(runtimes)("%s", (runtime) => {
  test("serves an apply, an empty plan and a destroy, and leaves nothing", async () => {
    const { world, provider } = await openWithOwn(runtime);

    await world.workspace.apply();
    expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
    expect((await world.workspace.plan()).code).toBe(0);
    await world.workspace.destroy();
    expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(false);

    await expectNothingLeft(provider);
  });

  test("is there while Terraform runs, and gone with it when Terraform is killed", async () => {
    const { world, provider } = await openWithOwn(runtime);
    world.simulator.control.addFault({ route: "channels", hang: true });
    const run = world.workspace.start("apply", "-auto-approve", "-input=false");
    await until(() => world.simulator.requests.list("channels").length > 0);
    expect(await provider.running()).toHaveLength(1);

    run.kill();
    await run.done;
    await until(async () => (await provider.running()).length === 0);

    expect(await provider.temporary()).toEqual([]);
  });

  test("leaves nothing when its configuration is refused", async () => {
    const { world, provider } = await openWithOwn(runtime);
    world.workspace.setEnv({ DIALOG360_USERNAME: undefined });

    expect((await world.workspace.run("plan")).code).toBe(1);

    await expectNothingLeft(provider);
  });
});
