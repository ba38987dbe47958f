import { providerSchemaJson } from "../../../src/framework";
import { dialog360Provider } from "../../../src/provider";
import { unwrapped } from "../harness/terraform";
import { addressOf } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld } from "../harness/world";

const call = (name: string, ...args: readonly string[]) => `provider::dialog360::${name}(${args.join(", ")})`;
const output = (name: string, value: string) => `output "${name}" {\n  value = ${value}\n}\n`;

test("import ids are made and taken apart, and each is the other's reverse", async () => {
  const world = await openWorld();
  const [partner, client, channel] = ['"examplePA"', '"exampleCL"', '"exampleCH"'] as const;
  const parsed = call("parse_channel_import_id", '"exampleCL/exampleCH"');
  await world.workspace.configure(
    [
      output("short", call("channel_import_id", "null", "null", channel)),
      output("client", call("channel_import_id", "null", client, channel)),
      output("full", call("channel_import_id", partner, client, channel)),
      output("parsed", parsed),
      output(
        "again",
        call("channel_import_id", ...["partner", "client", "channel"].map((id) => `${parsed}.${id}_id`)),
      ),
    ].join(""),
  );

  await world.workspace.apply();

  const { stdout } = succeeded(await world.workspace.run("output", "-json"));
  const outputs = JSON.parse(stdout) as Record<string, { readonly value: unknown }>;
  expect(Object.entries(outputs).map(([name, { value }]) => [name, value])).toEqual([
    ["again", "exampleCL/exampleCH"],
    ["client", "exampleCL/exampleCH"],
    ["full", "examplePA/exampleCL/exampleCH"],
    ["parsed", { channel_id: "exampleCH", client_id: "exampleCL", partner_id: null }],
    ["short", "exampleCH"],
  ]);
  expect(world.simulator.requests.list()).toEqual([]);
});

test("an import block takes the id that the function makes, before anything else is asked", async () => {
  const world = await openWorld();
  const id = call("channel_import_id", '"examplePA"', '"exampleCL"', '"munichCH"');
  await world.workspace.configure(
    `import {\n  to = ${addressOf("munich")}\n  id = ${id}\n}\n\nresource "dialog360_channel_ctwa_tracking" "munich" {\n  channel_id = "munichCH"\n}\n`,
  );

  expect(unwrapped(await world.workspace.apply())).toContain("1 imported");
  expect(await world.workspace.state()).toMatchObject({ [addressOf("munich")]: { client_id: "exampleCL" } });
});

test("mistakes are shown at the argument", async () => {
  const { workspace } = await openWorld();
  await workspace.configure(
    [
      output("client", call("channel_import_id", '"examplePA"', "null", '"exampleCH"')),
      output("none", call("channel_import_id", "null", "null", "null")),
      output("parsed", call("parse_channel_import_id", '"a/b/c/d"')),
    ].join(""),
  );

  const run = await workspace.run("plan", "-no-color");

  expect(run.code).toBe(1);
  const text = unwrapped(run);
  expect(text).toContain('Invalid value for "client_id" parameter: Missing client');
  expect(text).toContain('Invalid value for "channel_id" parameter: argument must not be null.');
  expect(text).toContain('Invalid value for "id" parameter: Invalid import id: An import id is CHANNEL');
});

test("a mistake in a sensitive argument is shown without it", async () => {
  const { workspace } = await openWorld();
  const sensitive = 'variable "id" {\n  default   = "not an id"\n  sensitive = true\n}\n';
  const parsed = call("parse_channel_import_id", "var.id");
  await workspace.configure(sensitive + output("parsed", `nonsensitive(${parsed}).channel_id`));

  const run = await workspace.run("plan", "-no-color");

  expect(unwrapped(run)).toContain('Invalid value for "id" parameter: Invalid import id');
  expect(run.output).not.toContain("not an id");
});

const NEWER = ["resource_identity_schemas", "list_resource_schemas", "action_schemas"];

test("what pages and bindings are made from is what Terraform itself says of the provider", async () => {
  const { workspace } = await openWorld();
  await workspace.configure("");

  const { stdout } = succeeded(await workspace.run("providers", "schema", "-json"));
  const [schema] = Object.values((JSON.parse(stdout) as { provider_schemas: object }).provider_schemas);

  // An older binary leaves out the parts that it does not know.
  const ours = JSON.parse(JSON.stringify(providerSchemaJson(dialog360Provider))) as object;
  const known = Object.entries(ours).filter(([part]) => part in (schema as object) || !NEWER.includes(part));
  expect(Object.fromEntries(known)).toEqual(schema);
});
