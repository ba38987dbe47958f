import { decodeValue } from "../../../../src/framework/protocol/msgpack/decode-value";
import {
  Dynamic,
  ExactNumber,
  type Type,
  types,
  UNKNOWN,
  type Unknown,
  type Value,
} from "../../../../src/framework/value";
import { fromHex, refined } from "../hex";

const { string, number, bool, list, set, map, object, tuple, dynamic } = types;
const point = object({ x: number, y: number });

test.each<[string, Type, string, Value]>([
  ["null", string, "c0", null],
  ["null of an object", point, "c0", null],
  ["true", bool, "c3", true],
  ["false", bool, "c2", false],
  ["a short string", string, "a2 'hi'", "hi"],
  ["an empty string", string, "a0", ""],
  ["a string with a one-byte size", string, `d9 20 '${"x".repeat(32)}'`, "x".repeat(32)],
  ["a string with a two-byte size", string, "da 00 01 'x'", "x"],
  ["a string with a four-byte size", string, "db 00 00 00 01 'x'", "x"],
  ["a string in many bytes per character", string, "a4 f0 9f 98 80", "\u{1f600}"],
  ["a decomposed string, which becomes composed", string, "a3 65 cc 81", "\u00e9"],
  ["0", number, "00", 0],
  ["127", number, "7f", 127],
  ["-1", number, "ff", -1],
  ["-32", number, "e0", -32],
  ["200 as uint8", number, "cc c8", 200],
  ["65535 as uint16", number, "cd ff ff", 65_535],
  ["4294967295 as uint32", number, "ce ff ff ff ff", 4_294_967_295],
  ["2^53-1 as uint64", number, "cf 00 1f ff ff ff ff ff ff", Number.MAX_SAFE_INTEGER],
  ["2^53+1 as uint64", number, "cf 00 20 00 00 00 00 00 01", new ExactNumber("9007199254740993")],
  ["2^64-1 as uint64", number, "cf ff ff ff ff ff ff ff ff", new ExactNumber("18446744073709551615")],
  ["-100 as int8", number, "d0 9c", -100],
  ["-1000 as int16", number, "d1 fc 18", -1000],
  ["-100000 as int32", number, "d2 ff fe 79 60", -100_000],
  ["-1 as int64", number, "d3 ff ff ff ff ff ff ff ff", -1],
  ["-2^63 as int64", number, "d3 80 00 00 00 00 00 00 00", new ExactNumber("-9223372036854775808")],
  ["2.5 as float64", number, "cb 40 04 00 00 00 00 00 00", 2.5],
  ["2.5 as float32", number, "ca 40 20 00 00", 2.5],
  ["0.1, which comes as text", number, "a3 '0.1'", 0.1],
  [
    "25 digits, which come as text",
    number,
    "bb '0.1234567890123456789012345'",
    new ExactNumber("0.1234567890123456789012345"),
  ],
  [
    "20 digits, which come as text",
    number,
    "b4 '12345678901234567890'",
    new ExactNumber("12345678901234567890"),
  ],
  ["an unknown value", string, "d4 00 00", UNKNOWN],
  ["an unknown object", point, "d4 00 00", UNKNOWN],
  ["an unknown value in an extension of another code", string, "d4 63 00", UNKNOWN],
  [
    "an unknown value in a longer extension",
    string,
    "d8 05 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f",
    UNKNOWN,
  ],
  ["a refined unknown", string, "c7 09 0c 82 01 c2 02 a4 'pre-'", refined("82 01 c2 02 a4 'pre-'")],
  ["a refined unknown in the two-byte form", string, "c8 00 03 0c 81 01 c2", refined("81 01 c2")],
  ["a refined unknown in a fixed form", string, "d5 0c 80 c0", refined("80 c0")],
  ["an empty list", list(string), "90", []],
  ["a list", list(string), "92 a1 'a' c0", ["a", null]],
  ["a list with an unknown element", list(string), "92 a1 'a' d4 00 00", ["a", UNKNOWN]],
  ["a list with a two-byte size", list(number), "dc 00 01 05", [5]],
  ["a list with a four-byte size", list(number), "dd 00 00 00 01 05", [5]],
  ["a set", set(number), "92 02 01", [2, 1]],
  [
    "a set with repeated elements, which fall together",
    set(number),
    "93 01 02 cb 3f f0 00 00 00 00 00 00",
    [1, 2],
  ],
  ["a set of unknown values, which stay apart", set(string), "92 d4 00 00 d4 00 00", [UNKNOWN, UNKNOWN]],
  [
    "a set of objects that are known in part, which stay apart",
    set(object({ x: number })),
    "93 81 a1 'x' d4 00 00 81 a1 'x' 01 81 a1 'x' d4 00 00",
    [{ x: UNKNOWN }, { x: 1 }, { x: UNKNOWN }],
  ],
  ["an empty map", map(string), "80", new Map()],
  [
    "a map",
    map(number),
    "82 a1 'b' 01 a1 'a' 02",
    new Map([
      ["b", 1],
      ["a", 2],
    ]),
  ],
  ["a map with a two-byte size", map(number), "de 00 01 a1 'a' 02", new Map([["a", 2]])],
  ["a map with a four-byte size", map(number), "df 00 00 00 01 a1 'a' 02", new Map([["a", 2]])],
  [
    "a map with keys that JavaScript knows",
    map(number),
    "83 a9 '__proto__' 01 ab 'constructor' 02 a1 '1' 03",
    new Map([
      ["__proto__", 1],
      ["constructor", 2],
      ["1", 3],
    ]),
  ],
  ["a map whose key is decomposed", map(number), "81 a3 65 cc 81 01", new Map([["\u00e9", 1]])],
  ["an object", point, "82 a1 'x' 01 a1 'y' c0", { x: 1, y: null }],
  ["an object in another order than its type", point, "82 a1 'y' 02 a1 'x' 01", { x: 1, y: 2 }],
  ["an object that leaves its first attribute out", point, "81 a1 'y' 02", { x: null, y: 2 }],
  ["an object with the size of a name in a longer form", point, "82 d9 01 'x' 01 a1 'y' 02", { x: 1, y: 2 }],
  ["an object that leaves an attribute out", point, "81 a1 'x' 01", { x: 1, y: null }],
  ["a tuple", tuple([string, bool]), "92 a1 'a' c3", ["a", true]],
  ["a dynamic string", dynamic, `92 c4 08 '"string"' a1 'a'`, new Dynamic(string, "a")],
  ["a dynamic value of known type", dynamic, `92 c4 08 '"string"' d4 00 00`, new Dynamic(string, UNKNOWN)],
  ["a dynamic null with a type", dynamic, `92 c4 08 '"string"' c0`, new Dynamic(string, null)],
  ["a dynamic null", dynamic, "c0", null],
  ["a dynamic unknown", dynamic, "d4 00 00", UNKNOWN],
  ["a dynamic list", dynamic, `92 c4 11 '["list","number"]' 91 01`, new Dynamic(list(number), [1])],
  ["a dynamic value with a two-byte type", dynamic, `92 c5 00 06 '"bool"' c3`, new Dynamic(bool, true)],
])("%s", (_what, type, hex, value) => {
  expect(decodeValue(type, fromHex(hex))).toEqual(value);
});

test("an object may have attributes with names that JavaScript knows", () => {
  const type = object({ ["__proto__"]: string, constructor: string, toString: string });
  const value = decodeValue(type, fromHex("82 a9 '__proto__' a1 'a' ab 'constructor' a1 'b'"));
  expect(Object.entries(value as object)).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
    ["toString", null],
  ]);
  expect(Object.getPrototypeOf(value)).toBeNull();
});

test("what is said of an unknown value outlives the message it came in", () => {
  const bytes = fromHex("c7 03 0c 81 01 c2");
  const value = decodeValue(string, bytes) as Unknown;
  bytes.fill(0);
  expect(value.refinements).toEqual(Uint8Array.from([0x81, 0x01, 0xc2]));
});

test.each<[string, Type, string, string]>([
  ["no bytes at all", string, "", "ends too early"],
  ["a string cut off", string, "a5 'abc'", "ends too early"],
  ["a size cut off", string, "da 00", "ends too early"],
  ["a number cut off", number, "cd 01", "ends too early"],
  ["a list cut off", list(number), "93 01 02", "ends too early"],
  ["a list of four billion elements that are not there", list(number), "dd ff ff ff ff", "ends too early"],
  ["a map cut off", map(number), "82 a1 'a' 01", "ends too early"],
  ["an extension cut off", string, "c7 09 0c 82", "ends too early"],
  ["bytes after the value", string, "a1 'a' 00", "goes on after the value"],
  ["a number for a string", string, "01", "expected a string at byte 0, found code 0x1"],
  ["a string for a bool", bool, "a1 'a'", "expected a bool"],
  ["a bool for a number", number, "c3", "expected a number"],
  ["words for a number", number, "a5 'seven'", "something else than digits"],
  ["a text that is no UTF-8", string, "a2 'a' c0", "no valid UTF-8"],
  ["refinements that are no map", string, "d5 0c 01 02", "expected a map"],
  ["a refinement of another type", string, "c7 03 0c 81 01 05", "expected a bool"],
  ["a bound of one part", number, "c7 04 0c 81 03 91 01", "a number and a bool"],
  ["no number", number, "cb 7f f8 00 00 00 00 00 00", "something else than digits"],
  ["a map for a list", list(number), "80", "expected an array"],
  ["a list for a map", map(number), "90", "expected a map"],
  ["a number as a key", map(number), "81 01 01", "expected a string"],
  ["an attribute too many", point, "81 a1 'z' 01", "an attribute z that its type lacks"],
  [
    "an attribute that only JavaScript knows",
    point,
    "81 ab 'constructor' 01",
    "constructor that its type lacks",
  ],
  ["a tuple too short", tuple([string, bool]), "91 a1 'a'", "another number of elements"],
  ["a tuple too long", tuple([string]), "92 a1 'a' a1 'b'", "another number of elements"],
  ["a dynamic value alone", dynamic, "91 c4 00", "a type and a value"],
  ["a dynamic value with a string for its type", dynamic, `92 a8 '"string"' a1 'a'`, "expected binary data"],
  ["a dynamic value of no type", dynamic, `92 c4 05 '"bag"' a1 'a'`, "no type that can be read"],
  ["a dynamic value whose type is no JSON", dynamic, "92 c4 03 'bag' a1 'a'", "no type that can be read"],
  ["an unused code", string, "c1", "expected a string"],
])("%s is refused", (_what, type, hex, message) => {
  let error: unknown;
  try {
    decodeValue(type, fromHex(hex));
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: "MsgpackError", message: expect.stringContaining(message) });
});
