import { type NumberBound, nfc, type Range } from "../../value";
import { MsgpackError, MsgpackReader } from "./reader";
import { readNumber } from "./wire-number";

type Writable = { -readonly [K in keyof Range]: Range[K] };

/** Refinements of an unknown value, by their number on the wire. */
const READERS: Readonly<Record<number, (reader: MsgpackReader, range: Writable) => void>> = {
  1: (reader, range) => {
    range.notNull = !reader.bool();
  },
  2: (reader, range) => {
    range.prefix = nfc(reader.string());
  },
  3: (reader, range) => {
    range.min = readBound(reader);
  },
  4: (reader, range) => {
    range.max = readBound(reader);
  },
  5: (reader, range) => {
    range.minLength = readLength(reader);
  },
  6: (reader, range) => {
    range.maxLength = readLength(reader);
  },
};

/**
 * Reads the refinements of an unknown value. Reading stops at the first refinement that this version does not know.
 * @throws MsgpackError when they are malformed.
 */
export function readRange(body: Uint8Array): Range {
  const reader = new MsgpackReader(body);
  const range: Writable = {
    notNull: false,
    prefix: null,
    min: null,
    max: null,
    minLength: null,
    maxLength: null,
  };
  const count = reader.mapHeader();
  for (let index = 0; index < count; index += 1) {
    const read = READERS[readLength(reader)];
    if (read === undefined) break;
    read(reader, range);
  }
  return range;
}

function readBound(reader: MsgpackReader): NumberBound {
  if (reader.arrayHeader() !== 2) throw new MsgpackError("a bound has to be a number and a bool");
  return { value: readNumber(reader), inclusive: reader.bool() };
}

function readLength(reader: MsgpackReader): number {
  const value = reader.number();
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new MsgpackError("a refinement has something else than an integer");
}
