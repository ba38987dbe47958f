import { dataSource } from "../../../src/framework/define/data-source";
import { ephemeralResource } from "../../../src/framework/define/ephemeral-resource";
import { parameter, providerFunction } from "../../../src/framework/define/function";
import { providerSchemaJson } from "../../../src/framework/define/schema-json";
import { listBlock, mapNested, ofType, string } from "../../../src/framework/schema";
import { types } from "../../../src/framework/value";
import { house } from "../rpc/example";

const description = "d";
const keys = dataSource<never>()({
  type: "keys",
  description: "Keys.",
  schema: {
    tags: ofType(types.map(types.string), { description, optional: true, deprecated: "Use labels." }),
    found: mapNested({ name: string({ description, computed: true }) }, { description, computed: true }),
  },
  read: async () => ({ tags: null, found: null }),
});

const code = ephemeralResource<never>()({
  type: "code",
  description: "A code.",
  schema: { code: string({ description, computed: true, sensitive: true }) },
  open: async () => ({ code: "1" }),
});
const join = providerFunction({
  name: "join",
  summary: "Joins.",
  description: "Joins parts.",
  deprecated: "Use the built-in one.",
  parameters: {
    between: parameter(types.string, { description }),
    last: parameter(types.string, { description, nullable: true, unknown: true }),
  },
  variadic: { name: "parts", parameter: parameter(types.string, { description }) },
  returns: types.list(types.string),
  call: () => [],
});
const one = providerFunction({
  name: "one",
  summary: "One.",
  description: "The number one.",
  parameters: {},
  returns: types.number,
  call: () => 1,
});

interface SchemaJson {
  readonly version: number;
  readonly block: { readonly attributes: Readonly<Record<string, object>>; readonly description: string };
}
type Schemas = Readonly<Record<string, SchemaJson>>;

const kinds = { dataSources: [keys], ephemeralResources: [code], functions: [join, one] };
const json = providerSchemaJson(house({ version: 3 } as never, kinds)) as {
  readonly provider: SchemaJson;
  readonly resource_schemas: Schemas;
  readonly data_source_schemas: Schemas;
  readonly ephemeral_resource_schemas: Schemas;
  readonly functions: Readonly<Record<string, object>>;
};

test("schemas stand under their full names, with version and description", () => {
  expect(json.provider.block.description).toBe("A house.");
  expect(Object.keys(json.resource_schemas)).toEqual(["house_door"]);
  expect(json.resource_schemas["house_door"]).toMatchObject({
    version: 3,
    block: { description_kind: "markdown" },
  });
  expect(json.data_source_schemas["house_keys"]).toMatchObject({
    version: 0,
    block: { description: "Keys." },
  });
});

test("flags stand there only where they are true, as Terraform prints them", () => {
  const attributes = json.resource_schemas["house_door"]?.block.attributes ?? {};
  const common = { description, description_kind: "markdown" };
  expect(attributes["name"]).toEqual({ type: "string", ...common, required: true });
  expect(attributes["open"]).toEqual({ type: "bool", ...common, optional: true, computed: true });
  expect(attributes["code"]).toEqual({ type: "string", ...common, optional: true, sensitive: true });
  expect(attributes["token"]).toEqual({ type: "string", ...common, optional: true, write_only: true });
  expect(attributes["id"]).toEqual({ type: "string", ...common, computed: true });
});

test("nested attributes and types of all sorts are told apart", () => {
  const attributes = json.data_source_schemas["house_keys"]?.block.attributes ?? {};
  expect(attributes["tags"]).toMatchObject({
    type: ["map", "string"],
    deprecated: true,
    deprecation_message: "Use labels.",
  });
  expect(attributes["found"]).toMatchObject({
    nested_type: { nesting_mode: "map", attributes: { name: { type: "string", computed: true } } },
    computed: true,
  });
  expect(attributes["found"]).not.toHaveProperty("type");
});

test("ephemeral resources have schemas like all others", () => {
  expect(json.ephemeral_resource_schemas["house_code"]).toMatchObject({
    version: 0,
    block: { description: "A code.", attributes: { code: { computed: true, sensitive: true } } },
  });
});

test("functions have signatures, with members left out where there is nothing to say", () => {
  expect(json.functions["one"]).toEqual({
    summary: "One.",
    description: "The number one.",
    return_type: "number",
  });
  expect(json.functions["join"]).toEqual({
    summary: "Joins.",
    description: "Joins parts.",
    deprecation_message: "Use the built-in one.",
    return_type: ["list", "string"],
    parameters: [
      { name: "between", description, type: "string" },
      { name: "last", description, type: "string", is_nullable: true },
    ],
    variadic_parameter: { name: "parts", description, type: "string" },
  });
});

test("blocks stand beside the attributes, with their counts and blocks of their own", () => {
  const lock = string({ description, required: true });
  const door = listBlock(
    { lock, hinge: listBlock({ lock }, { description, min: 1, max: 3 }) },
    { description, deprecated: "Use windows." },
  );
  const { provider } = providerSchemaJson(house({}, { schema: { lock, door } })) as typeof json;
  const plain = { description, description_kind: "markdown" };
  const attributes = { lock: { type: "string", ...plain, required: true } };

  expect(provider.block).toMatchObject({ attributes });
  expect(provider.block).toHaveProperty("block_types", {
    door: {
      nesting_mode: "list",
      block: {
        attributes,
        block_types: {
          hinge: { nesting_mode: "list", block: { attributes, ...plain }, min_items: 1, max_items: 3 },
        },
        ...plain,
        deprecated: true,
        deprecation_message: "Use windows.",
      },
    },
  });
});
