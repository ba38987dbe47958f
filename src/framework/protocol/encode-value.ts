import {
  type Dynamic,
  ExactNumber,
  isUnknown,
  type Type,
  typeToJson,
  type Unknown,
  type Value,
} from "../value";
import { MsgpackWriter } from "./msgpack-writer";

/** Extension code of refined unknown values. */
export const REFINED_UNKNOWN = 12;
const PLAIN_UNKNOWN = Uint8Array.of(0xd4, 0x00, 0x00);

/** Writes a value of a type as MessagePack. The value has to fit its type: see `findMisfit`. */
export function encodeValue(type: Type, value: Value): Uint8Array {
  const writer = new MsgpackWriter();
  write(writer, type, value);
  return writer.finish();
}

function write(writer: MsgpackWriter, type: Type, value: Value): void {
  if (value === null) return writer.nil();
  if (isUnknown(value)) return writeUnknown(writer, value);
  switch (type.kind) {
    case "string":
      return writer.string((value as string).normalize());
    case "bool":
      return writer.bool(value as boolean);
    case "number":
      return value instanceof ExactNumber ? writer.string(value.text) : writer.number(value as number);
    case "list":
    case "set":
      return writeItems(writer, value as readonly Value[], () => type.element);
    case "tuple":
      return writeItems(writer, value as readonly Value[], (index) => type.elements[index] as Type);
    case "map":
      return writeMap(writer, type.element, value as ReadonlyMap<string, Value>);
    case "object":
      return writeObject(writer, type.attributes, value as Readonly<Record<string, Value>>);
    case "dynamic":
      return writeDynamic(writer, value as Dynamic);
  }
}

function writeUnknown(writer: MsgpackWriter, value: Unknown): void {
  if (value.refinements === null) writer.raw(PLAIN_UNKNOWN);
  else writer.extension(REFINED_UNKNOWN, value.refinements);
}

function writeItems(writer: MsgpackWriter, items: readonly Value[], typeAt: (index: number) => Type): void {
  writer.arrayHeader(items.length);
  for (const [index, item] of items.entries()) write(writer, typeAt(index), item);
}

function writeMap(writer: MsgpackWriter, element: Type, map: ReadonlyMap<string, Value>): void {
  writer.mapHeader(map.size);
  for (const [key, item] of map) {
    writer.string(key.normalize());
    write(writer, element, item);
  }
}

/** Every attribute is present on the wire, null included: core refuses an object with one missing. */
function writeObject(
  writer: MsgpackWriter,
  attributes: Readonly<Record<string, Type>>,
  object: Readonly<Record<string, Value>>,
): void {
  const entries = Object.entries(attributes);
  writer.mapHeader(entries.length);
  for (const [name, type] of entries) {
    writer.string(name);
    write(writer, type, object[name] ?? null);
  }
}

function writeDynamic(writer: MsgpackWriter, value: Dynamic): void {
  writer.arrayHeader(2);
  writer.binary(Buffer.from(JSON.stringify(typeToJson(value.type))));
  write(writer, value.type, value.value);
}
