import { Diagnostics } from "../../../../src/framework/diagnostics";
import {
  type BuiltSchema,
  bool,
  checkSchema,
  findNullBlock,
  findPlanMisfit,
  groupBlock,
  listBlock,
  listNested,
  mapBlock,
  planValues,
  type Schema,
  setBlock,
  singleBlock,
  singleNested,
  string,
  validateConfig,
  withBlocks,
} from "../../../../src/framework/schema";
import { formatPath, isUnknown, type ObjectValue, UNKNOWN } from "../../../../src/framework/value";
import { complete, propose, type Written } from "../core";

const description = "d";
const parts = {
  name: string({
    description,
    optional: true,
    validate: [(text) => (text === "bad" ? "is bad." : undefined)],
  }),
  on: bool({ description, default: true }),
  etag: string({ description, computed: true }),
  key: string({ description, computed: true, stable: true }),
};
const schema = {
  one: singleBlock(parts, { description }),
  group: groupBlock(parts, { description }),
  list: listBlock({ ...parts, deep: listBlock(parts, { description }) }, { description }),
  set: setBlock({ name: parts.name }, { description }),
  map: mapBlock(parts, { description }),
};

function planned(config: Written, prior: Written | null = null): ObjectValue {
  const given = complete(schema, config);
  const before = prior === null ? null : complete(schema, prior);
  const plan = planValues(schema, { config: given, prior: before, proposed: propose(schema, given, before) });
  expect(findPlanMisfit(schema, { config: given, prior: before, planned: plan })).toBeUndefined();
  return plan;
}

const fresh = (name: string | null) => ({ name, on: true, etag: UNKNOWN, key: UNKNOWN });
const made = (name: string | null) => ({ name, on: true, etag: "1", key: "k" });

describe("planning", () => {
  test("without any block written, there is nothing, an empty value, or a group with nothing set", () => {
    expect(planned({})).toEqual(complete(schema, { group: fresh(null) }));
  });

  test("defaults and unknown values are filled in within every kind of block but sets", () => {
    const config = {
      one: { name: "o" },
      group: { name: "g" },
      list: [{ name: "l", deep: [{ name: "d" }] }],
      set: [{ name: "s" }],
      map: new Map([["m", { name: "m" }]]),
    };
    expect(planned(config)).toEqual(
      complete(schema, {
        one: fresh("o"),
        group: fresh("g"),
        list: [{ ...fresh("l"), deep: [fresh("d")] }],
        set: [{ name: "s" }],
        map: new Map([["m", fresh("m")]]),
      }),
    );
  });

  test("what is applied is planned as it is", () => {
    const state = { group: made(null), list: [{ ...made("l"), deep: [made("d")] }], set: [{ name: "s" }] };
    const config = { list: [{ name: "l", deep: [{ name: "d" }] }], set: [{ name: "s" }] };
    expect(planned(config, state)).toEqual(complete(schema, state));
  });

  test("a change keeps what is stable in each block that was there before", () => {
    const plan = planned(
      { list: [{ name: "l" }, { name: "second" }] },
      { group: made(null), list: [made("l")] },
    );
    expect(plan["list"]).toEqual([
      { ...fresh("l"), key: "k", deep: [] },
      { ...fresh("second"), deep: [] },
    ]);
  });

  test("blocks of which nobody knows how many there will be stay unknown", () => {
    expect(isUnknown(planned({ list: UNKNOWN })["list"])).toBe(true);
  });
});

describe("a plan", () => {
  const misfit = (config: Written, prior: Written, plan: Written) => {
    const found = findPlanMisfit(schema, {
      config: complete(schema, config),
      prior: complete(schema, prior),
      planned: complete(schema, plan),
    });
    return found && `${formatPath(found.path)} ${found.problem}`;
  };

  test("has as many blocks as configured, even where there were others before", () => {
    expect(misfit({}, { list: [made("l")] }, { list: [made("l")] })).toMatch(
      /^list .*\bnumber of elements\b/,
    );
    expect(misfit({}, { one: made("o") }, { one: made("o") })).toMatch(/^one .*\bnumber of elements\b/);
  });

  test("may keep prior values of attributes within blocks", () => {
    expect(misfit({ one: { name: "O" } }, { one: made("o") }, { one: made("o") })).toBeUndefined();
    expect(misfit({ one: { name: "O" } }, { one: made("o") }, { one: made("p") })).toMatch(
      /^one\.name .*\bvalue\b/,
    );
  });
});

describe("no block is null", () => {
  const find = (change: Written) => {
    const found = findNullBlock(schema, { ...complete(schema, {}), ...change } as ObjectValue);
    return found && formatPath(found.path);
  };

  test.each<[string | undefined, Written]>([
    [undefined, {}],
    [undefined, { list: UNKNOWN, set: UNKNOWN, one: UNKNOWN }],
    ["list", { list: null }],
    ["set", { set: null }],
    ["map", { map: null }],
    ["group", { group: null }],
    ["list[0]", { list: [null] }],
    [undefined, { set: [null, UNKNOWN] }],
    ['map["k"]', { map: new Map([["k", null]]) }],
    ["list[0].deep", { list: [{ ...made("l"), deep: null }] }],
  ])("a result with a null block is found at %s", (place, change) => {
    expect(find(change)).toBe(place);
  });

  test("a state from before a block was in the schema gets what stands for none, at every depth", () => {
    const old = {
      one: null,
      list: [{ ...made("l"), deep: null }],
      set: [{ name: "s" }],
    } as unknown as ObjectValue;
    expect(withBlocks(schema, old)).toEqual(complete(schema, { list: [made("l")], set: [{ name: "s" }] }));
  });
});

test("a check within blocks is shown with its whole path, at most as far as a set", () => {
  const diagnostics = new Diagnostics();
  const bad = { name: "bad" };
  const config = complete(schema, {
    one: bad,
    list: [{ deep: [bad] }],
    set: [bad],
    map: new Map([["k", bad]]),
  });
  validateConfig(schema, config, { writeOnlyAllowed: false }, diagnostics);
  expect(diagnostics.list.map(({ path }) => formatPath(path ?? []))).toEqual([
    "one.name",
    "list[0].deep[0].name",
    "set",
    'map["k"].name',
  ]);
  const [, deep] = diagnostics.list;
  expect(deep?.path?.map((step) => "block" in step)).toEqual([true, false, true, false, false]);
});

const inner = { name: parts.name };
test.each<[string, Schema]>([
  [
    "r.b is made of blocks within a nested attribute",
    { r: singleNested({ b: listBlock(inner, { description }) }, { description, optional: true }) },
  ],
  ["r wants more blocks than there may be", { r: listBlock(inner, { description, min: 2, max: 1 }) }],
  ["r counts its blocks badly", { r: setBlock(inner, { description, min: -1 }) }],
  ["count is a name that Terraform uses", { count: listBlock(inner, { description }) }],
  ["r has no description", { r: mapBlock(inner, { description: "" }) }],
  ["r.name has no description", { r: groupBlock({ name: string({ description: "" }) }, { description }) }],
  ["r.etag is computed within a set", { r: setBlock({ etag: parts.etag } as BuiltSchema, { description }) }],
])("a schema is refused where %s", (words, bad) => {
  const [found] = checkSchema(bad, "resource");
  expect(`${formatPath(found?.path ?? [])} ${found?.problem}`).toContain(words);
});

test("blocks of all kinds, and nested attributes within them, are nothing to complain about", () => {
  const within = listBlock({ list: listNested(inner, { description, optional: true }) }, { description });
  expect(checkSchema({ ...schema, within }, "resource")).toEqual([]);
});
