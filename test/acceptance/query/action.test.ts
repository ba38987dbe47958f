import { parseProgress } from "../../../src/progress-record";
import { describeSince } from "../harness/since";
import { unwrapped } from "../harness/terraform";
import { switches } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, type WorldOptions } from "../harness/world";

const actions = describeSince("actions", { terraform: "1.14", tofu: null });

const action = (config: string) =>
  `action "dialog360_send_ctwa_switch" "again" {\n  config {\n${config}\n  }\n}\n`;
const invoke = ["apply", "-auto-approve", "-no-color", "-invoke=action.dialog360_send_ctwa_switch.again"];

async function invoking(hcl: string, options?: WorldOptions) {
  const world = await openWorld(options);
  await world.workspace.configure(hcl);
  return { world, run: await world.workspace.run(...invoke) };
}

actions("the action that sends the switch", () => {
  it("sends it for the channels that are named, with progress, and leaves the state alone", async () => {
    const { world, run } = await invoking(action('channel_ids = ["berlinCH", "munichCH"]'), {
      env: { DIALOG360_PROGRESS_PATH: "progress.json" },
    });
    succeeded(run);
    expect(switches(world).sort()).toEqual(["enable exampleCL/berlinCH", "enable exampleCL/munichCH"]);
    expect(run.output).toContain("2 of 2 channels");
    const progress = parseProgress(await world.workspace.read("progress.json"));
    expect(progress).toMatchObject({ outcome: "complete", done: 2 });
    expect(await world.workspace.state()).toEqual({});
  });

  it("sends it for all channels of a client, where the hub shows them in this position too", async () => {
    const { world, run } = await invoking(action('client_id = "exampleCL"\nenabled = false'), {
      simulator: { ctwaField: "ctwa_enabled" },
    });
    succeeded(run);
    expect(switches(world).length).toBeGreaterThan(1);
    expect(new Set(switches(world).map((text) => text.split("/")[0]))).toEqual(
      new Set(["disable exampleCL"]),
    );
  });

  it("is triggered by a resource", async () => {
    const world = await openWorld();
    await world.workspace.configure(`${action('channel_ids = ["munichCH"]')}
resource "dialog360_channel_ctwa_tracking" "berlin" {
  channel_id = "berlinCH"
  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.dialog360_send_ctwa_switch.again]
    }
  }
}
`);
    await world.workspace.apply();
    expect(switches(world)).toEqual(["enable exampleCL/berlinCH", "enable exampleCL/munichCH"]);
  });

  it.each<[string, string, NodeJS.ProcessEnv, string]>([
    ["names no channels", "", {}, "not named"],
    ["names a channel that is not there", 'channel_ids = ["nowhereCH"]', {}, "nowhereCH"],
    ["may only read", 'channel_ids = ["berlinCH"]', { DIALOG360_READ_ONLY: "true" }, "DIALOG360_READ_ONLY"],
    [
      "switches off more than it may",
      'channel_ids = ["berlinCH", "munichCH"]\nenabled = false',
      { DIALOG360_MAX_DISABLES_PER_RUN: "1" },
      "max_disables_per_run",
    ],
  ])("fails where it %s", async (_case, config, env, words) => {
    const { world, run } = await invoking(action(config), { env });
    expect(run.code).toBe(1);
    expect(unwrapped(run)).toContain(words);
    expect(switches(world)).toEqual([]);
  });
});
