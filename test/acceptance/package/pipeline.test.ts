import { execFile } from "node:child_process";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { terraformBinary } from "../harness/terraform";
import { isOn } from "../harness/tracking";
import { executable } from "../harness/workspace";
import { openWorld, settingsFor } from "../harness/world";

/**
 * A repository that took examples/ci over, as a runner has it: the provider on PATH, nothing installed, a backend
 * for the state. What a script prints and its exit code come back; without `credentials` it knows of no hub.
 */
async function openRunner() {
  const world = await openWorld();
  const { folder } = world.workspace;
  const programs = path.join(folder, "bin");
  const example = path.resolve(__dirname, "../../../examples/ci");
  for (const part of ["pipeline", "tracking"])
    await cp(path.join(example, part), path.join(folder, part), { recursive: true });
  const backend = `terraform {\n  backend "local" {\n    path = "${folder}/kept.tfstate"\n  }\n}\n`;
  await writeFile(path.join(folder, "tracking/backend.tf"), backend);
  await mkdir(programs);
  await symlink(executable, path.join(programs, path.basename(executable)));
  const env = {
    CI: "true",
    HOME: folder,
    PATH: `${programs}:${process.env["PATH"]}`,
    TERRAFORM: terraformBinary,
  };
  const settings = { ...settingsFor(world.listening), DIALOG360_MAX_RETRIES: "0" };
  const run = (command: string, credentials = true) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const options = { cwd: folder, env: credentials ? { ...env, ...settings } : env };
      execFile("sh", ["-c", command], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
      );
    });
  return { ...world, run };
}

it("validates without credentials, plans, applies that plan and looks for drift", async () => {
  const world = await openRunner();
  const { run, simulator } = world;
  expect(await run("pipeline/install-provider.sh", false)).toMatchObject({ code: 0 });
  // The lock file is committed.
  expect(await run('cd tracking && "$TERRAFORM" init -backend=false', false)).toMatchObject({ code: 0 });
  expect(await run("pipeline/validate.sh tracking", false)).toMatchObject({ code: 0 });
  expect(simulator.requests.list()).toEqual([]);

  const planned = await run("pipeline/plan.sh tracking");
  expect(planned).toEqual({ code: 0, output: expect.stringContaining("changes=true") });
  expect(await world.workspace.read("tracking/plan.md")).toContain("berlinCH");
  expect(isOn(world, "berlinCH")).toBe(false);
  expect(await run("pipeline/apply.sh tracking")).toMatchObject({ code: 0 });
  expect(["berlinCH", "hamburgCH", "munichCH"].map((id) => isOn(world, id))).toEqual([true, true, true]);
  expect((await run("pipeline/plan.sh tracking")).output).toContain("changes=false");
  expect(await run("pipeline/drift.sh tracking")).toMatchObject({ code: 0 });

  simulator.control.changeChannel("berlinCH", { phone_number: "+4915559999999" });
  const outside = await run("pipeline/drift.sh tracking");
  expect(outside).toEqual({ code: 2, output: expect.stringContaining("configuration: nothing to apply") });
  simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL" });
  const both = await run("pipeline/drift.sh tracking");
  expect(both).toEqual({ code: 2, output: expect.stringContaining("the next apply would change something") });
  const report = await world.workspace.read("tracking/drift.md");
  expect(report).toMatch(/^\| moved \| 1 \|/m);

  await world.listening.close();
  expect(await run("pipeline/drift.sh tracking")).toMatchObject({ code: 1 });
  for (const { output } of [planned, outside, both]) expect(output).not.toContain("example-password");
});
