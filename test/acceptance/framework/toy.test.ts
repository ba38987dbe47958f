import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { isWhollyKnown } from "../../../src/framework/value";
import { toyProvider } from "../../toy/provider";
import { stories } from "../../toy/stories";
import { roundTrip, type WireValue, wireValues } from "../../toy/wire-values";
import { unwrapped } from "../harness/terraform";
import { required, stage } from "../harness/toy-stage";

// RECORD_WIRE=1 writes anew what the codec's own tests read.
const fixtures = path.resolve(__dirname, "../../fixtures/wire");
const isRecording = process.env["RECORD_WIRE"] === "1";

function canonical(value: WireValue): boolean {
  return value.msgpack !== undefined;
}

describe.each(Object.entries(stories))("%s", (name, hcl) => {
  test("is created, planned without a change and destroyed, in Terraform's own bytes", async () => {
    const { recorder, workspace, world } = await stage(hcl);

    await workspace.apply();
    const again = await workspace.plan();
    const kept = world.size;
    await workspace.destroy();

    expect(again.changes).toEqual([]);
    expect({ code: again.code, kept: kept > 0, left: world.size }).toEqual({ code: 0, kept: true, left: 0 });
    const values = wireValues(recorder.requests);
    const provider = toyProvider(world);
    expect(values.filter(canonical).map((value) => roundTrip(provider, value).written)).toEqual(
      values.filter(canonical).map(({ msgpack }) => msgpack),
    );
    const states = values.filter((value) => !canonical(value));
    expect(states.every((value) => isWhollyKnown(roundTrip(provider, value).value))).toBe(true);
    if (isRecording) await keep(name, values);
  });
});

test.each(Object.keys(stories))("right after an apply of %s a refresh finds no drift", async (name) => {
  const { workspace } = await stage(stories[name] ?? "");
  await workspace.apply();

  const drift = await workspace.run(
    "plan",
    "-refresh-only",
    "-detailed-exitcode",
    "-input=false",
    "-no-color",
  );

  expect(drift.code).toBe(0);
});

test("what is write-only reaches the provider and no file", async () => {
  const { workspace, world } = await stage(stories["secret"] ?? "");

  await workspace.apply();

  expect(world.get("secret")).toMatchObject({ password: "example-password" });
  expect(await workspace.state()).toMatchObject({ "toy_secret.kept": { password: null, version: 1 } });
  expect(await workspace.read("terraform.tfstate")).not.toContain("example-password");
});

test("an import block writes the configuration of what it found, and the plan of that is empty", async () => {
  const block = (more: string) => `import {\n  to = toy_scalars.found\n  id = "a text"\n${more}}\n`;
  // Terraform 1.16 looks for another provider without this argument, and refuses it once the resource has a block.
  const { workspace } = await stage(block("  provider = toy\n"));

  const generated = await workspace.run("plan", "-generate-config-out=found.tf", "-no-color", "-input=false");
  await workspace.write("main.tf", required + block(""));
  await workspace.apply();
  const { changes } = await workspace.plan();

  expect(generated.code).toBe(0);
  expect(await workspace.read("found.tf")).toMatch(/text\s+= "a text"/);
  expect(await workspace.state()).toMatchObject({ "toy_scalars.found": { text: "a text", yes: true } });
  expect(changes).toEqual([]);
});

test("what is ephemeral is opened, renewed while it is in use, given back, and in no file", async () => {
  const { workspace, world } = await stage(`
ephemeral "toy_ticket" "entry" {
  holder = "somebody"
}
resource "terraform_data" "slow" {
  provisioner "local-exec" {
    command     = "sleep 1; test $CODE = example-code-for-somebody"
    environment = { CODE = ephemeral.toy_ticket.entry.code }
  }
}`);
  await workspace.run("init", "-input=false");

  await workspace.apply();

  const code = "example-code-for-somebody";
  expect(Object.fromEntries(world)).toEqual({ renewed: code, "given back": code });
  expect(await workspace.read("terraform.tfstate")).not.toContain(code);
});

test("functions take null, many and unknown arguments, and errors point at the argument", async () => {
  const { workspace } = await stage(`
resource "toy_scalars" "other" {}
output "joined" {
  value = provider::toy::join(null, "a", "b", "c")
}
output "unknown" {
  value = provider::toy::join("+", toy_scalars.other.id, "b")
}`);

  const { output } = await workspace.plan();
  await workspace.write("wrong.tf", 'output "wrong" {\n  value = provider::toy::join("", "a")\n}\n');
  const wrong = await workspace.run("plan", "-no-color", "-input=false");

  expect(output).toMatch(/joined\s+= "a-b-c"/);
  expect(output).toMatch(/unknown\s+= "\?\+b"/);
  expect(wrong.code).toBe(1);
  expect(unwrapped(wrong)).toContain("Empty separator");
  expect(unwrapped(wrong)).toContain('Invalid value for "separator" parameter');
});

test("a state of an older version is upgraded, and its next plan is empty", async () => {
  const named = (names: string) => `${required}resource "toy_versioned" "a" {\n  names = ${names}\n}\n`;
  const before = await stage('resource "toy_versioned" "a" {\n  names = ["Ada", "Bob"]\n}\n', { version: 0 });
  await before.workspace.apply();
  const after = await stage("");
  await after.workspace.write("terraform.tfstate", await before.workspace.read("terraform.tfstate"));
  await after.workspace.write("main.tf", named('{ ada = "Ada", bob = "Bob" }'));

  const plan = await after.workspace.plan();

  expect(plan.output).toContain("No changes");
  await after.workspace.apply("-refresh-only");
  expect(await after.workspace.state()).toMatchObject({
    "toy_versioned.a": { names: { ada: "Ada", bob: "Bob" } },
  });
});

async function keep(name: string, values: readonly WireValue[]): Promise<void> {
  await mkdir(fixtures, { recursive: true });
  await writeFile(path.join(fixtures, `${name}.json`), `${JSON.stringify(values, null, 2)}\n`);
}
