import type { Type, Value } from "../value";
import type { DynamicValue } from "./generated/tfplugin6";
import { decodeValue } from "./msgpack/decode-value";
import { encodeValue } from "./msgpack/encode-value";
import { decodeStateJson } from "./state-json/decode-state-json";

const EMPTY = new Uint8Array();

/** Reads what core sent. An absent or empty value is null of the type. */
export function fromDynamicValue(type: Type, wire: DynamicValue | undefined): Value {
  if (wire === undefined) return null;
  if (wire.msgpack.length > 0) return decodeValue(type, wire.msgpack);
  return wire.json.length > 0 ? decodeStateJson(type, wire.json) : null;
}

/**
 * Makes what core is sent: always MessagePack, the one form that all versions read, and numbers as text. Core gives an
 * integer or a double fewer bits of precision than the same number in a state file, and Terraform 1.11 takes that for
 * a change.
 */
export function toDynamicValue(type: Type, value: Value): DynamicValue {
  return { msgpack: encodeValue(type, value, "text"), json: EMPTY };
}
