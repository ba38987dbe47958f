import { fromBigInt, type NumberValue, parseNumber } from "../../value";
import { MsgpackError, type MsgpackReader } from "./reader";

/**
 * Reads a number in any of its forms.
 * @throws MsgpackError when it is none.
 */
export function readNumber(reader: MsgpackReader): NumberValue {
  const wire = reader.number();
  if (typeof wire === "bigint") return fromBigInt(wire);
  if (typeof wire === "number" && !Number.isNaN(wire)) return wire;
  try {
    return parseNumber(String(wire));
  } catch {
    throw new MsgpackError("a number has something else than digits");
  }
}
