import {
  findChangedSetting,
  listNested,
  mapNested,
  ofType,
  setNested,
  singleNested,
  string,
} from "../../../../src/framework/schema";
import { formatPath, types } from "../../../../src/framework/value";
import { complete, type Written } from "../core";

const description = "d";
const optional = { description, optional: true } as const;
const inner = { name: string(optional), size: string({ description, computed: true }) };
const schema = {
  id: string({ description, required: true }),
  found: string({ description, computed: true }),
  either: string({ description, optional: true, computed: true }),
  tags: ofType(types.list(types.string), optional),
  one: singleNested(inner, optional),
  many: listNested(inner, optional),
  named: mapNested(inner, optional),
  several: setNested({ name: string(optional) }, optional),
};
const config = {
  id: "a",
  tags: ["x"],
  one: { name: "n" },
  many: [{ name: "m" }],
  named: new Map([["k", { name: "o" }]]),
  several: [{ name: "p" }],
};
const state = {
  ...config,
  found: "yes",
  either: "filled",
  one: { name: "n", size: "1" },
  many: [{ name: "m", size: "2" }],
  named: new Map([["k", { name: "o", size: "3" }]]),
};

function changed(change: Written): string | undefined {
  const misfit = findChangedSetting(
    schema,
    complete(schema, config),
    complete(schema, { ...state, ...change }),
  );
  return misfit && formatPath(misfit.path);
}

test("what is not configured may be anything, in nested objects too", () => {
  expect(changed({})).toBeUndefined();
});

test.each<[string, Written]>([
  ["id", { id: "b" }],
  ["id", { id: null }],
  ["tags[0]", { tags: ["y"] }],
  ["one", { one: null }],
  ["one.name", { one: { name: "other", size: "1" } }],
  ["many", { many: [] }],
  ["many[0].name", { many: [{ name: "other" }] }],
  ['named["k"]', { named: new Map([["l", { name: "o" }]]) }],
  ['named["k"].name', { named: new Map([["k", { name: "other" }]]) }],
  ["several", { several: [{ name: "q" }] }],
])("a setting that came back changed is found: %s", (place, change) => {
  expect(changed(change)).toBe(place);
});
