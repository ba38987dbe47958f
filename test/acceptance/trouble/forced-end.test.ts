import { until } from "../harness/asked";
import { type OwnProvider, ownProvider } from "../harness/own-provider";
import type { Running } from "../harness/terraform";
import { isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const ids = ["berlinCH", "exampleCH", "hamburgCH"];
const three = ids.map((id) => tracking(id, `channel_id = "${id}"`)).join("");

interface Scene {
  readonly world: World;
  readonly provider: OwnProvider;
  readonly run: Running;
}

/** An apply that has switched one channel, and waits for the hub's word on the second. */
async function openMidApply(): Promise<Scene> {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const provider = await ownProvider(world.workspace, "the executable");
  await world.workspace.configure(three);
  world.simulator.control.addFault({ route: "enable_ctwa", skip: 1, applied: true, delayMs: 3_000 });
  const run = world.workspace.start("apply", "-auto-approve", "-input=false", "-parallelism=1");
  await until(() => switches(world).length === 2);
  return { world, provider, run };
}

/** Resolves when nothing is left, or after 10 s with what is. */
async function leftAfter10s(provider: OwnProvider) {
  const end = Date.now() + 10_000;
  for (;;) {
    const left = [...(await provider.running()), ...(await provider.temporary())];
    if (left.length === 0 || Date.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test.each<[string, (scene: Scene) => Promise<void> | void]>([
  ["SIGINT, as Ctrl-C sends it,", ({ run }) => run.interrupt()],
  [
    "SIGKILL of the provider",
    async ({ provider }) => {
      for (const pid of await provider.running()) process.kill(pid, "SIGKILL");
    },
  ],
  ["SIGKILL of Terraform", ({ run }) => run.kill()],
])("after %s during an apply nothing is left behind, and the next apply goes on", async (_what, end) => {
  const scene = await openMidApply();
  const { world, provider, run } = scene;

  await end(scene);
  const { code } = await run.done;
  expect(code).not.toBe(0);
  expect(await leftAfter10s(provider)).toEqual([]);

  // What was written down is not sent again: the first in all cases, the second where anybody was left to write.
  const [first] = switches(world);
  world.simulator.requests.clear();
  await world.workspace.apply();
  expect(switches(world)).not.toContain(first);
  expect(ids.filter((id) => isOn(world, id))).toEqual(ids);
  expect((await world.workspace.plan()).code).toBe(0);
});
