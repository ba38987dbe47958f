import { Diagnostics } from "../../../../src/framework/diagnostics";
import {
  duration,
  dynamic,
  listNested,
  mapNested,
  matches,
  ofType,
  oneOf,
  type Schema,
  setNested,
  singleBlock,
  singleNested,
  string,
  timeouts,
  validateConfig,
} from "../../../../src/framework/schema";
import { titles } from "../../../../src/framework/titles";
import { Dynamic, formatPath, isUnknown, types, UNKNOWN } from "../../../../src/framework/value";
import { complete, type Written } from "../core";

const description = "d";
const optional = { description, optional: true } as const;
const mode = string({ ...optional, validate: [oneOf("on", "off")] });
const inner = { mode };

/** Path and summary of every diagnostic. */
function validate(schema: Schema, config: Written, writeOnlyAllowed = true) {
  const diagnostics = new Diagnostics();
  validateConfig(schema, complete(schema, config), { writeOnlyAllowed }, diagnostics);
  return diagnostics.list.map(({ summary, detail, path }) => ({
    summary,
    detail,
    at: formatPath(path ?? []),
  }));
}

test("a value that a validator refuses is named at its path, with the validator's words", () => {
  expect(validate({ mode }, { mode: "maybe" })).toEqual([
    {
      summary: titles.invalidValue("mode"),
      detail: expect.stringMatching(/"on", "off".*"maybe"/),
      at: "mode",
    },
  ]);
});

test.each([[{ mode: "on" }], [{ mode: null }], [{ mode: UNKNOWN }]])("mode %# passes", (config) => {
  expect(validate({ mode }, config)).toEqual([]);
});

const required = { description, required: true } as const;
const filled = { description, optional: true, nullElements: false } as const;

test.each<[string, Schema, Written]>([
  ["a", { a: string(required) }, {}],
  ["a", { a: mapNested(inner, required) }, {}],
  ["a", { a: dynamic(required) }, { a: new Dynamic(types.string, null) }],
  ["many[0].a", { many: listNested({ a: string(required) }, optional) }, { many: [{ a: null }] }],
])("a null where %s is required is refused, since core lets it pass", (at, schema, config) => {
  expect(validate(schema, config)).toEqual([
    {
      summary: titles.missingValue(at),
      detail: expect.stringContaining(`${at} is required`),
      at,
    },
  ]);
});

const computed = { description, computed: true } as const;

test.each<[string, Schema, Written]>([
  ["a", { a: string(computed) }, { a: "x" }],
  ["a", { a: string(computed) }, { a: UNKNOWN }],
  ["a", { a: mapNested(inner, computed) }, { a: new Map() }],
  ["many[0].a", { many: listNested({ a: string(computed) }, optional) }, { many: [{ a: "x" }] }],
])(
  "a value for %s, which only the provider sets, is refused, since core lets it pass",
  (at, schema, config) => {
    expect(validate(schema, config)).toEqual([
      { summary: titles.readOnly(at), detail: expect.stringContaining(`${at} is read-only`), at },
    ]);
  },
);

test("what the provider fills in if it is absent may be set", () => {
  const schema = { a: string({ description, optional: true, computed: true }), b: string(computed) };
  expect(validate(schema, { a: "x" })).toEqual([]);
});

test("what is required and not known yet passes, and so does a block: core counts those", () => {
  const schema = { a: string(required), one: singleBlock(inner, { description, required: true }) };
  expect(validate(schema, { a: UNKNOWN, one: null })).toEqual([]);
});

test("one value is refused once, several values each", () => {
  const picky = string({ ...optional, validate: [() => "is bad.", () => "is worse."] });
  expect(validate({ a: picky, b: picky }, { a: "x", b: "y" }).map(({ at, detail }) => [at, detail])).toEqual([
    ["a", "The value is bad."],
    ["b", "The value is bad."],
  ]);
});

test.each<[string, string, Schema, Written]>([
  ["one.mode", "one.mode", { one: singleNested(inner, optional) }, { one: { mode: "x" } }],
  [
    "many[1].mode",
    "many[1].mode",
    { many: listNested(inner, optional) },
    { many: [{ mode: "on" }, { mode: "x" }] },
  ],
  [
    'named["a b"].mode',
    'named["a b"].mode',
    { named: mapNested(inner, optional) },
    { named: new Map([["a b", { mode: "x" }]]) },
  ],
  ["set.mode", "set", { set: setNested(inner, optional) }, { set: [{ mode: "x" }] }],
  [
    "set.one.mode",
    "set",
    { set: setNested({ one: singleNested(inner, optional) }, optional) },
    { set: [{ one: { mode: "x" } }] },
  ],
  [
    "set.inner.mode",
    "set",
    { set: setNested({ inner: setNested(inner, optional) }, optional) },
    { set: [{ inner: [{ mode: "x" }] }] },
  ],
  [
    'outer["k"].set.mode',
    'outer["k"].set',
    { outer: mapNested({ set: setNested(inner, optional) }, optional) },
    { outer: new Map([["k", { set: [{ mode: "x" }] }]]) },
  ],
])("%s is named in full, and core is led to %s, no further than a set", (name, place, schema, config) => {
  expect(validate(schema, config)).toEqual([
    expect.objectContaining({ summary: titles.invalidValue(name), at: place }),
  ]);
});

test("unknown elements are passed over, and those beside them are looked at", () => {
  expect(validate({ many: listNested(inner, optional) }, { many: [UNKNOWN, { mode: "x" }] })).toHaveLength(1);
  expect(validate({ many: listNested(inner, optional) }, { many: UNKNOWN })).toEqual([]);
});

test.each<[string, Schema, Written]>([
  ["The element a[1] is null.", { a: ofType(types.list(types.string), filled) }, { a: ["x", null] }],
  [
    'The element a["k"] is null.',
    { a: ofType(types.map(types.string), filled) },
    { a: new Map([["k", null]]) },
  ],
  ["One of its elements is null.", { a: ofType(types.set(types.string), filled) }, { a: [null] }],
  ["The element a[0] is null.", { a: listNested(inner, filled) }, { a: [null, { mode: "x" }] }],
  ['The element a["k"] is null.', { a: mapNested(inner, filled) }, { a: new Map([["k", null]]) }],
])("a null among elements is refused for an author who expects none: %s", (detail, schema, config) => {
  expect(validate(schema, config)).toEqual([
    { summary: titles.nullElement("a"), detail: expect.stringContaining(detail), at: "a" },
  ]);
});

test("else it is the author's to judge, and what is beside it is looked at", () => {
  const schema = {
    list: ofType(types.list(types.string), optional),
    map: ofType(types.map(types.string), optional),
    set: ofType(types.set(types.string), optional),
    objects: mapNested(inner, optional),
  };
  const nulls = { list: ["x", null], map: new Map([["k", null]]), set: [null] };
  expect(validate(schema, { ...nulls, objects: new Map([["k", null]]) })).toEqual([]);
  expect(validate(schema, { objects: { k: null, l: { mode: "x" } } }).map(({ at }) => at)).toEqual([
    'objects["l"].mode',
  ]);
});

test("a validator is called once all of a value is known, a partial one as soon as there is something", () => {
  const [whole, partial]: [unknown[], unknown[]] = [[], []];
  const schema = {
    many: ofType(types.list(types.string), {
      ...optional,
      validate: [
        (value) => void whole.push(value) as undefined,
        { partial: true, check: (value) => void partial.push(value) as undefined },
      ],
    }),
    one: singleNested(
      { a: string(optional) },
      { ...optional, validate: [(value) => (isUnknown(value.a) ? "is called too early." : undefined)] },
    ),
  };
  expect(validate(schema, { many: ["a", UNKNOWN], one: { a: UNKNOWN } })).toEqual([]);
  validate(schema, { many: ["a", "b"] });
  validate(schema, { many: UNKNOWN });
  expect([whole, partial]).toEqual([
    [["a", "b"]],
    [
      ["a", UNKNOWN],
      ["a", "b"],
    ],
  ]);
});

test("what a partial validator finds is refused as what any other finds", () => {
  const first = ofType(types.list(types.string), {
    ...optional,
    validate: [{ partial: true, check: ([value]) => (value === "x" ? "begins with x." : undefined) }],
  });
  expect(validate({ first }, { first: ["x", UNKNOWN] })).toMatchObject([{ at: "first" }]);
});

test("a null in a tuple and in a dynamic value is the author's to judge", () => {
  const schema = { pair: ofType(types.tuple([types.string]), optional), any: dynamic(optional) };
  expect(validate(schema, { pair: [null], any: new Dynamic(types.list(types.string), [null]) })).toEqual([]);
});

test("a validator of a whole collection does not see a null that is refused", () => {
  const seen: unknown[] = [];
  const watched = ofType(types.list(types.string), {
    ...filled,
    validate: [(value) => void seen.push(value) as undefined],
  });
  validate({ watched }, { watched: ["x", null] });
  validate({ watched }, { watched: ["x"] });
  expect(seen).toEqual([["x"]]);
});

test.each([
  ["a known value", "secret"],
  ["a value not known yet", UNKNOWN],
])("%s that is write-only needs a host that keeps it out of the state", (_what, token) => {
  const schema = { token: string({ ...optional, writeOnly: true }) };
  expect(validate(schema, { token }, true)).toEqual([]);
  expect(validate(schema, {}, false)).toEqual([]);
  expect(validate(schema, { token }, false)).toEqual([
    expect.objectContaining({ summary: titles.writeOnlyUnsupported, at: "token" }),
  ]);
});

test("timeouts have to be durations", () => {
  const schema = { timeouts: timeouts({ create: "1m", read: "1m" }) };
  expect(validate(schema, { timeouts: { create: "90s" } })).toEqual([]);
  expect(validate(schema, { timeouts: { create: "soon", read: "0s" } }).map(({ at }) => at)).toEqual([
    "timeouts.create",
    "timeouts.read",
  ]);
});

test("patterns are explained in words", () => {
  const schema = {
    id: string({ ...optional, validate: [matches(/^[a-z]+$/, "may have small letters only")] }),
  };
  expect(validate(schema, { id: "abc" })).toEqual([]);
  expect(validate(schema, { id: "A 1" })[0]?.detail).toMatch(/small letters.*"A 1"/);
});

test("a duration is above zero", () => {
  expect(["10m", "1h30m", "0.5s"].map(duration)).toEqual([undefined, undefined, undefined]);
  expect(duration("0s")).toContain("above zero");
  expect(duration("ten")).toContain('"ten"');
});
