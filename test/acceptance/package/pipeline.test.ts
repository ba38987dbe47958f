import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { terraformBinary } from "../harness/terraform";
import { isOn } from "../harness/tracking";
import { executable } from "../harness/workspace";
import { openWorld, settingsFor } from "../harness/world";

/**
 * examples/ci as a runner has it: the scripts in a folder, the provider on PATH, nothing installed. What a script
 * prints and its exit code come back; without `credentials` it knows of no hub.
 */
async function openRunner() {
  const world = await openWorld();
  const { folder } = world.workspace;
  const scripts = path.join(folder, "tracking");
  const programs = path.join(folder, "bin");
  await cp(path.resolve(__dirname, "../../../examples/ci"), scripts, { recursive: true });
  await mkdir(programs);
  await symlink(executable, path.join(programs, path.basename(executable)));
  const env = { HOME: folder, PATH: `${programs}:${process.env["PATH"]}`, TERRAFORM: terraformBinary };
  const settings = { ...settingsFor(world.listening), DIALOG360_MAX_RETRIES: "0" };
  const run = (script: string, credentials = true, more: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const options = { env: credentials ? { ...env, ...settings, ...more } : env };
      execFile("sh", [path.join(scripts, script)], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
      );
    });
  return { ...world, run };
}

it("validates without credentials, plans, applies that plan and looks for drift", async () => {
  const world = await openRunner();
  const { run, simulator } = world;
  expect(await run("install-provider.sh", false)).toMatchObject({ code: 0 });
  expect(await run("validate.sh", false)).toMatchObject({ code: 0 });
  expect(simulator.requests.list()).toEqual([]);

  const planned = await run("plan.sh");
  expect(planned).toEqual({ code: 0, output: expect.stringContaining("changes=true") });
  expect(isOn(world, "berlinCH")).toBe(false);
  expect(await run("apply.sh")).toMatchObject({ code: 0 });
  expect(["berlinCH", "hamburgCH", "munichCH"].map((id) => isOn(world, id))).toEqual([true, true, true]);
  expect((await run("plan.sh")).output).toContain("changes=false");
  expect(await run("drift.sh")).toMatchObject({ code: 0 });

  simulator.control.changeChannel("berlinCH", { phone_number: "+4915559999999" });
  const outside = await run("drift.sh");
  expect(outside).toEqual({ code: 2, output: expect.stringContaining("configuration: nothing to apply") });
  simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL" });
  const both = await run("drift.sh", true, { TRACKING_REPORT: "drift" });
  expect(both).toEqual({ code: 2, output: expect.stringContaining("the next apply would change something") });
  const report = await world.workspace.read("tracking/drift.md");
  expect(report).toMatch(/^\| moved \| 1 \|/m);

  await world.listening.close();
  expect(await run("drift.sh")).toMatchObject({ code: 1 });
  for (const { output } of [planned, outside, both]) expect(output).not.toContain("example-password");
});
