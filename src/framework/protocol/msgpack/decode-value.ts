import {
  Dynamic,
  distinctItems,
  nfc,
  type Type,
  typeFromJson,
  UNKNOWN,
  Unknown,
  type Value,
  valueMap,
} from "../../value";
import { isStackOverflow } from "../stack-overflow";
import { REFINED_UNKNOWN } from "./encode-value";
import { type Extension, MsgpackError, MsgpackReader } from "./reader";
import { readRange } from "./refinements";
import { type WireField, wireFields } from "./wire-fields";
import { readNumber } from "./wire-number";

/**
 * Reads a value of a type from MessagePack.
 * @throws MsgpackError when the bytes are not of that type.
 */
export function decodeValue(type: Type, bytes: Uint8Array): Value {
  const reader = new MsgpackReader(bytes);
  const value = readNested(reader, type);
  if (!reader.atEnd) throw new MsgpackError("the message goes on after the value");
  return value;
}

/** Only a dynamic value can be nested without limit, because it carries its own type. */
function readNested(reader: MsgpackReader, type: Type): Value {
  try {
    return read(reader, type);
  } catch (cause) {
    if (isStackOverflow(cause)) throw new MsgpackError("the value is nested too deeply", { cause });
    throw cause;
  }
}

function read(reader: MsgpackReader, type: Type): Value {
  if (reader.tryNil()) return null;
  const extension = reader.tryExtension();
  if (extension !== undefined) return readUnknown(extension);
  switch (type.kind) {
    case "string":
      return nfc(reader.string());
    case "bool":
      return reader.bool();
    case "number":
      return readNumber(reader);
    case "list":
      return readItems(reader, type.element);
    case "set":
      return distinctItems(type.element, readItems(reader, type.element));
    case "tuple":
      return readTuple(reader, type.elements);
    case "map":
      return readMap(reader, type.element);
    case "object":
      return readObject(reader, type.attributes);
    case "dynamic":
      return readDynamic(reader);
  }
}

/** Every extension is an unknown value. A body of more than one byte holds its refinements. */
function readUnknown({ type, body }: Extension): Unknown {
  if (type !== REFINED_UNKNOWN || body.length <= 1) return UNKNOWN;
  return new Unknown(Uint8Array.from(body), readRange(body));
}

function readItems(reader: MsgpackReader, element: Type): readonly Value[] {
  const length = reader.arrayHeader();
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) items.push(read(reader, element));
  return items;
}

function readTuple(reader: MsgpackReader, elements: readonly Type[]): readonly Value[] {
  if (reader.arrayHeader() !== elements.length) {
    throw new MsgpackError("a tuple has another number of elements than its type");
  }
  return elements.map((element) => read(reader, element));
}

function readMap(reader: MsgpackReader, element: Type): ReadonlyMap<string, Value> {
  const length = reader.mapHeader();
  const map = valueMap<Value>();
  for (let index = 0; index < length; index += 1) map.set(nfc(reader.string()), read(reader, element));
  return map;
}

function readObject(reader: MsgpackReader, attributes: Readonly<Record<string, Type>>): Value {
  const length = reader.mapHeader();
  const fields = wireFields(attributes);
  const object: Record<string, Value> = Object.create(null);
  for (const { name } of fields) object[name] = null;
  for (let index = 0; index < length; index += 1) {
    const { name, type } = nextField(reader, attributes, fields[index]);
    object[name] = read(reader, type);
  }
  return object;
}

/** The attribute whose name comes next. If it is the expected one, its name is compared as bytes and not decoded. */
function nextField(
  reader: MsgpackReader,
  attributes: Readonly<Record<string, Type>>,
  expected: WireField | undefined,
): Pick<WireField, "name" | "type"> {
  if (expected !== undefined && reader.trySame(expected.wireName)) return expected;
  const name = reader.string();
  const type = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (type === undefined) throw new MsgpackError(`the object has an attribute ${name} that its type lacks`);
  return { name, type };
}

function readDynamic(reader: MsgpackReader): Value {
  if (reader.arrayHeader() !== 2) throw new MsgpackError("a dynamic value has to be a type and a value");
  const type = readType(reader);
  return new Dynamic(type, read(reader, type));
}

function readType(reader: MsgpackReader): Type {
  const json = Buffer.from(reader.binary()).toString("utf8");
  try {
    return typeFromJson(JSON.parse(json));
  } catch (cause) {
    throw new MsgpackError("a dynamic value has no type that can be read", { cause });
  }
}
