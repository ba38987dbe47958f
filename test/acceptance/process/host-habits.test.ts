import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { terraformBinary } from "../harness/terraform";
import { isOn, tracking } from "../harness/tracking";
import { executable } from "../harness/workspace";
import { openWorld, settingsFor } from "../harness/world";

const berlin = tracking("berlinCH", 'channel_id = "berlinCH"');

test("without TLS between Terraform and the provider, everything works as with it", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.write(
    `provider/${path.basename(executable)}`,
    `#!/bin/sh\necho "$\{PLUGIN_CLIENT_CERT:+with a certificate}" >> "${workspace.folder}/asked"\nexec "${executable}" "$@"\n`,
    0o755,
  );
  await workspace.useProviderIn(path.join(workspace.folder, "provider"));
  await workspace.configure(berlin);

  workspace.setEnv({ TF_DISABLE_PLUGIN_TLS: "1" });
  await workspace.apply();
  expect((await workspace.read("asked")).trim()).toBe("");
  expect(isOn(world, "berlinCH")).toBe(true);

  workspace.setEnv({ TF_DISABLE_PLUGIN_TLS: undefined });
  expect((await workspace.plan()).code).toBe(0);
  expect(await workspace.read("asked")).toContain("with a certificate");
});

test("what is typed for Terraform is left to Terraform, though the provider shares its input", async () => {
  const world = await openWorld();
  await world.workspace.configure(berlin);
  const env = {
    ...process.env,
    ...settingsFor(world.listening),
    CHECKPOINT_DISABLE: "1",
    TF_CLI_CONFIG_FILE: path.join(world.workspace.folder, "terraform.rc"),
  };

  const run = spawn(terraformBinary, ["apply", "-no-color"], { cwd: world.workspace.folder, env });
  run.stdout.resume();
  run.stderr.resume();
  run.stdin.end("yes\n");

  expect(await once(run, "close")).toEqual([0, null]);
  expect(isOn(world, "berlinCH")).toBe(true);
});
