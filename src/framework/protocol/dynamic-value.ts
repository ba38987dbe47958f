import type { Type, Value } from "../value";
import type { DynamicValue } from "./generated/tfplugin6";
import { decodeValue } from "./msgpack/decode-value";
import { encodeValue } from "./msgpack/encode-value";
import { decodeStateJson } from "./state-json/decode-state-json";

const EMPTY = new Uint8Array();

/** Decodes a value from core. A missing or empty value is null. */
export function fromDynamicValue(type: Type, wire: DynamicValue | undefined): Value {
  if (wire === undefined) return null;
  if (wire.msgpack.length > 0) return decodeValue(type, wire.msgpack);
  return wire.json.length > 0 ? decodeStateJson(type, wire.json) : null;
}

/**
 * Encodes a value for core: as MessagePack, which all versions read, with numbers as text. Core reads an integer or a
 * double with less precision than the same number in a state file, and Terraform 1.11 reports the difference as a
 * change.
 */
export function toDynamicValue(type: Type, value: Value): DynamicValue {
  return { msgpack: encodeValue(type, value, "text"), json: EMPTY };
}
