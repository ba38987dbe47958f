import {
  Dynamic,
  ExactNumber,
  equal,
  nfc,
  objectValue,
  type Type,
  types,
  UNKNOWN,
  Unknown,
  type Value,
  valueKey,
} from "../../../src/framework/value";

const { string, number, bool, list, set, map, object, tuple, dynamic } = types;
const COMPOSED = "caf\u00e9";
const DECOMPOSED = "cafe\u0301";
const refined = (...bytes: number[]) => new Unknown(Uint8Array.from(bytes));

const SAME: [string, Type, Value, Value][] = [
  ["null", string, null, null],
  ["strings that differ in their Unicode form only", string, COMPOSED, DECOMPOSED],
  ["numbers in two forms", number, 2 ** 60, new ExactNumber("1152921504606847000")],
  ["sets in another order", set(string), ["a", "b"], ["b", "a"]],
  ["sets with repeated elements", set(string), ["a", "a", "b"], ["b", "a"]],
  ["sets of as many unknown values", set(string), [UNKNOWN, "a", UNKNOWN], ["a", UNKNOWN, UNKNOWN]],
  ["sets of sets", set(set(number)), [[1, 2], [3]], [[3], [2, 1]]],
  [
    "maps in another order",
    map(number),
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
    new Map([
      ["b", 2],
      ["a", 1],
    ]),
  ],
  [
    "maps whose keys differ in Unicode form only",
    map(number),
    new Map([[COMPOSED, 1]]),
    new Map([[DECOMPOSED, 1]]),
  ],
  ["a missing attribute and null", object({ a: string }), objectValue([]), objectValue([["a", null]])],
  ["tuples", tuple([string, number]), ["a", 1], ["a", 1]],
  ["dynamic values", dynamic, new Dynamic(string, COMPOSED), new Dynamic(string, DECOMPOSED)],
  [
    "dynamic values whose types name the attributes in another order",
    dynamic,
    new Dynamic(list(object({ a: string, b: number })), [{ a: "x", b: 1 }]),
    new Dynamic(list(object({ b: number, a: string })), [{ a: "x", b: 1 }]),
  ],
  ["unknown values", string, UNKNOWN, new Unknown()],
  ["unknown values of which the same is said", string, refined(1, 2), refined(1, 2)],
];

test.each(SAME)("%s: the same", (_what, type, a, b) => {
  expect(equal(type, a, b)).toBe(true);
  expect(equal(type, b, a)).toBe(true);
  expect(valueKey(type, a)).toBe(valueKey(type, b));
});

const DIFFERENT: [string, Type, Value, Value][] = [
  ["null and an empty string", string, null, ""],
  ["null and an empty list", list(string), null, []],
  ["null and an empty map", map(string), null, new Map()],
  ["null and unknown", string, null, UNKNOWN],
  ["unknown and known", string, UNKNOWN, "a"],
  ["unknown values of which different things are said", string, refined(1), refined(2)],
  ["unknown values of one of which nothing is said", string, UNKNOWN, refined(1)],
  ["bools", bool, true, false],
  ["numbers that only look alike", number, 0.1, new ExactNumber("0.1000000000000000000001")],
  ["lists in another order", list(string), ["a", "b"], ["b", "a"]],
  ["lists of other lengths", list(string), ["a"], ["a", "a"]],
  ["sets with other elements", set(string), ["a", "b"], ["a", "c"]],
  ["sets of other sizes", set(string), ["a"], ["a", "b"]],
  ["sets of another number of unknown values", set(string), [UNKNOWN], [UNKNOWN, UNKNOWN]],
  [
    "sets of another number of elements that are known in part",
    set(list(string)),
    [["a", UNKNOWN]],
    [
      ["a", UNKNOWN],
      ["a", UNKNOWN],
    ],
  ],
  ["maps with other keys", map(number), new Map([["a", 1]]), new Map([["b", 1]])],
  ["maps with other values", map(number), new Map([["a", 1]]), new Map([["a", 2]])],
  ["maps of other sizes", map(number), new Map([["a", 1]]), new Map()],
  ["objects", object({ a: string }), { a: "x" }, { a: "y" }],
  ["dynamic values of other types", dynamic, new Dynamic(string, "1"), new Dynamic(number, 1)],
  ["a null with a type and one without", dynamic, new Dynamic(string, null), null],
];

test.each(DIFFERENT)("%s: not the same", (_what, type, a, b) => {
  expect(equal(type, a, b)).toBe(false);
  expect(equal(type, b, a)).toBe(false);
  expect(valueKey(type, a)).not.toBe(valueKey(type, b));
});

test("types and values that are nested very deeply are compared", () => {
  const deep = (leaf: Type): Type => Array.from({ length: 1_000 }).reduce<Type>((inner) => list(inner), leaf);
  const value = Array.from({ length: 1_000 }).reduce<Value>((inner) => [inner], "x");
  expect(equal(dynamic, new Dynamic(deep(string), value), new Dynamic(deep(string), value))).toBe(true);
  const other = JSON.parse(JSON.stringify(value));
  expect(equal(dynamic, new Dynamic(deep(string), value), new Dynamic(deep(string), other))).toBe(true);
  expect(equal(dynamic, new Dynamic(deep(string), value), new Dynamic(deep(number), value))).toBe(false);
});

test("a run of marks without end stays as it is, for its order would cost the square of its length", () => {
  const text = `a${"\u0301\u0316".repeat(200_000)}`;
  expect(nfc(text)).toBe(text);
});

test("a run of marks as long as any that is meant is put in order, in a long text too", () => {
  const text = `${"x".repeat(2_000)}a${"\u0301\u0316".repeat(10)}`;
  expect(nfc(text)).toBe(text.normalize());
});

test("keys of neighbouring values do not run into each other", () => {
  const pairs = tuple([string, string]);
  expect(valueKey(pairs, ['a","b', ""])).not.toBe(valueKey(pairs, ["a", 'b",""']));
  expect(valueKey(list(string), [])).not.toBe(valueKey(list(string), [""]));
  expect(valueKey(list(string), [null])).not.toBe(valueKey(list(string), ["null"]));
});
