import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import { types } from "../../../src/framework/value";
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
