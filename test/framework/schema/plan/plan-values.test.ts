import {
  bool,
  dynamic,
  findPlanMisfit,
  findReplaced,
  listBlock,
  listNested,
  mapNested,
  number,
  ofType,
  planValues,
  type Schema,
  schemaType,
  setNested,
  singleBlock,
  singleNested,
  string,
  timeouts,
} from "../../../../src/framework/schema";
import {
  Dynamic,
  formatPath,
  type ObjectValue,
  types,
  UNKNOWN,
  Unknown,
} from "../../../../src/framework/value";
import { complete, propose, settle, type Written } from "../core";

const description = "d";
const prefixed = new Unknown(Uint8Array.of(0x82, 0x01, 0xc2, 0x02, 0xa1, 0x78));

interface Row {
  readonly schema: Schema;
  readonly config?: Written;
  /** null: the object is to be created. */
  readonly prior: Written | null;
  readonly planned: Written;
  readonly replaces?: readonly string[];
}

function plan(schema: Schema, config: ObjectValue, prior: ObjectValue | null) {
  const planned = planValues(schema, { config, prior, proposed: propose(schema, config, prior) });
  return { planned, replaces: findReplaced(schema, prior, planned, config).map(formatPath) };
}

/** Plans a row, and checks that core would take the plan, and that nothing is left to do after it. */
function check({ schema, config: written = {}, prior: before, planned: expected, replaces = [] }: Row): void {
  const config = complete(schema, written);
  const prior = before === null ? null : complete(schema, before);
  const { planned, replaces: replaced } = plan(schema, config, prior);

  expect({ planned, replaced }).toEqual({ planned: complete(schema, expected), replaced: replaces });
  expect(findPlanMisfit(schema, { config, prior, planned })).toBeUndefined();

  const type = schemaType(schema);
  const applied = settle(type, planned) as ObjectValue;
  const known = settle(type, config) as ObjectValue;
  expect(plan(schema, known, applied)).toEqual({ planned: applied, replaces: [] });
}

const nested = { description, optional: true } as const;
const item = {
  name: string({ description, optional: true }),
  id: string({ description, computed: true, stable: true }),
};
const filled = string({ description, optional: true, computed: true });

const rule = {
  on: bool({ description, default: true }),
  id: string({ description, computed: true, stable: true }),
  size: string({ description, computed: true }),
  secret: string({ description, optional: true, writeOnly: true }),
};

const simple = {
  name: string({ description, required: true }),
  note: string({ description, optional: true }),
  enabled: bool({ description, default: true }),
  region: string({ description, optional: true, computed: true }),
  id: string({ description, computed: true, stable: true }),
  etag: string({ description, computed: true }),
};
const settled = { name: "a", enabled: true, region: "eu", id: "1", etag: "v1" };

test.each<[string, Row]>([
  [
    "a create leaves open what is computed, and fills in defaults",
    {
      schema: simple,
      config: { name: "a" },
      prior: null,
      planned: { name: "a", enabled: true, region: UNKNOWN, id: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "a configured value wins over a default and over what would be computed",
    {
      schema: simple,
      config: { name: "a", enabled: false, region: "us" },
      prior: null,
      planned: { name: "a", enabled: false, region: "us", id: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "where nothing changes, nothing becomes unknown",
    { schema: simple, config: { name: "a" }, prior: settled, planned: settled },
  ],
  [
    "a change makes unknown what is computed, but for what is stable",
    {
      schema: simple,
      config: { name: "b" },
      prior: settled,
      planned: { ...settled, name: "b", region: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "a default comes back when its attribute is no longer configured",
    {
      schema: simple,
      config: { name: "a" },
      prior: { ...settled, enabled: false },
      planned: { ...settled, region: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "an optional value goes when it is no longer configured",
    {
      schema: simple,
      config: { name: "a" },
      prior: { ...settled, note: "old" },
      planned: { ...settled, region: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "an unknown configured value stays unknown, with what is said of it",
    {
      schema: simple,
      config: { name: prefixed, enabled: UNKNOWN },
      prior: settled,
      planned: { ...settled, name: prefixed, enabled: UNKNOWN, region: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "a stable value that was null stays null",
    {
      schema: simple,
      config: { name: "b" },
      prior: { ...settled, id: null },
      planned: { ...settled, name: "b", id: null, region: UNKNOWN, etag: UNKNOWN },
    },
  ],
  [
    "a stable value that is configured as unknown is unknown",
    {
      schema: { id: string({ description, optional: true, computed: true, stable: true }) },
      config: { id: UNKNOWN },
      prior: { id: "1" },
      planned: { id: UNKNOWN },
    },
  ],
  [
    "a dynamic null with a type is as little configured as any null, and what comes will be of that type",
    {
      schema: {
        any: dynamic({ description, optional: true, computed: true }),
        name: string({ description }),
      },
      config: { any: new Dynamic(types.number, null) },
      prior: null,
      planned: { any: new Dynamic(types.number, UNKNOWN) },
    },
  ],
  [
    "a stable dynamic value is kept where its type may stay",
    {
      schema: {
        same: dynamic({ description, optional: true, computed: true, stable: true }),
        other: dynamic({ description, optional: true, computed: true, stable: true }),
        name: string({ description }),
      },
      config: { same: new Dynamic(types.string, null), other: new Dynamic(types.number, null), name: "b" },
      prior: { same: new Dynamic(types.string, "x"), other: new Dynamic(types.string, "x"), name: "a" },
      planned: {
        same: new Dynamic(types.string, "x"),
        other: new Dynamic(types.number, UNKNOWN),
        name: "b",
      },
    },
  ],
  [
    "a stable value of a list follows an element only where its settings are those that were there",
    {
      schema: { items: listNested(item, { description, required: true }) },
      config: { items: [{ name: "a" }, { name: "c" }, { name: "c" }] },
      prior: { items: ["a", "b", "c", "d"].map((name) => ({ name, id: `id-of-${name}` })) },
      planned: {
        items: [
          { name: "a", id: "id-of-a" },
          { name: "c", id: UNKNOWN },
          { name: "c", id: "id-of-c" },
        ],
      },
    },
  ],
  [
    "settings at any depth count for that, and what the provider filled in does not",
    {
      schema: { items: listNested({ ...item, size: filled, inner: listNested(item, nested) }, nested) },
      config: { items: [{ inner: [{ name: "x" }] }, { inner: [{ name: "y" }] }, { inner: [] }] },
      prior: {
        items: ["x", "x", "x"].map((name) => ({ id: "1", size: "s", inner: [{ name, id: "2" }] })),
      },
      planned: {
        items: [
          { id: "1", size: UNKNOWN, inner: [{ name: "x", id: "2" }] },
          { id: UNKNOWN, size: UNKNOWN, inner: [{ name: "y", id: UNKNOWN }] },
          { id: UNKNOWN, size: UNKNOWN, inner: [] },
        ],
      },
    },
  ],
  [
    "an element of a map is known by its key",
    {
      schema: { items: mapNested(item, nested) },
      config: { items: new Map([["k", { name: "b" }]]) },
      prior: { items: new Map([["k", { name: "a", id: "1" }]]) },
      planned: { items: new Map([["k", { name: "b", id: "1" }]]) },
    },
  ],
  [
    "in an unknown element of a map nothing is filled in and nothing is kept",
    {
      schema: { rules: mapNested(rule, { description, optional: true }) },
      config: { rules: new Map([["k", UNKNOWN]]) },
      prior: { rules: new Map([["k", { on: false, id: "1", size: "s", secret: null }]]) },
      planned: { rules: new Map([["k", { on: UNKNOWN, id: UNKNOWN, size: UNKNOWN, secret: null }]]) },
    },
  ],
  [
    "in an unknown element of a list nothing is filled in and nothing is kept, be it there or new",
    {
      schema: { rules: listNested({ on: rule.on, id: rule.id }, { description, optional: true }) },
      config: { rules: [UNKNOWN, UNKNOWN] },
      prior: { rules: [{ on: false, id: "1" }] },
      planned: { rules: [{ on: UNKNOWN, id: UNKNOWN }, UNKNOWN] },
    },
  ],
])("%s", (_what, row) => {
  check(row);
});

const replacing = {
  channel: string({ description, required: true, replaces: true }),
  partner: string({ description, optional: true, computed: true, replaces: true }),
  kept: string({ description, optional: true, computed: true, replaces: true, stable: true }),
  enabled: bool({ description, optional: true }),
};
const there = { channel: "a", partner: "p", kept: "k", enabled: true };

test.each<[string, Row]>([
  [
    "nothing is replaced where nothing was",
    {
      schema: replacing,
      config: { channel: "a" },
      prior: null,
      planned: { channel: "a", partner: UNKNOWN, kept: UNKNOWN },
    },
  ],
  [
    "a changed value replaces",
    {
      schema: { channel: replacing.channel },
      config: { channel: "b" },
      prior: { channel: "a" },
      planned: { channel: "b" },
      replaces: ["channel"],
    },
  ],
  [
    "a value that may change replaces, unless it is stable",
    {
      schema: replacing,
      config: { channel: "a", enabled: false },
      prior: there,
      planned: { ...there, enabled: false, partner: UNKNOWN },
      replaces: ["partner"],
    },
  ],
  [
    "a configured unknown value replaces, since it may turn out different",
    {
      schema: { channel: replacing.channel },
      config: { channel: UNKNOWN },
      prior: { channel: "a" },
      planned: { channel: UNKNOWN },
      replaces: ["channel"],
    },
  ],
  [
    "another change replaces nothing",
    {
      schema: { channel: replacing.channel, enabled: replacing.enabled },
      config: { channel: "a", enabled: false },
      prior: { channel: "a", enabled: true },
      planned: { channel: "a", enabled: false },
    },
  ],
])("%s", (_what, row) => {
  check(row);
});

const secret = {
  token: string({ description, optional: true, writeOnly: true }),
  version: number({ description, optional: true }),
  id: string({ description, computed: true }),
};

test.each<[string, Row]>([
  [
    "a write-only value is never planned",
    { schema: secret, config: { token: "t", version: 1 }, prior: null, planned: { version: 1, id: UNKNOWN } },
  ],
  [
    "a write-only value alone changes nothing",
    {
      schema: secret,
      config: { token: "new", version: 1 },
      prior: { version: 1, id: "a" },
      planned: { version: 1, id: "a" },
    },
  ],
  [
    "an unknown write-only value is not planned either",
    {
      schema: secret,
      config: { token: UNKNOWN, version: 1 },
      prior: { version: 1, id: "a" },
      planned: { version: 1, id: "a" },
    },
  ],
])("%s", (_what, row) => {
  check(row);
});

const channel = {
  id: string({ description, required: true, replaces: true }),
  enabled: bool({ description, default: true }),
  state: string({ description, computed: true }),
  born: string({ description, computed: true, stable: true }),
  secret: string({ description, optional: true, writeOnly: true }),
};
const before = { id: "a", enabled: true, state: "on", born: "then" };
const fresh = { id: "b", enabled: true, state: UNKNOWN, born: UNKNOWN };
const options = { description, optional: true } as const;

test.each<[string, Row]>([
  [
    "in a single object",
    {
      schema: { one: singleNested(channel, options) },
      config: { one: { id: "a", enabled: false, secret: "s" } },
      prior: { one: before },
      planned: { one: { ...before, enabled: false, state: UNKNOWN } },
    },
  ],
  [
    "in a single object that is new",
    {
      schema: {
        one: singleNested(channel, options),
        kept: string({ description, computed: true, stable: true }),
      },
      config: { one: { id: "b" } },
      prior: { kept: "k" },
      planned: { one: fresh, kept: "k" },
      replaces: ["one.id"],
    },
  ],
  [
    "in a list, element by element",
    {
      schema: { many: listNested(channel, options) },
      config: { many: [{ id: "a" }, { id: "b" }] },
      prior: { many: [before] },
      planned: { many: [{ ...before, state: UNKNOWN }, fresh] },
      replaces: ["many[1].id"],
    },
  ],
  [
    "in a single object that is removed",
    {
      schema: { one: singleNested(channel, options), block: singleBlock(channel, { description }) },
      config: {},
      prior: { one: before, block: before },
      planned: {},
      replaces: ["one.id", "block.id"],
    },
  ],
  [
    "in elements that are removed, from a list that is left empty too",
    {
      schema: {
        list: listNested(channel, options),
        blocks: listBlock(channel, { description }),
        map: mapNested(channel, options),
      },
      config: { list: [{ id: "a" }], map: new Map() },
      prior: {
        list: [before, { ...before, id: "b" }],
        blocks: [before],
        map: new Map([["k", before]]),
      },
      planned: { list: [{ ...before, state: UNKNOWN }], map: new Map() },
      replaces: ["list[1].id", "blocks[0].id", 'map["k"].id'],
    },
  ],
  [
    "in what is removed nothing is replaced that was null, nor what only counts while it is configured",
    {
      schema: {
        one: singleNested({ id: filled, own: { ...item.name, replaces: "if configured" } }, options),
      },
      config: {},
      prior: { one: { own: "x" } },
      planned: {},
    },
  ],
  [
    "in a map, key by key, whatever their order",
    {
      schema: { many: mapNested(channel, options) },
      config: {
        many: new Map([
          ["y", { id: "b" }],
          ["x", { id: "c" }],
        ]),
      },
      prior: { many: new Map([["x", before]]) },
      planned: {
        many: new Map<string, unknown>([
          ["y", fresh],
          ["x", { ...before, id: "c", state: UNKNOWN }],
        ]),
      },
      replaces: ['many["y"].id', 'many["x"].id'],
    },
  ],
  [
    "in a map where nothing changes",
    {
      schema: { many: mapNested(channel, options) },
      config: { many: new Map([["x", { id: "a", secret: "s" }]]) },
      prior: { many: new Map([["x", before]]) },
      planned: { many: new Map([["x", before]]) },
    },
  ],
  [
    "an unknown element stays unknown",
    {
      schema: {
        many: listNested({ id: string({ description, required: true }) }, options),
        etag: string({ description, computed: true }),
      },
      config: { many: [UNKNOWN, { id: "b" }] },
      prior: null,
      planned: { many: [UNKNOWN, { id: "b" }], etag: UNKNOWN },
    },
  ],
  [
    "an unknown nested attribute stays unknown",
    {
      schema: { many: mapNested({ id: string({ description, required: true }) }, options) },
      config: { many: UNKNOWN },
      prior: { many: new Map([["x", { id: "a" }]]) },
      planned: { many: UNKNOWN },
    },
  ],
  [
    "a set is planned as it is configured",
    {
      schema: { many: setNested({ id: string({ description, required: true }) }, options) },
      config: { many: [{ id: "a" }, { id: "b" }] },
      prior: { many: [{ id: "b" }] },
      planned: { many: [{ id: "a" }, { id: "b" }] },
    },
  ],
  [
    "a set in another order is no change",
    {
      schema: {
        many: setNested({ id: string({ description, required: true }) }, options),
        etag: string({ description, computed: true }),
      },
      config: { many: [{ id: "a" }, { id: "b" }] },
      prior: { many: [{ id: "b" }, { id: "a" }], etag: "v" },
      planned: { many: [{ id: "a" }, { id: "b" }], etag: "v" },
    },
  ],
  [
    "a computed object is unknown as a whole",
    {
      schema: {
        info: singleNested({ a: string({ description, computed: true }) }, { description, computed: true }),
        name: string({ description }),
      },
      config: { name: "b" },
      prior: { info: { a: "x" }, name: "a" },
      planned: { info: UNKNOWN, name: "b" },
    },
  ],
  [
    "a stable computed object is kept as a whole",
    {
      schema: {
        info: singleNested(
          { a: string({ description, computed: true }) },
          { description, computed: true, stable: true },
        ),
        name: string({ description }),
      },
      config: { name: "b" },
      prior: { info: { a: "x" }, name: "a" },
      planned: { info: { a: "x" }, name: "b" },
    },
  ],
  [
    "defaults do not change an object that the provider made",
    {
      schema: {
        info: singleNested(
          { on: bool({ description, default: true }) },
          { description, optional: true, computed: true },
        ),
      },
      prior: { info: { on: false } },
      planned: { info: { on: false } },
    },
  ],
  [
    "an empty map is not the same as none",
    {
      schema: {
        many: mapNested({ id: string({ description }) }, options),
        etag: string({ description, computed: true }),
      },
      config: { many: new Map() },
      prior: { etag: "v" },
      planned: { many: new Map(), etag: UNKNOWN },
    },
  ],
  [
    "nested twice",
    {
      schema: { outer: mapNested({ inner: listNested(channel, options) }, options) },
      config: { outer: new Map([["x", { inner: [{ id: "a", enabled: false }] }]]) },
      prior: { outer: new Map([["x", { inner: [before] }]]) },
      planned: {
        outer: new Map([["x", { inner: [{ ...before, enabled: false, born: UNKNOWN, state: UNKNOWN }] }]]),
      },
    },
  ],
  [
    "timeouts alone are a change like any other",
    {
      schema: { timeouts: timeouts({ create: "1m" }), etag: string({ description, computed: true }) },
      config: { timeouts: { create: "2m" } },
      prior: { etag: "v" },
      planned: { timeouts: { create: "2m" }, etag: UNKNOWN },
    },
  ],
  [
    "a value that means the same as before is no change, and nothing is marked",
    {
      schema: {
        name: string({ description, replaces: true, equal: (a, b) => a.toLowerCase() === b.toLowerCase() }),
        etag: string({ description, computed: true }),
      },
      config: { name: "A" },
      prior: { name: "a", etag: "v" },
      planned: { name: "a", etag: "v" },
    },
  ],
  [
    "null is kept where it counts as a value, and left open where it does not",
    {
      schema: {
        name: string({ description }),
        kept: string({ description, computed: true, stable: true }),
        left: string({ description, computed: true, stable: "unless null" }),
        known: string({ description, computed: true, stable: "unless null" }),
      },
      config: { name: "b" },
      prior: { name: "a", known: "k" },
      planned: { name: "b", kept: null, left: UNKNOWN, known: "k" },
    },
  ],
  [
    "a collection with a type is planned as it is configured",
    {
      schema: { tags: ofType(types.list(types.string), { description, optional: true }) },
      config: { tags: ["a", UNKNOWN] },
      prior: { tags: ["b"] },
      planned: { tags: ["a", UNKNOWN] },
    },
  ],
])("%s", (_what, row) => {
  check(row);
});

test("a number with many digits is no change, in whatever form it comes", () => {
  const schema = {
    size: number({ description, optional: true }),
    etag: string({ description, computed: true }),
  };
  const config = complete(schema, { size: 2 ** 60 });
  const prior = complete(schema, { size: 2 ** 60, etag: "v" });
  expect(plan(schema, config, prior).planned).toEqual(prior);
});

test("what is only computed is left open as ever where `ignore_changes` puts its prior value into the configuration", () => {
  const schema = {
    enabled: bool({ description, required: true }),
    changed: string({ description, computed: true }),
    id: string({ description, computed: true, stable: true }),
  };
  const prior = complete(schema, { enabled: true, changed: "once", id: "1" });
  const config = complete(schema, { enabled: false, changed: "once", id: "1" });
  const { planned } = plan(schema, config, prior);

  expect(planned).toEqual(complete(schema, { enabled: false, changed: UNKNOWN, id: "1" }));
  expect(findPlanMisfit(schema, { config, prior, planned })).toBeUndefined();
});

test("whoever changes a planned default in place does not change the default", () => {
  const tags = ofType(types.map(types.list(types.string)), { default: new Map([["a", ["b"]]]), description });
  const first = plan({ tags }, complete({ tags }, {}), null).planned["tags"] as Map<string, string[]>;
  first.get("a")?.push("c");
  first.set("d", []);
  expect(plan({ tags }, complete({ tags }, {}), null).planned["tags"]).toEqual(new Map([["a", ["b"]]]));
});
