import { findResultMisfit, findUnknown } from "../../../src/framework/schema";
import {
  Dynamic,
  ExactNumber,
  formatPath,
  type Type,
  types,
  UNKNOWN,
  type Value,
} from "../../../src/framework/value";

const { string, number, list, set, map, object, tuple, dynamic } = types;
const channel = object({ id: string, on: types.bool });
const fleet = object({ name: string, channels: map(channel), tags: list(string), owners: set(string) });

test.each<[string, Type, Value, Value]>([
  ["the planned value", string, "a", "a"],
  ["anything for unknown", string, UNKNOWN, "a"],
  ["null for unknown", string, UNKNOWN, null],
  ["null for null", string, null, null],
  ["the planned value in another Unicode form", string, "\u00e9", "e\u0301"],
  ["the same number in another form", number, 2 ** 60, new ExactNumber("1152921504606847000")],
  ["a list whose unknown elements are known now", list(string), ["a", UNKNOWN], ["a", "b"]],
  [
    "a map whose unknown elements are known now",
    map(string),
    new Map<string, Value>([["k", UNKNOWN]]),
    new Map([["k", "v"]]),
  ],
  ["a key in another Unicode form", map(string), new Map([["\u00e9", "v"]]), new Map([["e\u0301", "v"]])],
  ["an object whose unknown parts are known now", channel, { id: UNKNOWN, on: true }, { id: "a", on: true }],
  ["a set in another order", set(string), ["a", "b"], ["b", "a"]],
  ["a set with repeated elements", set(string), ["a"], ["a", "a"]],
  ["a set that shrank where it was unknown", set(string), ["a", UNKNOWN], ["a"]],
  ["a tuple", tuple([string, string]), ["a", UNKNOWN], ["a", "b"]],
  ["a dynamic value that is known now", dynamic, new Dynamic(string, UNKNOWN), new Dynamic(string, "a")],
  ["a dynamic value of any type for unknown", dynamic, UNKNOWN, new Dynamic(number, 1)],
])("core takes %s", (_what, type, planned, result) => {
  expect(findResultMisfit(type, planned, result)).toBeUndefined();
});

const planned = {
  name: "a",
  channels: new Map<string, Value>([
    ["x", { id: "1", on: true }],
    ["y", { id: UNKNOWN, on: false }],
  ]),
  tags: ["s", UNKNOWN],
  owners: ["o"],
};
const result = {
  name: "a",
  channels: new Map<string, Value>([
    ["x", { id: "1", on: true }],
    ["y", { id: "2", on: false }],
  ]),
  tags: ["s", "t"],
  owners: ["o"],
};

test("core takes a whole object with each part as it was planned", () => {
  expect(findResultMisfit(fleet, planned, result)).toBeUndefined();
});

test.each<[string, Partial<typeof result>]>([
  ["name", { name: "b" }],
  ["channels", { channels: new Map() }],
  [
    'channels["y"]',
    {
      channels: new Map<string, Value>([
        ["x", { id: "1", on: true }],
        ["z", { id: "1", on: false }],
      ]),
    },
  ],
  [
    'channels["y"].on',
    {
      channels: new Map<string, Value>([
        ["x", { id: "1", on: true }],
        ["y", { id: "2", on: true }],
      ]),
    },
  ],
  ["tags", { tags: ["s"] }],
  ["tags[0]", { tags: ["r", "t"] }],
  ["owners", { owners: ["p"] }],
  ["owners", { owners: [] }],
])("core refuses another value, and the path says where: %s", (place, change) => {
  const misfit = findResultMisfit(fleet, planned, { ...result, ...change });
  expect(formatPath(misfit?.path ?? [])).toBe(place);
  expect(misfit?.problem).toBe("was planned with another value than the one that was returned");
});

test.each<[string, Type, Value, Value]>([
  ["null for a value", string, "a", null],
  ["a value for null", string, null, "a"],
  ["unknown for a value", string, "a", UNKNOWN],
  ["an empty list for null", list(string), null, []],
  ["a longer list", list(string), ["a"], ["a", "b"]],
  ["a set that grew", set(string), ["a", UNKNOWN], ["a", "b", "c"]],
  ["a set that lost a known element", set(string), ["a", UNKNOWN], ["b", "c"]],
  ["a dynamic value of another type", dynamic, new Dynamic(string, UNKNOWN), new Dynamic(number, 1)],
  ["another dynamic value", dynamic, new Dynamic(string, "a"), new Dynamic(string, "b")],
  [
    "a number that lost digits",
    number,
    new ExactNumber("0.1234567890123456789012345"),
    0.123_456_789_012_345_68,
  ],
])("core refuses %s", (_what, type, before, after) => {
  expect(findResultMisfit(type, before, after)).toBeDefined();
});

test("a misfit never repeats a value", () => {
  const misfit = findResultMisfit(fleet, { ...planned, name: "hunter2" }, { ...result, name: "hunter3" });
  expect(JSON.stringify(misfit)).not.toContain("hunter");
});

test.each<[Type, Value, string | undefined]>([
  [string, "a", undefined],
  [fleet, result, undefined],
  [string, UNKNOWN, ""],
  [fleet, { ...result, name: UNKNOWN }, "name"],
  [fleet, planned, 'channels["y"].id'],
  [fleet, { ...result, tags: ["a", UNKNOWN] }, "tags[1]"],
  [fleet, { ...result, owners: [UNKNOWN] }, "owners"],
  [tuple([string, string]), ["a", UNKNOWN], "[1]"],
  [object({ any: dynamic }), { any: new Dynamic(string, UNKNOWN) }, "any"],
  [object({ any: dynamic }), { any: UNKNOWN }, "any"],
])("the first unknown part of %j %j is at %s", (type, value, place) => {
  const path = findUnknown(type, value);
  expect(path && formatPath(path)).toBe(place);
});
