import {
  type BuiltSchema,
  bool,
  checkSchema,
  dynamic,
  listNested,
  mapNested,
  number,
  ofType,
  oneOf,
  type Schema,
  type SchemaOwner,
  setNested,
  singleNested,
  string,
  timeouts,
} from "../../../../src/framework/schema";
import { formatPath, types, UNKNOWN } from "../../../../src/framework/value";

const description = "d";
const optional = { description, optional: true } as const;
const computed = { description, computed: true } as const;
const optionalComputed = { ...optional, computed: true } as const;
const writeOnly = { ...optional, writeOnly: true } as const;

function problems(schema: Schema, owner: SchemaOwner = "resource"): string[] {
  return checkSchema(schema, owner).map(({ path, problem }) => `${formatPath(path)} ${problem}`);
}

test("a schema that uses everything there is has no problem", () => {
  const element = { name: string({ description, required: true }), note: string(optional) };
  expect(
    problems({
      id: string({ ...computed, stable: true }),
      channel_id: string({ description, required: true, replaces: true }),
      enabled: bool({ description, default: true }),
      mode: string({ description, default: "on", validate: [oneOf("on", "off")] }),
      token: string(writeOnly),
      version2: number(optional),
      any: dynamic(optional),
      tags: ofType(types.map(types.string), optional),
      one: singleNested({ ...element, any: dynamic(optional), size: number(computed) }, optional),
      named: mapNested(
        { ...element, on: bool({ description, default: true }), size: number(computed) },
        optional,
      ),
      several: setNested(element, optional),
      found: setNested(
        { name: string(computed), parts: listNested({ a: string(computed) }, computed) },
        computed,
      ),
      timeouts: timeouts({ create: "10m", delete: "1h30m" }),
    }),
  ).toEqual([]);
});

test("what is computed may need a new object where it stays known, or where it is in something unknown", () => {
  expect(
    problems({
      a: string({ ...optionalComputed, replaces: true, stable: true }),
      b: string({ ...optionalComputed, replaces: true, stable: "unless null" }),
      c: string({ ...optionalComputed, replaces: "if configured" }),
      d: string({ ...computed, replaces: { partial: true, when: () => false } }),
      e: string({ description, default: "x", replaces: true }),
      f: singleNested({ a: string({ ...computed, replaces: true }) }, computed),
    }),
  ).toEqual([]);
});

test.each<[string, Schema, SchemaOwner]>([
  ["Name has a name with other characters than a-z, 0-9 and _", { Name: string(optional) }, "resource"],
  ["a-b has a name with other characters than a-z, 0-9 and _", { "a-b": string(optional) }, "resource"],
  [
    "one.X has a name with other characters than a-z, 0-9 and _",
    { one: singleNested({ X: string(optional) }, optional) },
    "resource",
  ],
  ["count is a name that Terraform uses in a resource", { count: number(optional) }, "resource"],
  [
    "lifecycle is a name that Terraform uses in a data source",
    { lifecycle: number(optional) },
    "data source",
  ],
  ["alias is a name that Terraform uses in a provider", { alias: string(optional) }, "provider"],
  [
    "a is required, and computed too",
    { a: string({ description, required: true, computed: true }) },
    "resource",
  ],
  [
    "a is required, and optional too",
    { a: string({ description, required: true, optional: true }) },
    "resource",
  ],
  [
    "a is neither required, optional nor computed, and has no default",
    { a: string({ description }) },
    "resource",
  ],
  [
    "a has a default that is not known",
    { a: string({ description, default: UNKNOWN as never }) },
    "resource",
  ],
  ["a has no description", { a: string({ ...optional, description: undefined as never }) }, "resource"],
  ["a has no description", { a: string({ ...optional, description: "" }) }, "resource"],
  ["a is write-only, which nothing in a data source can be", { a: string(writeOnly) }, "data source"],
  ["a is write-only, which nothing in a provider can be", { a: string(writeOnly) }, "provider"],
  [
    "a is write-only, which nothing in an ephemeral resource can be",
    { a: string(writeOnly) },
    "ephemeral resource",
  ],
  ["a is write-only and computed", { a: string({ ...computed, writeOnly: true }) }, "resource"],
  ["a is write-only and computed", { a: string({ ...writeOnly, default: "x" }) }, "resource"],
  [
    "a is write-only, so no change of it is ever seen",
    { a: string({ ...writeOnly, replaces: true }) },
    "resource",
  ],
  [
    "one.b is not write-only, yet what it is in is",
    { one: singleNested({ b: string(optional) }, writeOnly) },
    "resource",
  ],
  ["set.b is write-only within a set", { set: setNested({ b: string(writeOnly) }, optional) }, "resource"],
  [
    "set.b is computed within a set that can be configured: its elements could not be matched",
    { set: setNested({ b: string(computed) } as BuiltSchema, optional) },
    "resource",
  ],
  [
    "set.one.b is computed within a set that can be configured: its elements could not be matched",
    { set: setNested({ one: singleNested({ b: string(computed) }, optional) }, optional) },
    "resource",
  ],
  [
    "set.b is planned within a set, whose elements cannot be followed",
    { set: setNested({ b: string({ ...optional, replaces: true }) }, optional) },
    "resource",
  ],
  [
    "set.b is dynamic within a collection, whose elements have to be of one type",
    { set: setNested({ b: dynamic(optional) }, optional) },
    "resource",
  ],
  [
    "map.one.b is dynamic within a collection, whose elements have to be of one type",
    { map: mapNested({ one: singleNested({ b: dynamic(optional) }, optional) }, optional) },
    "resource",
  ],
  [
    "a is dynamic within a collection, whose elements have to be of one type",
    { a: ofType(types.list(types.object({ b: types.tuple([types.dynamic]) })), optional) },
    "resource",
  ],
  [
    "a replaces and is computed, yet not stable, so that each update makes a new object",
    { a: string({ ...computed, replaces: true }) },
    "resource",
  ],
  [
    "one.a replaces and is computed, yet not stable, so that each update makes a new object",
    { one: mapNested({ a: string({ ...optionalComputed, replaces: true }) }, optional) },
    "resource",
  ],
  [
    "one.two.c is not computed, yet the provider may fill in what it is in",
    { one: singleNested({ two: singleNested({ c: string(optional) }, computed) }, optionalComputed) },
    "resource",
  ],
  [
    "one.set.c is not computed, yet the provider may fill in what it is in",
    { one: listNested({ set: setNested({ c: string(optional) }, computed) }, optionalComputed) },
    "resource",
  ],
  [
    "one.b is not computed, yet the provider may fill in what it is in",
    {
      one: singleNested(
        { a: string(computed), b: string(optional) },
        { description, optional: true, computed: true },
      ),
    },
    "resource",
  ],
  ["a is stable but not computed", { a: string({ ...optional, stable: true }) }, "resource"],
  [
    "a is required, so its default is never used",
    { a: string({ description, required: true, default: "x" }) },
    "resource",
  ],
  [
    "a has a default that must be a string, is a number",
    { a: string({ description, default: 1 as never }) },
    "resource",
  ],
  [
    "a has a default that its validators refuse",
    { a: string({ description, default: "x", validate: [oneOf("y")] }) },
    "resource",
  ],
  ["t has a bad default duration for create", { t: timeouts({ create: "soon" }) }, "resource"],
  ["t has a bad default duration for create", { t: timeouts({ create: "0s" }) }, "resource"],
  [
    "one.a is required within what only the provider fills in",
    { one: singleNested({ a: string({ description, required: true }) }, { description, computed: true }) },
    "resource",
  ],
  [
    "a is computed, so its validators never run",
    { a: string({ description, computed: true, validate: [() => undefined] }) },
    "resource",
  ],
  [
    "a is stable and has a default, so it is never unknown",
    { a: string({ description, default: "x", stable: true }) },
    "resource",
  ],
  [
    "1a has a name that begins with a digit, so that no configuration can write it",
    { "1a": string(optional) },
    "resource",
  ],
  [
    "one.a is planned within a set, whose elements cannot be followed",
    { one: setNested({ a: string({ description, optional: true, replaces: "if configured" }) }, optional) },
    "resource",
  ],
  ["t has a bad default duration for create", { t: timeouts({ create: "1m" }) }, "data source"],
  ["t has a bad default duration for open", { t: timeouts({ open: "1m" }) }, "resource"],
  ["t has a bad default duration for destroy", { t: timeouts({ destroy: "1m" } as never) }, "resource"],
  [
    "one.t is a timeouts attribute that is not at the root",
    { one: singleNested({ t: timeouts({ create: "1m" }) }, optional) },
    "resource",
  ],
  [
    "u is a second timeouts attribute",
    { t: timeouts({ create: "1m" }), u: timeouts({ read: "1m" }) },
    "resource",
  ],
])("%s", (problem, schema, owner) => {
  expect(problems(schema, owner)).toEqual([problem]);
});

test("a default within a set is named, and so is that it makes the attribute computed", () => {
  expect(
    problems({ set: setNested({ b: string({ description, default: "x" }) } as BuiltSchema, optional) }),
  ).toEqual([
    expect.stringMatching(/^set\.b .*\bcomputed\b/),
    expect.stringMatching(/^set\.b .*\bdefault\b/),
  ]);
});

test("names that Terraform uses at the root are free within nested attributes", () => {
  expect(problems({ one: singleNested({ count: number(optional) }, optional) })).toEqual([]);
});
