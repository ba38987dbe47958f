import {
  Dynamic,
  ExactNumber,
  isMap,
  isPlainObject,
  isUnknown,
  isWhollyKnown,
  objectValue,
  types,
  UNKNOWN,
  Unknown,
  type Value,
  valueMap,
  withoutUnknown,
} from "../../../src/framework/value";

test("null, nothing and UNKNOWN are three things", () => {
  expect([null, undefined, UNKNOWN, new Unknown(Uint8Array.of(1))].map(isUnknown)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test.each<[string, (value: Unknown) => unknown]>([
  ["text", (value) => `arn:${value}`],
  ["a sum", (value) => 1 + (value as never)],
  ["a comparison", (value) => (value as never) < 1],
  ["String()", String],
  ["Number()", Number],
  ["toString", (value) => value.toString()],
  ["JSON", (value) => JSON.stringify({ a: [value] })],
])("used as if it were known, an unknown value throws and names isUnknown: %s", (_way, use) => {
  expect(() => use(UNKNOWN)).toThrow("isUnknown");
});

test("a map and an exact number keep what they hold as JSON", () => {
  const map = valueMap<Value>([
    ["k", new ExactNumber("12345678901234567890")],
    ["__proto__", "x"],
  ]);
  expect(JSON.stringify({ map })).toBe('{"map":{"k":"12345678901234567890","__proto__":"x"}}');
  expect(map).toEqual(new Map(map));
});

test("objects are told from maps, arrays and the framework's own values", () => {
  const yes = [{}, Object.create(null), objectValue([["a", 1]])];
  const no = [null, "x", [], new Map(), UNKNOWN, new ExactNumber("1"), new Dynamic(types.string, "x")];
  expect(yes.every(isPlainObject)).toBe(true);
  expect(no.some(isPlainObject)).toBe(false);
  expect([new Map(), {}, [], new Set(), null].map(isMap)).toEqual([true, false, false, false, false]);
});

test("an object may have attributes that every JavaScript object has", () => {
  const object = objectValue([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  expect(Object.entries(object)).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
});

const KNOWN: Value[] = [null, "x", 1, false, new ExactNumber("1"), [], new Map(), objectValue([])];
const UNCERTAIN: Value[] = [
  UNKNOWN,
  [UNKNOWN],
  ["x", [null, UNKNOWN]],
  new Map<string, Value>([["a", UNKNOWN]]),
  objectValue([["a", new Map([["b", UNKNOWN]])]]),
  new Dynamic(types.string, UNKNOWN),
];

test("a value is wholly known only when every part of it is", () => {
  expect(KNOWN.every(isWhollyKnown)).toBe(true);
  expect(UNCERTAIN.some(isWhollyKnown)).toBe(false);
});

test("unknown parts can be made null, at any depth, and what is known stays the very same", () => {
  expect(UNCERTAIN.map(withoutUnknown)).toEqual([
    null,
    [null],
    ["x", [null, null]],
    new Map([["a", null]]),
    { a: new Map([["b", null]]) },
    new Dynamic(types.string, null),
  ]);
  for (const value of KNOWN) expect(withoutUnknown(value)).toBe(value);
});
