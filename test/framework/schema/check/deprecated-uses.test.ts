import {
  bool,
  deprecatedUses,
  dynamic,
  groupBlock,
  listBlock,
  mapBlock,
  mapNested,
  setNested,
  singleBlock,
  singleNested,
  string,
} from "../../../../src/framework/schema";
import {
  Dynamic,
  formatPath,
  type ObjectValue,
  types,
  UNKNOWN,
  type Value,
} from "../../../../src/framework/value";
import { complete, type Written } from "../core";

const description = "d";
const old = string({ optional: true, deprecated: "Use name.", description });
const inner = { old, name: string({ optional: true, description }) };

const schema = {
  old,
  flag: bool({ default: true, deprecated: "It is always on.", description }),
  any: dynamic({ optional: true, deprecated: "Use name.", description }),
  nested: singleNested(inner, { optional: true, description }),
  map: mapNested(inner, { optional: true, description }),
  set: setNested(inner, { optional: true, description }),
  rule: listBlock(inner, { deprecated: "Use map.", description }),
  label: mapBlock(inner, { deprecated: "Use map.", description }),
  single: singleBlock(inner, { deprecated: "Use nested.", description }),
  group: groupBlock(inner, { deprecated: "Use nested.", description }),
};

function uses(written: Written): string[] {
  const found = deprecatedUses(schema, complete(schema, written) as ObjectValue);
  expect(found.every(({ severity }) => severity === "warning")).toBe(true);
  return found.map(({ path = [], detail }) => `${formatPath(path)}: ${detail}`);
}

test("what is not set is not warned of: not a default, an empty collection of blocks, an empty group", () => {
  expect(uses({})).toEqual([]);
});

test("null and what is unknown are not warned of", () => {
  expect(uses({ old: UNKNOWN, any: new Dynamic(types.string, null), flag: null, rule: UNKNOWN })).toEqual([]);
});

test.each<[Record<string, Value>, string[]]>([
  [{ old: "a" }, ["old: Use name."]],
  [{ flag: false }, ["flag: It is always on."]],
  [{ any: new Dynamic(types.string, "a") }, ["any: Use name."]],
  [{ nested: { old: "a", name: "b" } }, ["nested.old: Use name."]],
  [{ map: new Map([["k", { old: "a", name: null }]]) }, ['map["k"].old: Use name.']],
  [{ map: new Map([["k", { old: null, name: "a" }]]) }, []],
  [
    {
      set: [
        { old: "a", name: null },
        { old: "b", name: null },
      ],
    },
    ["set: Use name."],
  ],
  [{ rule: [{ old: null, name: "a" }] }, ["rule: Use map."]],
  [{ rule: [{ old: "a", name: null }] }, ["rule: Use map.", "rule[0].old: Use name."]],
  [{ label: new Map([["k", { old: null, name: null }]]) }, ["label: Use map."]],
  [{ single: { old: null, name: null } }, ["single: Use nested."]],
  [{ group: { old: null, name: "a" } }, ["group: Use nested."]],
])("of %j the uses are %j", (written, expected) => {
  expect(uses(written)).toEqual(expected);
});

test("the title names the attribute in full", () => {
  const [found] = deprecatedUses(
    schema,
    complete(schema, { nested: { old: "a", name: null } }) as ObjectValue,
  );
  expect(found?.summary).toContain("nested.old");
});
