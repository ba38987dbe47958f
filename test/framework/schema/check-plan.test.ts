import {
  bool,
  dynamic,
  findPlanMisfit,
  listNested,
  mapNested,
  ofType,
  type Schema,
  setNested,
  singleNested,
  string,
} from "../../../src/framework/schema";
import { Dynamic, formatPath, types, UNKNOWN, Unknown } from "../../../src/framework/value";
import { complete, type Written } from "./core";

const description = "d";
const required = string({ description, required: true });
const optional = string({ description, optional: true });
const computed = string({ description, computed: true });
const both = string({ description, optional: true, computed: true });
const writeOnly = string({ description, optional: true, writeOnly: true });
const object = { id: required, size: computed, note: optional };
const nested = { description, optional: true } as const;

interface Row {
  readonly schema: Schema;
  readonly config?: Written;
  readonly prior?: Written;
  readonly planned?: Written;
}

function misfitOf({ schema, config = {}, prior, planned = {} }: Row): string | undefined {
  const misfit = findPlanMisfit(schema, {
    config: complete(schema, config),
    prior: prior === undefined ? null : complete(schema, prior),
    planned: complete(schema, planned),
  });
  return misfit && `${formatPath(misfit.path)} ${misfit.problem}`;
}

test.each<[string, Row]>([
  ["the configured value", { schema: { a: required }, config: { a: "x" }, planned: { a: "x" } }],
  [
    "the configured value in another Unicode form",
    { schema: { a: required }, config: { a: "\u00e9" }, planned: { a: "e\u0301" } },
  ],
  [
    "the prior value, which means the same",
    { schema: { a: required }, config: { a: "X" }, prior: { a: "x" }, planned: { a: "x" } },
  ],
  ["nothing where nothing is configured", { schema: { a: optional } }],
  ["anything for what is computed", { schema: { a: computed }, prior: { a: "x" }, planned: { a: "y" } }],
  ["unknown for what is computed", { schema: { a: computed }, planned: { a: UNKNOWN } }],
  ["anything for what is computed and not configured", { schema: { a: both }, planned: { a: "y" } }],
  ["a default", { schema: { a: bool({ description, default: true }) }, planned: { a: true } }],
  ["unknown for unknown", { schema: { a: required }, config: { a: UNKNOWN }, planned: { a: UNKNOWN } }],
  ["no write-only value", { schema: { a: writeOnly }, config: { a: "secret" } }],
  [
    "a set in another order",
    {
      schema: { a: ofType(types.set(types.string), nested) },
      config: { a: ["x", "y"] },
      planned: { a: ["y", "x"] },
    },
  ],
  [
    "computed values within an object",
    {
      schema: { a: singleNested(object, nested) },
      config: { a: { id: "x" } },
      planned: { a: { id: "x", size: UNKNOWN } },
    },
  ],
  [
    "a nested attribute that bears the name of a Map's member",
    {
      schema: { a: singleNested({ size: computed, id: required }, nested) },
      config: { a: { id: "x" } },
      planned: { a: { id: "x", size: "12" } },
    },
  ],
  [
    "computed values within a list",
    {
      schema: { a: listNested(object, nested) },
      config: { a: [{ id: "x" }] },
      planned: { a: [{ id: "x", size: "1" }] },
    },
  ],
  [
    "computed values within a map",
    {
      schema: { a: mapNested(object, nested) },
      config: { a: new Map([["k", { id: "x" }]]) },
      planned: { a: new Map([["k", { id: "x", size: "1" }]]) },
    },
  ],
  [
    "prior elements, which mean the same",
    {
      schema: { a: listNested(object, nested) },
      config: { a: [{ id: "X" }] },
      prior: { a: [{ id: "x" }] },
      planned: { a: [{ id: "x" }] },
    },
  ],
  [
    "a computed object that is not configured",
    { schema: { a: singleNested(object, { description, computed: true }) }, planned: { a: { id: "x" } } },
  ],
  [
    "an unknown element for an unknown one",
    {
      schema: { a: listNested(object, nested) },
      config: { a: [UNKNOWN, { id: "x" }] },
      planned: { a: [UNKNOWN, { id: "x", size: UNKNOWN }] },
    },
  ],
  [
    "a set of as many elements",
    {
      schema: { a: setNested(object, nested) },
      config: { a: [{ id: "x" }] },
      planned: { a: [{ id: "x", size: "1" }] },
    },
  ],
  [
    "a dynamic null with its type",
    {
      schema: { a: dynamic(nested) },
      config: { a: new Dynamic(types.string, null) },
      planned: { a: new Dynamic(types.string, null) },
    },
  ],
])("core takes %s", (_what, row) => {
  expect(misfitOf(row)).toBeUndefined();
});

const OTHER = "is planned with another value than the configured one";
const NOT_COMPUTED = "is not computed and not configured, yet a value is planned";
const OTHER_SIZE = "is planned with another number of elements than configured";

test.each<[string, string, Row]>([
  ["another value", `a ${OTHER}`, { schema: { a: required }, config: { a: "x" }, planned: { a: "y" } }],
  ["null for a configured value", `a ${OTHER}`, { schema: { a: both }, config: { a: "x" } }],
  [
    "unknown for a known value",
    `a ${OTHER}`,
    { schema: { a: both }, config: { a: "x" }, planned: { a: UNKNOWN } },
  ],
  [
    "known for an unknown value",
    `a ${OTHER}`,
    { schema: { a: both }, config: { a: UNKNOWN }, planned: { a: "x" } },
  ],
  [
    "less than is known of an unknown value",
    `a ${OTHER}`,
    {
      schema: { a: required },
      config: { a: new Unknown(Uint8Array.of(0x81, 1, 0xc2)) },
      planned: { a: UNKNOWN },
    },
  ],
  [
    "the prior value of what is not configured any more",
    `a ${NOT_COMPUTED}`,
    { schema: { a: optional }, prior: { a: "x" }, planned: { a: "x" } },
  ],
  [
    "unknown for what is not computed",
    `a ${NOT_COMPUTED}`,
    { schema: { a: optional }, planned: { a: UNKNOWN } },
  ],
  [
    "a write-only value",
    "a is write-only and must be planned as null",
    { schema: { a: writeOnly }, config: { a: "s" }, planned: { a: "s" } },
  ],
  [
    "an empty list for none",
    `a ${NOT_COMPUTED}`,
    { schema: { a: ofType(types.list(types.string), nested) }, planned: { a: [] } },
  ],
  [
    "none for an empty map",
    `a ${OTHER}`,
    { schema: { a: ofType(types.map(types.string), nested) }, config: { a: new Map() } },
  ],
  [
    "another value within an object",
    `a.id ${OTHER}`,
    { schema: { a: singleNested(object, nested) }, config: { a: { id: "x" } }, planned: { a: { id: "y" } } },
  ],
  [
    "a value within an object that is not computed",
    `a.note ${NOT_COMPUTED}`,
    {
      schema: { a: singleNested(object, nested) },
      config: { a: { id: "x" } },
      planned: { a: { id: "x", note: "n" } },
    },
  ],
  [
    "no object for a configured one",
    `a ${OTHER_SIZE}`,
    { schema: { a: singleNested(object, nested) }, config: { a: { id: "x" } } },
  ],
  [
    "a list of another length",
    `a ${OTHER_SIZE}`,
    { schema: { a: listNested(object, nested) }, config: { a: [{ id: "x" }] }, planned: { a: [] } },
  ],
  [
    "a set of another size",
    `a ${OTHER_SIZE}`,
    {
      schema: { a: setNested(object, nested) },
      config: { a: [{ id: "x" }] },
      planned: { a: [{ id: "x" }, { id: "y" }] },
    },
  ],
  [
    "another value within a list",
    `a[1].id ${OTHER}`,
    {
      schema: { a: listNested(object, nested) },
      config: { a: [{ id: "x" }, { id: "y" }] },
      planned: { a: [{ id: "x" }, { id: "z" }] },
    },
  ],
  [
    "an unknown element for a known one",
    `a[0] ${OTHER}`,
    { schema: { a: listNested(object, nested) }, config: { a: [{ id: "x" }] }, planned: { a: [UNKNOWN] } },
  ],
  [
    "a known element for an unknown one",
    `a[0] ${OTHER}`,
    { schema: { a: listNested(object, nested) }, config: { a: [UNKNOWN] }, planned: { a: [{ id: "x" }] } },
  ],
  [
    "another key",
    `a["k"] ${OTHER}`,
    {
      schema: { a: mapNested(object, nested) },
      config: { a: new Map([["k", { id: "x" }]]) },
      planned: { a: new Map([["l", { id: "x" }]]) },
    },
  ],
  [
    "another value within a map",
    `a["k"].id ${OTHER}`,
    {
      schema: { a: mapNested(object, nested) },
      config: { a: new Map([["k", { id: "x" }]]) },
      planned: { a: new Map([["k", { id: "y" }]]) },
    },
  ],
])("core refuses %s: %s", (_what, misfit, row) => {
  expect(misfitOf(row)).toBe(misfit);
});
