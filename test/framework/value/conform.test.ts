import {
  Dynamic,
  ExactNumber,
  findMisfit,
  formatPath,
  objectValue,
  type Type,
  types,
  UNKNOWN,
  type Value,
} from "../../../src/framework/value";

const { string, number, bool, list, set, map, object, tuple, dynamic } = types;
const channel = object({ id: string, tags: list(string) });

test.each<[Type, Value]>([
  [string, "x"],
  [number, 1.5],
  [number, new ExactNumber("12345678901234567890")],
  [bool, false],
  [list(string), []],
  [set(number), [1, 2]],
  [map(bool), new Map([["a", true]])],
  [tuple([string, number]), ["a", 1]],
  [channel, { id: "a", tags: null }],
  [
    channel,
    objectValue([
      ["id", UNKNOWN],
      ["tags", ["x", UNKNOWN]],
    ]),
  ],
  [dynamic, new Dynamic(list(string), ["x"])],
  [list(channel), UNKNOWN],
  [object({ ["__proto__"]: string }), objectValue([["__proto__", "x"]])],
])("a type takes value %#", (type, value) => {
  expect(findMisfit(type, value)).toBeUndefined();
});

test.each<[string, string, Type, unknown]>([
  ["", "is missing", string, undefined],
  ["", "must be a string, is a number", string, 1],
  ["", "must be a bool, is a string", bool, "true"],
  ["", "must be a number, is NaN", number, Number.NaN],
  ["", "must be a number, is Infinity", number, Number.POSITIVE_INFINITY],
  ["", "must be a list, is a map", list(string), new Map()],
  ["", "must be a map, is an object: make a Map of it", map(string), {}],
  ["", "must be an object, is a map: make an object of it, as with Object.fromEntries", channel, new Map()],
  ["", "must be a set, is a Set: spread it into an array", set(string), new Set() as never],
  [
    "",
    "must be a string, is a Promise: the value itself is needed, so await it",
    string,
    Promise.resolve() as never,
  ],
  ["", "must be a number, is a Date", number, new Date() as never],
  ["", "must be an object, is an array", channel, []],
  ["", "must be a dynamic, is a string", dynamic, "x"],
  ["[1]", "must be a string, is a number", list(string), ["a", 2]],
  ["[1]", "is missing", tuple([string, number]), ["a"]],
  ["", "must have 1 elements", tuple([string]), ["a", "b"]],
  ['["k"]', "must be a bool, is a string", map(bool), new Map([["k", "true"]])],
  ["tags", "is missing", channel, { id: "a" }],
  ["tags", "is missing", channel, { id: "a", tags: undefined }],
  ["tags[0]", "must be a string, is a bool", channel, { id: "a", tags: [true] }],
  ["extra", "is not in the schema", channel, { id: "a", tags: [], extra: 1 }],
  ["constructor", "must be a string, is a function", object({ constructor: string }), {}],
  ["", "must be a string, is a number", dynamic, new Dynamic(string, 1)],
])("at %j: %s", (place, problem, type, value) => {
  const misfit = findMisfit(type, value as Value);
  expect(misfit?.problem).toBe(problem);
  expect(formatPath(misfit?.path ?? [])).toBe(place);
});

test("within a set the path ends at the set, since no path leads to its elements", () => {
  const misfit = findMisfit(object({ owners: set(channel) }), { owners: [{ id: 1, tags: [] }] });
  expect(formatPath(misfit?.path ?? [])).toBe("owners.id");
  expect(findMisfit(set(string), [1])?.path).toEqual([]);
});

test("a misfit never repeats the value", () => {
  const misfit = findMisfit(channel, { id: "a", tags: "hunter2" });
  expect(JSON.stringify(misfit)).not.toContain("hunter2");
});
