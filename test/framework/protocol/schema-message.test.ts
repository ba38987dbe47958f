import { toSchemaMessage } from "../../../src/framework/protocol";
import { Schema } from "../../../src/framework/protocol/generated/tfplugin6";
import {
  bool,
  groupBlock,
  listBlock,
  listNested,
  mapBlock,
  mapNested,
  number,
  ofType,
  setBlock,
  setNested,
  singleBlock,
  singleNested,
  string,
  timeouts,
} from "../../../src/framework/schema";
import { types } from "../../../src/framework/value";

const description = "d";

/** The message as it is after a trip over the wire. */
function sent(schema: Parameters<typeof toSchemaMessage>[0]["schema"], version = 0) {
  const message = Schema.decode(
    Schema.encode(toSchemaMessage({ schema, description: "About it.", version })).finish(),
  );
  return { version: message.version, block: message.block, attributes: message.block?.attributes ?? [] };
}

test("a block is there even without attributes, since core takes it for granted", () => {
  const { version, block } = sent({});
  expect(version).toBe(0n);
  expect(block).toMatchObject({
    attributes: [],
    blockTypes: [],
    description: "About it.",
    descriptionKind: 1,
  });
});

test("the version goes with the schema", () => {
  expect(sent({}, 3)).toMatchObject({ version: 3n, block: { version: 3n } });
});

const flags = { required: false, optional: false, computed: false, sensitive: false, writeOnly: false };

test.each([
  [string({ description, required: true }), { ...flags, required: true }],
  [string({ description, optional: true }), { ...flags, optional: true }],
  [string({ description }), { ...flags, optional: true }],
  [string({ description, computed: true }), { ...flags, computed: true }],
  [string({ description, optional: true, computed: true }), { ...flags, optional: true, computed: true }],
  [string({ description, default: "x" }), { ...flags, optional: true, computed: true }],
  [string({ description, optional: true, sensitive: true }), { ...flags, optional: true, sensitive: true }],
  [string({ description, optional: true, writeOnly: true }), { ...flags, optional: true, writeOnly: true }],
])("flags of attribute %#", (attribute, expected) => {
  const [message] = sent({ attribute }).attributes;
  expect(message).toMatchObject({ name: "attribute", description, descriptionKind: 1, ...expected });
});

test("a deprecated attribute says what to use instead", () => {
  const { attributes } = sent({
    old: bool({ description, deprecated: "Use new." }),
    new: bool({ description }),
  });
  expect(attributes.map((item) => [item.deprecated, item.deprecationMessage])).toEqual([
    [true, "Use new."],
    [false, ""],
  ]);
});

test.each([
  [number({ description }), '"number"'],
  [ofType(types.list(types.string), { description }), '["list","string"]'],
  [ofType(types.map(types.object({ a: types.bool })), { description }), '["map",["object",{"a":"bool"}]]'],
])("type of attribute %#", (attribute, json) => {
  const [message] = sent({ attribute }).attributes;
  expect(Buffer.from(message?.type ?? []).toString()).toBe(json);
  expect(message?.nestedType).toBeUndefined();
});

const inner = { on: bool({ description, required: true }) };

test.each([
  ["single", singleNested(inner, { description }), 1],
  ["list", listNested(inner, { description }), 2],
  ["set", setNested(inner, { description }), 3],
  ["map", mapNested(inner, { description }), 4],
])("a %s of nested attributes has no type of its own", (_nesting, attribute, mode) => {
  const [message] = sent({ attribute }).attributes;
  expect(message?.type).toHaveLength(0);
  expect(message?.nestedType).toMatchObject({ nesting: mode, attributes: [{ name: "on", required: true }] });
});

test("timeouts are a nested object of optional durations, one for each operation with a default", () => {
  const [message] = sent({ timeouts: timeouts({ create: "10m", delete: "5m" }) }).attributes;
  expect(message).toMatchObject({ name: "timeouts", optional: true, computed: false });
  expect(message?.nestedType?.attributes.map(({ name, optional }) => [name, optional])).toEqual([
    ["create", true],
    ["delete", true],
  ]);
  expect(message?.nestedType?.attributes[0]?.description).toContain('"10m"');
});

const part = { name: string({ description, required: true }) };

test.each([
  [singleBlock(part, { description }), 1, 0n, 0n],
  [singleBlock(part, { description, required: true }), 1, 1n, 1n],
  [listBlock(part, { description, min: 1, max: 3 }), 2, 1n, 3n],
  [setBlock(part, { description, max: 3 }), 3, 0n, 3n],
  [mapBlock(part, { description }), 4, 0n, 0n],
  [groupBlock(part, { description }), 5, 0n, 0n],
])("blocks %# go beside the attributes, in their nesting and count", (rule, nesting, minItems, maxItems) => {
  const { attributes, block } = sent({ name: part.name, rule });
  expect(attributes.map(({ name }) => name)).toEqual(["name"]);
  expect(block?.blockTypes).toMatchObject([
    { typeName: "rule", nesting, minItems, maxItems, block: { attributes: [{ name: "name" }], description } },
  ]);
});

test("blocks within blocks go with them, and a deprecated one says what to use instead", () => {
  const { block } = sent({
    rule: listBlock({ part: listBlock(part, { description }) }, { description, deprecated: "Use rules." }),
  });
  expect(block?.blockTypes[0]?.block).toMatchObject({
    attributes: [],
    blockTypes: [{ typeName: "part" }],
    deprecated: true,
    deprecationMessage: "Use rules.",
  });
});
