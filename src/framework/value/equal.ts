import { entriesOf } from "./entries";
import { nfc } from "./nfc";
import { type NumberValue, sameNumber } from "./number";
import type { Type } from "./type";
import { Dynamic, isMap, isUnknown, type ObjectValue, type Unknown, type Value } from "./value";
import { sameType, setKeys } from "./value-key";

/** Whether two values of one type are the same: strings by NFC, numbers by their digits, sets in any order. */
export function equal(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b) && sameRefinements(a, b);
  switch (type.kind) {
    case "string":
      return typeof a === "string" && typeof b === "string" && nfc(a) === nfc(b);
    case "number":
      return sameNumber(a as NumberValue, b as NumberValue);
    case "bool":
      return false;
    case "list":
      return sameItems(a, b, () => type.element);
    case "tuple":
      return sameItems(a, b, (index) => type.elements[index]);
    case "set":
      return sameSet(type.element, a as readonly Value[], b as readonly Value[]);
    case "map":
      return sameMap(type.element, a, b);
    case "object":
      return entriesOf(type.attributes).every(([name, t]) =>
        equal(t, (a as ObjectValue)[name] ?? null, (b as ObjectValue)[name] ?? null),
      );
    case "dynamic":
      return sameDynamic(a, b);
  }
}

function sameRefinements(a: Unknown, b: Unknown): boolean {
  if (a.refinements === null || b.refinements === null) return a.refinements === b.refinements;
  return Buffer.compare(a.refinements, b.refinements) === 0;
}

function sameItems(a: Value, b: Value, typeAt: (index: number) => Type | undefined): boolean {
  const [left, right] = [a as readonly Value[], b as readonly Value[]];
  if (left.length !== right.length) return false;
  for (const [index, item] of left.entries()) {
    const type = typeAt(index);
    if (type === undefined || !equal(type, item, right[index] ?? null)) return false;
  }
  return true;
}

function sameSet(element: Type, a: readonly Value[], b: readonly Value[]): boolean {
  const [left, right] = [setKeys(element, a), setKeys(element, b)];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

function sameMap(element: Type, a: Value, b: Value): boolean {
  if (!isMap(a) || !isMap(b) || a.size !== b.size) return false;
  const other = withNormalKeys(b);
  for (const [key, value] of withNormalKeys(a)) {
    const found = other.get(key);
    if (found === undefined || !equal(element, value, found)) return false;
  }
  return true;
}

/** A map as core sees it, with its keys in NFC. */
export function withNormalKeys(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  for (const key of map.keys()) {
    if (key !== nfc(key)) return new Map([...map].map(([name, item]) => [nfc(name), item]));
  }
  return map;
}

function sameDynamic(a: Value, b: Value): boolean {
  if (!(a instanceof Dynamic) || !(b instanceof Dynamic)) return false;
  return sameType(a.type, b.type) && equal(a.type, a.value, b.value);
}
