import type { Attribute, Schema } from "../../src/framework/schema";
import { dialog360Provider } from "../../src/provider";

const RESERVED = ["count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"];

type Named = readonly [path: string, attribute: Attribute];

function attributesOf(schema: Schema, path: string): Named[] {
  return Object.entries(schema).flatMap(([name, attribute]): Named[] => {
    const own: Named = [`${path}.${name}`, attribute];
    return attribute.kind === "nested" ? [own, ...attributesOf(attribute.attributes, own[0])] : [own];
  });
}

const { resources, dataSources, ephemeralResources = [], functions = [] } = dialog360Provider;
const parts = [
  { name: "provider", description: dialog360Provider.description, schema: dialog360Provider.schema },
  ...resources.map((one) => ({ ...one, name: `resource ${one.type}` })),
  ...dataSources.map((one) => ({ ...one, name: `data ${one.type}` })),
  ...ephemeralResources.map((one) => ({ ...one, name: `ephemeral ${one.type}` })),
  ...functions.map((one) => ({ ...one, name: `function ${one.name}`, schema: {} })),
];
const attributes = parts.flatMap(({ name, schema }) => attributesOf(schema, name));

test("the provider offers what its documents say", () => {
  expect(resources.map(({ type }) => type)).toEqual([
    "channel_ctwa_tracking",
    "ctwa_tracking_fleet",
    "signals_keyword_postback",
  ]);
  expect(dataSources.map(({ type }) => type)).toEqual([
    "channel",
    "channels",
    "client",
    "clients",
    "ctwa_tracking_report",
    "signals_ad",
    "signals_ads",
    "signals_configuration",
    "signals_keyword_postback",
  ]);
  expect(ephemeralResources.map(({ type }) => type)).toEqual(["access_token"]);
  expect(functions.map(({ name }) => name)).toEqual(["channel_import_id", "parse_channel_import_id"]);
  expect(dialog360Provider).toMatchObject({ name: "dialog360", address: "dialog360/dialog360" });
  expect(dialog360Provider.version).toMatch(/^\d+\.\d+\.\d+/);
});

test.each(parts.map(({ name, description }) => [name, description]))("%s is described", (_, description) => {
  expect(description.length).toBeGreaterThan(50);
});

test.each(attributes)("%s is described in sentences on one line", (_, { description }) => {
  expect(description).toMatch(/^[A-Z].*[.)]$/);
  expect(description.length).toBeGreaterThan(15);
});

test.each(attributes)("%s has a name that Terraform and the bindings accept", (path) => {
  const name = path.split(".").at(-1);

  expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  expect(RESERVED).not.toContain(name);
});

test.each(attributes.filter(([, attribute]) => attribute.default !== undefined))(
  "%s tells its default",
  (_, attribute) => {
    expect(attribute.description).toContain(`Defaults to \`${JSON.stringify(attribute.default)}\``);
  },
);

test.each(attributes.filter(([path]) => /ctwa_tracking$|ctwa_status_field$|\.enabled$/.test(path)))(
  "%s says plainly that no document shows a readable flag",
  (_, { description }) => {
    expect(description).toContain("No public document shows");
  },
);
