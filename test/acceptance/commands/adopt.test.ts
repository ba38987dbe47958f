import { writeFile } from "node:fs/promises";
import path from "node:path";
import { NASTY_NAMES, seedOfMany } from "../harness/many-clients";
import { runCommand } from "../harness/run-command";
import { openFolder, root } from "../harness/synthesised";
import { switches } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, settingsFor } from "../harness/world";

const FIELD = "ctwa_enabled";

it("adopts 3,000 channels of 40 clients without a switch", async () => {
  const world = await openWorld({ simulator: { ctwaField: FIELD, seed: seedOfMany(3000, 40) } });
  const { workspace, simulator } = world;
  const adopted = await runCommand(world, ["adopt", "--out", "."]);
  expect(adopted).toMatchObject({ code: 0, stdout: "" });
  expect(adopted.stderr).toMatch(/^40 clients +3000 +1500 +1500 +0 +0$/m);
  // The login, three pages, and one more page since the last one is full.
  expect(simulator.requests.list()).toHaveLength(5);

  expect(succeeded(await workspace.run("fmt", "-check", "-diff")).output).toBe("");
  const plan = await workspace.plan();
  expect(plan.changes).toHaveLength(40);
  expect(plan.output).toContain("Nothing is");
  succeeded(await workspace.run("apply", "-no-color", "plan.bin"));
  expect((await workspace.plan()).code).toBe(0);
  expect(switches(world)).toEqual([]);

  const { stdout } = succeeded(await workspace.run("show", "-json"));
  const again = await runCommand(world, ["adopt", "--managed", "-", "--out", "again"], stdout);
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("3000") });
  simulator.control.addChannel({ id: "newCH", client_id: "c39CL", phone_name: "New", ctwa: true });
  const added = await runCommand(world, ["adopt", "--managed", "-", "--out", "."], stdout);
  expect(added).toMatchObject({ code: 0 });
  const { changes } = await workspace.plan();
  expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
    ["dialog360_ctwa_tracking_fleet.example_client_39_c39cl", ["create"]],
  ]);
});

it("writes blocks that are imported where the hub reports the state, and taken on trust elsewhere", async () => {
  const seed = seedOfMany(12, 3);
  const channels = seed.channels.map((channel, index) => ({ ...channel, hides_ctwa: index % 3 === 0 }));
  const world = await openWorld({ simulator: { ctwaField: FIELD, seed: { ...seed, channels } } });
  const { workspace } = world;
  expect(await runCommand(world, ["adopt", "--as", "blocks", "--out", "."])).toMatchObject({ code: 0 });
  expect(succeeded(await workspace.run("fmt", "-check", "-diff")).output).toBe("");
  const plan = await workspace.plan();
  expect(plan.output).toMatch(/Plan: 8 to import, 4 to add, 0 to change, 0 to destroy/);
  await workspace.apply();
  expect((await workspace.plan()).code).toBe(0);
  expect(switches(world)).toEqual([]);
});

it.each(["cdktf", "cdktn"])("writes properties for the constructs of %s", async (framework) => {
  const world = await openWorld({
    simulator: { ctwaField: FIELD, seed: seedOfMany(12, NASTY_NAMES.length) },
  });
  const { stdout } = await runCommand(world, ["adopt", "--as", framework]);
  const folder = await openFolder(settingsFor(world.listening));
  try {
    await writeFile(path.join(folder.path, "environments.ts"), stdout);
    await writeFile(path.join(folder.path, "main.cjs"), program(framework));
    await folder.synthesise([process.execPath, "main.cjs"], { CDKTF_OUTDIR: "out" });
    succeeded(await folder.terraform("out/stacks/all", "init", "-input=false"));
    const { output } = succeeded(
      await folder.terraform("out/stacks/all", "apply", "-auto-approve", "-no-color"),
    );
    expect(output).toContain("6 added");
    expect(switches(world)).toEqual([]);
  } finally {
    await folder.remove();
  }
});

/** A program with one stack of the fleets in environments.ts. */
const program = (framework: string) => `
const { readFileSync } = require("node:fs");
const load = require("node:module").createRequire(${JSON.stringify(path.join(root, "package.json"))});
const { App, TerraformStack } = load("${framework}");
const { CtwaFleet, Dialog360 } = load("terraform-provider-dialog360/${framework}");
const { code } = load("@swc/core").transformSync(readFileSync("environments.ts", "utf8"), {
  jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" },
});
const environments = {};
new Function("exports", "require", code)(environments, load);
const app = new App();
const stack = new TerraformStack(app, "all");
new Dialog360(stack, "dialog360", { partnerId: environments.partnerId });
for (const [name, fleet] of Object.entries(environments.fleets)) new CtwaFleet(stack, name, fleet);
app.synth();
`;
