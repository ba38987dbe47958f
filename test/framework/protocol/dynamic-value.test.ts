import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import { Dynamic, ExactNumber, type Type, types, type Value } from "../../../src/framework/value";
import { fromHex, toHex } from "./hex";

const NONE = new Uint8Array();

test("a value that is absent or empty is null", () => {
  expect(fromDynamicValue(types.string, undefined)).toBeNull();
  expect(fromDynamicValue(types.string, { msgpack: NONE, json: NONE })).toBeNull();
});

test("MessagePack is read, and JSON where that is all there is", () => {
  expect(fromDynamicValue(types.string, { msgpack: fromHex("a1 'a'"), json: NONE })).toBe("a");
  expect(fromDynamicValue(types.string, { msgpack: NONE, json: Buffer.from('"a"') })).toBe("a");
  expect(fromDynamicValue(types.string, { msgpack: fromHex("a1 'a'"), json: Buffer.from('"b"') })).toBe("a");
});

test("what is sent is MessagePack, null too", () => {
  const wire = toDynamicValue(types.list(types.string), null);
  expect([toHex(wire.msgpack), wire.json.length]).toEqual(["c0", 0]);
});

test.each<[Type, Value, string]>([
  [types.number, 5, "a1 '5'"],
  [types.number, -2.5, "a4 '-2.5'"],
  [types.number, new ExactNumber("12345678901234567890"), "b4 '12345678901234567890'"],
  [types.set(types.number), [1], "91 a1 '1'"],
  [types.dynamic, new Dynamic(types.number, 1), `92 c4 08 '"number"' a1 '1'`],
])("numbers are sent as text, at any depth: case %#", (type, value, bytes) => {
  expect(toHex(toDynamicValue(type, value).msgpack)).toBe(toHex(fromHex(bytes)));
});
