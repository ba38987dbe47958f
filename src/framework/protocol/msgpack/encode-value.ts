import {
  type Dynamic,
  isUnknown,
  type NumberValue,
  nfc,
  numberKey,
  type Type,
  typeToJson,
  type Unknown,
  type Value,
} from "../../value";
import { wireFields } from "./wire-fields";
import { MsgpackWriter } from "./writer";

/** Extension code of refined unknown values. */
export const REFINED_UNKNOWN = 12;

/** Knows besides how numbers are written. */
class ValueWriter extends MsgpackWriter {
  constructor(readonly numbers: NumberForm) {
    super();
  }
}

type Shape<K extends Type["kind"]> = Extract<Type, { readonly kind: K }>;

const PLAIN_UNKNOWN = Uint8Array.of(0xd4, 0x00, 0x00);

/** How numbers are written: each as core would write it, or all of them as decimal text. */
export type NumberForm = "core" | "text";

/** Writes a value of a type as MessagePack. The value has to fit its type: see `findMisfit`. */
export function encodeValue(type: Type, value: Value, numbers: NumberForm = "core"): Uint8Array {
  const writer = new ValueWriter(numbers);
  write(writer, type, value);
  return writer.finish();
}

const WRITERS: { readonly [K in Type["kind"]]: (writer: ValueWriter, type: never, value: never) => void } = {
  string: (writer, _type, value: string) => writer.string(nfc(value)),
  bool: (writer, _type, value: boolean) => writer.bool(value),
  number: (writer, _type, value: NumberValue) => writeNumber(writer, value),
  list: writeCollection,
  set: writeCollection,
  tuple: writeTuple,
  map: writeMap,
  object: writeObject,
  dynamic: writeDynamic,
};

function write(writer: ValueWriter, type: Type, value: Value): void {
  if (value === null) writer.nil();
  else if (isUnknown(value)) writeUnknown(writer, value);
  else WRITERS[type.kind](writer, type as never, value as never);
}

function writeUnknown(writer: ValueWriter, value: Unknown): void {
  if (value.refinements === null) writer.raw(PLAIN_UNKNOWN);
  else writer.extension(REFINED_UNKNOWN, value.refinements);
}

/** Like core: a 64-bit integer if possible, else a double that holds the number exactly, else text. */
function writeNumber(writer: ValueWriter, value: NumberValue): void {
  if (isSubnormal(value)) {
    writer.number(value);
    return;
  }
  if (writer.numbers === "text") {
    writer.string(numberKey(value));
    return;
  }
  if (typeof value === "number" && isDouble(value)) {
    writer.number(value);
    return;
  }
  const text = numberKey(value);
  const integer = SHORT_INTEGER.test(text) ? BigInt(text) : null;
  if (integer !== null && BigInt.asIntN(64, integer) === integer) writer.bigint(integer);
  else writer.string(text);
}

/** Whether JavaScript prints other digits for this double than core reads. */
function isSubnormal(value: NumberValue): value is number {
  return typeof value === "number" && value !== 0 && Math.abs(value) < 2 ** -1022;
}

const SHORT_INTEGER = /^-?\d{1,19}$/;

/** Whether a double equals its decimal text exactly: 2.5 does, 0.1 does not. */
function isDouble(value: number): boolean {
  if (Number.isSafeInteger(value) || !Number.isFinite(value)) return true;
  const decimals = /^-?\d+\.(\d+)$/.exec(String(value))?.[1]?.length ?? Number.POSITIVE_INFINITY;
  return Number.isSafeInteger(value * 2 ** decimals);
}

function writeCollection(writer: ValueWriter, type: Shape<"list">, items: readonly Value[]): void {
  writer.arrayHeader(items.length);
  for (const item of items) write(writer, type.element, item);
}

function writeTuple(writer: ValueWriter, type: Shape<"tuple">, items: readonly Value[]): void {
  writer.arrayHeader(type.elements.length);
  for (const [index, element] of type.elements.entries()) write(writer, element, items[index] ?? null);
}

function writeMap(writer: ValueWriter, type: Shape<"map">, map: ReadonlyMap<string, Value>): void {
  writer.mapHeader(map.size);
  for (const [key, item] of map) {
    writer.string(nfc(key));
    write(writer, type.element, item);
  }
}

/** Every attribute is present on the wire, null included: core refuses an object with one missing. */
function writeObject(
  writer: ValueWriter,
  type: Shape<"object">,
  object: Readonly<Record<string, Value>>,
): void {
  const fields = wireFields(type.attributes);
  writer.mapHeader(fields.length);
  for (const { name, type: inner, wireName } of fields) {
    writer.raw(wireName);
    write(writer, inner, object[name] ?? null);
  }
}

function writeDynamic(writer: ValueWriter, _type: Type, value: Dynamic): void {
  writer.arrayHeader(2);
  writer.binary(Buffer.from(JSON.stringify(typeToJson(value.type))));
  write(writer, value.type, value.value);
}
