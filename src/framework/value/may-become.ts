import { nfc } from "./nfc";
import { compareNumbers, ExactNumber, type NumberValue } from "./number";
import type { NumberBound, Range } from "./range";
import { isMap, type Unknown, type Value } from "./value";

/** Whether an unknown value may become this one, given its refinements. */
export function mayBecome({ range }: Unknown, value: Value): boolean {
  if (range === null) return true;
  if (value === null) return !range.notNull;
  if (typeof value === "string") return nfc(value).startsWith(range.prefix ?? "");
  if (typeof value === "number" || value instanceof ExactNumber) return isWithin(range, value);
  if (!Array.isArray(value) && !isMap(value)) return true;
  const length = Array.isArray(value) ? value.length : (value as ReadonlyMap<string, Value>).size;
  return length >= (range.minLength ?? 0) && length <= (range.maxLength ?? Number.POSITIVE_INFINITY);
}

function isWithin({ min, max }: Range, value: NumberValue): boolean {
  return (
    (min === null || isBeyond(compareNumbers(value, min.value), min)) &&
    (max === null || isBeyond(compareNumbers(max.value, value), max))
  );
}

function isBeyond(order: number, { inclusive }: NumberBound): boolean {
  return order > 0 || (inclusive && order === 0);
}

/** The smallest and the largest number of elements that an unknown collection may have. */
export function lengthOf({ range }: Unknown): readonly [number, number] {
  return [range?.minLength ?? 0, range?.maxLength ?? Number.POSITIVE_INFINITY];
}
