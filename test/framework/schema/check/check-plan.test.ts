import {
  type BuiltSchema,
  bool,
  dynamic,
  findPlanMisfit,
  listBlock,
  listNested,
  mapNested,
  ofType,
  type Schema,
  setBlock,
  setNested,
  singleNested,
  string,
} from "../../../../src/framework/schema";
import { Dynamic, formatPath, objectValue, types, UNKNOWN } from "../../../../src/framework/value";
import { planErrors } from "../../../protocol/core/rules";
import { refined } from "../../protocol/hex";
import { complete, type Written } from "../core";

const description = "d";
const required = string({ description, required: true });
const optional = string({ description, optional: true });
const computed = string({ description, computed: true });
const both = string({ description, optional: true, computed: true });
const writeOnly = string({ description, optional: true, writeOnly: true });
const object = { id: required, size: computed, note: optional };
const nested = { description, optional: true } as const;

const everyUnknown = { id: UNKNOWN, size: UNKNOWN, note: UNKNOWN };
/** Not null, and begins with "x-". */
const prefixed = refined("82 01 c2 02 a2 'x-'");

interface Row {
  readonly schema: Schema;
  readonly config?: Written;
  readonly prior?: Written;
  readonly planned?: Written;
}

/** What the framework says, once the model of core has said the same. */
function misfitOf({ schema, config = {}, prior, planned = {} }: Row): string | undefined {
  const change = {
    config: complete(schema, config),
    prior: prior === undefined ? null : complete(schema, prior),
    planned: complete(schema, planned),
  };
  const misfit = findPlanMisfit(schema, change);
  expect(planErrors(schema, change).length > 0).toBe(misfit !== undefined);
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
      schema: { a: setNested(object as BuiltSchema, nested) },
      config: { a: [{ id: "x" }] },
      planned: { a: [{ id: "x", size: "1" }] },
    },
  ],
  [
    "an object of unknown attributes for an unknown element",
    {
      schema: { a: mapNested(object, nested), b: listNested(object, nested) },
      config: { a: new Map([["k", UNKNOWN]]), b: [UNKNOWN] },
      planned: { a: new Map([["k", everyUnknown]]), b: [everyUnknown] },
    },
  ],
  [
    "any computed value within an unknown element",
    {
      schema: { a: mapNested(object, nested) },
      config: { a: new Map([["k", UNKNOWN]]) },
      planned: { a: new Map([["k", { ...everyUnknown, size: "1" }]]) },
    },
  ],
  [
    "no write-only value within an unknown element, nor an unknown one",
    {
      schema: { a: listNested({ secret: writeOnly, id: required }, nested) },
      config: { a: [UNKNOWN, UNKNOWN] },
      planned: { a: [{ secret: null, id: UNKNOWN }, UNKNOWN] },
    },
  ],
  [
    "an object of unknown attributes for an unknown object",
    {
      schema: { a: singleNested(object, nested) },
      config: { a: UNKNOWN },
      planned: { a: everyUnknown },
    },
  ],
  [
    "computed values alone for a null element",
    {
      schema: { a: listNested(object, nested) },
      config: { a: [null] },
      planned: { a: [{ id: null, size: UNKNOWN, note: null }] },
    },
  ],
  [
    "less than is known of an unknown value, at any depth",
    {
      schema: { a: required, b: ofType(types.set(types.list(types.string)), nested) },
      config: { a: prefixed, b: [["x", prefixed]] },
      planned: { a: UNKNOWN, b: [["x", UNKNOWN]] },
    },
  ],
  [
    "another value for what is only computed, which `ignore_changes` has configured",
    { schema: { a: computed }, config: { a: "x" }, prior: { a: "x" }, planned: { a: UNKNOWN } },
  ],
  [
    "another number of blocks in a set",
    {
      schema: { a: setBlock(object as BuiltSchema, { description }) },
      config: { a: [{ id: "x" }, { id: "y" }] },
      planned: { a: [{ id: "x" }] },
    },
  ],
  [
    "another number of elements for a set of which some may turn out equal",
    {
      schema: { a: setNested(object as BuiltSchema, nested) },
      config: { a: [UNKNOWN, UNKNOWN, { id: "x" }] },
      planned: { a: [{ id: "x" }] },
    },
  ],
  [
    "a known set of nested objects for an unknown one",
    { schema: { a: setNested(object as BuiltSchema, nested) }, config: { a: UNKNOWN }, planned: { a: [] } },
  ],
  [
    "null within the blocks of a set",
    {
      schema: { a: setBlock({ deep: listBlock(object, { description }) }, { description }) },
      config: { a: [{ deep: [{ id: "x" }] }] },
      planned: { a: [objectValue([["deep", [null, UNKNOWN]]])] },
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
    "a typed null, which is no prior value that could mean the same",
    `a ${OTHER}`,
    {
      schema: { a: dynamic({ description, required: true }) },
      config: { a: new Dynamic(types.string, UNKNOWN) },
      prior: { a: new Dynamic(types.string, null) },
      planned: { a: new Dynamic(types.string, null) },
    },
  ],
  [
    "a default within an unknown element",
    `a["k"].on ${OTHER}`,
    {
      schema: { a: mapNested({ on: bool({ description, default: true }) }, nested) },
      config: { a: new Map([["k", UNKNOWN]]) },
      planned: { a: new Map([["k", { on: true }]]) },
    },
  ],
  [
    "a prior value within an unknown element that was null before",
    `a["k"].id ${OTHER}`,
    {
      schema: { a: mapNested(object, nested) },
      config: { a: new Map([["k", UNKNOWN]]) },
      prior: { a: new Map([["k", { id: null }]]) },
      planned: { a: new Map([["k", { id: null, size: UNKNOWN, note: UNKNOWN }]]) },
    },
  ],
  [
    "an unknown list for an empty one",
    `a ${OTHER_SIZE}`,
    { schema: { a: listNested(object, nested) }, config: { a: [] }, planned: { a: UNKNOWN } },
  ],
  [
    "a list for an unknown one",
    `a ${OTHER}`,
    { schema: { a: listNested(object, nested) }, config: { a: UNKNOWN }, planned: { a: [] } },
  ],
  [
    "blocks for blocks of which nobody knows how many there are",
    `a ${OTHER}`,
    { schema: { a: listBlock(object, { description }) }, config: { a: UNKNOWN }, planned: { a: [] } },
  ],
  [
    "other things said of unknown blocks",
    `a ${OTHER}`,
    {
      schema: { a: listBlock(object, { description }) },
      config: { a: refined("81 01 c2") },
      planned: { a: UNKNOWN },
    },
  ],
  [
    "unknown blocks for known ones",
    "a is planned as unknown, yet its blocks are configured",
    { schema: { a: listBlock(object, { description }) }, config: { a: [] }, planned: { a: UNKNOWN } },
  ],
  [
    "an unknown block in a set",
    "a is planned as unknown, yet its blocks are configured",
    {
      schema: { a: setBlock(object as BuiltSchema, { description }) },
      config: { a: [{ id: "x" }] },
      planned: { a: [UNKNOWN] },
    },
  ],
  [
    "as many blocks as there were",
    `a ${OTHER_SIZE}`,
    {
      schema: { a: listBlock(object, { description }) },
      config: { a: [{ id: "x" }] },
      prior: { a: [{ id: "x" }, { id: "y" }] },
      planned: { a: [{ id: "x" }, { id: "y" }] },
    },
  ],
  [
    "fewer elements than a set surely has",
    `a ${OTHER_SIZE}`,
    { schema: { a: setNested(object as BuiltSchema, nested) }, config: { a: [UNKNOWN] }, planned: { a: [] } },
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
      schema: { a: setNested(object as BuiltSchema, nested) },
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
    `a[0].id ${OTHER}`,
    { schema: { a: listNested(object, nested) }, config: { a: [{ id: "x" }] }, planned: { a: [UNKNOWN] } },
  ],
  [
    "a known element for an unknown one",
    `a[0].id ${OTHER}`,
    { schema: { a: listNested(object, nested) }, config: { a: [UNKNOWN] }, planned: { a: [{ id: "x" }] } },
  ],
  [
    "another key",
    `a["l"] ${OTHER}`,
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
