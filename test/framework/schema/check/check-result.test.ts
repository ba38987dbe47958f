import { decodeValue } from "../../../../src/framework/protocol/msgpack/decode-value";
import { encodeValue } from "../../../../src/framework/protocol/msgpack/encode-value";
import { findResultMisfit, findUnknown } from "../../../../src/framework/schema";
import {
  Dynamic,
  ExactNumber,
  formatPath,
  type Type,
  types,
  UNKNOWN,
  type Value,
} from "../../../../src/framework/value";

import { brokenPromises } from "../../../protocol/core/rules";
import { refined } from "../../protocol/hex";

const { string, number, list, set, map, object, tuple, dynamic } = types;
const channel = object({ id: string, on: types.bool });
const fleet = object({ name: string, channels: map(channel), tags: list(string), owners: set(string) });

/** A value as it is after a trip over the wire. */
const sent = (type: Type, value: Value) => decodeValue(type, encodeValue(type, value));

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
  [
    "sets whose elements fit each other in both directions",
    set(list(string)),
    [
      ["a", UNKNOWN],
      ["b", "c"],
    ],
    [
      ["b", "c"],
      ["a", "d"],
    ],
  ],
  [
    "two unknown elements that turned out equal to a known one",
    set(object({ x: string, y: string })),
    [
      { x: "a", y: UNKNOWN },
      { x: "a", y: UNKNOWN },
      { x: "a", y: "b" },
    ],
    [{ x: "a", y: "b" }],
  ],
  ["any dynamic value where null was planned", dynamic, null, new Dynamic(string, "x")],
  [
    "a null with a type where null was planned",
    object({ a: dynamic }),
    { a: null },
    { a: new Dynamic(string, null) },
  ],
  [
    "a dynamic value whose type was known in part",
    dynamic,
    new Dynamic(object({ a: dynamic, b: number }), { a: UNKNOWN, b: 1 }),
    new Dynamic(object({ a: string, b: number }), { a: "x", b: 1 }),
  ],
  ["what begins as Terraform said", string, refined("82 01 c2 02 a1 'x'"), "xy"],
  ["null where only the beginning was known", string, refined("81 02 a1 'x'"), null],
  ["a number at an inclusive bound", number, refined("82 03 92 01 c3 04 92 05 c2"), 1],
  ["a list within its bounds", list(string), refined("82 05 01 06 02"), ["a", "b"]],
  ["a tuple", tuple([string, string]), ["a", UNKNOWN], ["a", "b"]],
  ["a dynamic value that is known now", dynamic, new Dynamic(string, UNKNOWN), new Dynamic(string, "a")],
  ["a dynamic value of any type for unknown", dynamic, UNKNOWN, new Dynamic(number, 1)],
])("core takes %s", (_what, type, planned, result) => {
  expect(findResultMisfit(type, planned, result)).toBeUndefined();
  expect(brokenPromises(type, sent(type, planned), sent(type, result))).toEqual([]);
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
  expect(misfit?.problem).toMatch(/\bplanned\b.*\breturned\b/);
});

test.each<[string, Type, Value, Value]>([
  ["null for a value", string, "a", null],
  ["a value for null", string, null, "a"],
  ["unknown for a value", string, "a", UNKNOWN],
  ["an empty list for null", list(string), null, []],
  ["a longer list", list(string), ["a"], ["a", "b"]],
  ["a set that grew", set(string), ["a", UNKNOWN], ["a", "b", "c"]],
  ["a set that lost a known element", set(string), ["a", UNKNOWN], ["b", "c"]],
  ["null for what is not null", string, refined("81 01 c2"), null],
  ["another beginning", string, refined("82 01 c2 02 a1 'x'"), "yx"],
  ["a number at an exclusive bound", number, refined("82 03 92 01 c3 04 92 05 c2"), 5],
  [
    "a number below a bound that is text",
    number,
    refined("81 03 92 a3 '0.1' c3"),
    new ExactNumber("0.09999999999999999999"),
  ],
  ["a list that is too short", list(string), refined("81 05 01"), []],
  ["a map that is too large", map(string), refined("81 06 00"), new Map([["k", "v"]])],
  ["a set in which a known part of an element is another one", set(list(string)), [[UNKNOWN, "b"]], [["A"]]],
  [
    "a set with an element that fits none of the planned ones",
    set(object({ x: string, y: string })),
    [{ x: "B", y: UNKNOWN }],
    [{ x: null, y: null }],
  ],
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
  expect(brokenPromises(type, sent(type, before), sent(type, after))).not.toEqual([]);
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
])("the first unknown part of value %# is found", (type, value, place) => {
  const path = findUnknown(type, value);
  expect(path && formatPath(path)).toBe(place);
});
