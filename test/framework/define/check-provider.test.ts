import { checkProvider } from "../../../src/framework";
import { dataSource } from "../../../src/framework/define/data-source";
import { ephemeralResource } from "../../../src/framework/define/ephemeral-resource";
import { type ProviderFunction, parameter, providerFunction } from "../../../src/framework/define/function";
import { upgradeFrom } from "../../../src/framework/define/resource";
import { string } from "../../../src/framework/schema";
import { types } from "../../../src/framework/value";
import { toyProvider } from "../../toy/provider";
import { door, house } from "../rpc/example";

const description = "d";
const schema = { name: string({ description, required: true }) };
const key = (change: object = {}) =>
  dataSource<never>()({ type: "key", description, schema, read: async ({ config }) => config, ...change });
const code = ephemeralResource<never>()({
  type: "code",
  description: "",
  schema,
  open: async ({ config }) => config,
});
const join = (change: Partial<ProviderFunction> = {}): ProviderFunction => ({
  ...providerFunction({
    name: "join",
    summary: "s",
    description,
    parameters: { parts: parameter(types.list(types.string), { description }) },
    variadic: { name: "more", parameter: parameter(types.dynamic, { description }) },
    returns: types.string,
    call: () => "",
  }),
  ...change,
});

test.each([
  ["an example", house({}, { dataSources: [key()], functions: [join()] })],
  ["the toy", toyProvider(new Map())],
])("there is nothing to say of %s", (_case, provider) => {
  expect(checkProvider(provider)).toEqual([]);
});

const anything = parameter(types.list(types.dynamic), { description });
const ways = { 2: upgradeFrom(schema, () => ({}) as never) };

test.each<[string, object]>([
  ["the provider has a name with other characters than a-z, 0-9 and -", { name: "My_House" }],
  ["the provider's address is not of the form namespace/name", { address: "example.org/example/house" }],
  ["the provider has no description", { description: "" }],
  ["the provider has no description", { description: undefined }],
  ["the type house_door repeats the name of the provider", { resources: [door({ type: "house_door" })] }],
  ["the provider: name has no description", { schema: { name: string({ description: "" }) } }],
  ["the provider: 1st has a name that begins with a digit", { schema: { "1st": schema.name } }],
  ["resource door is there more than once", { resources: [door(), door()] }],
  [
    "resource front door has a name that no configuration can write",
    { resources: [door({ type: "front door" })] },
  ],
  [
    "resource door upgrades from version 2, which is not before its own, 2",
    { resources: [door({ version: 2, upgrades: ways })] },
  ],
  [
    "resource door is at version 2 and has no upgrade from version 0",
    { resources: [door({ version: 2, upgrades: { 1: ways[2] } })] },
  ],
  [
    "resource door: the identity: lamp is not in the schema",
    { resources: [door({ identity: { lamp: "required" } as never })] },
  ],
  [
    "resource door: the identity: code is sensitive, and an identity is shown",
    { resources: [door({ identity: { code: "optional" } as never })] },
  ],
  [
    "resource door: the identity: timeouts is neither a string, a number, a bool nor a list of these",
    { resources: [door({ identity: { timeouts: "optional" } as never })] },
  ],
  [
    "resource door: the identity upgrades from version 0, which is not before its own, 0",
    { resources: [door({ identity: { name: "required" } as never, identityUpgrades: { 0: {} as never } })] },
  ],
  [
    "data source key: count is a name that Terraform uses",
    { dataSources: [key({ schema: { count: schema.name } })] },
  ],
  ["ephemeral resource code has no description", { ephemeralResources: [code] }],
  ["function join is there more than once", { functions: [join(), join()] }],
  ["function Join has a name that no configuration can write", { functions: [join({ name: "Join" })] }],
  ["function join has no summary", { functions: [join({ summary: "" })] }],
  ["function join has no description", { functions: [join({ description: "" })] }],
  ["function join returns dynamic within a collection", { functions: [join({ returns: anything.type })] }],
  [
    "function join: parameter all is dynamic within a collection",
    { functions: [join({ parameters: { all: anything } })] },
  ],
  [
    "function join: parameter more is there more than once",
    { functions: [join({ parameters: { more: anything } })] },
  ],
  [
    "function join: parameter 1 has a name that no configuration can write",
    { functions: [join({ parameters: { 1: anything } })] },
  ],
])("%s", (words, own) => {
  const found = checkProvider(house({}, own));
  expect(found).toEqual(expect.arrayContaining([expect.stringContaining(words)]));
});
