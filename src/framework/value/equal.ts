import { type NumberValue, numberKey } from "./number";
import { type Type, typeToJson } from "./type";
import { Dynamic, isMap, isUnknown, type ObjectValue, type Unknown, type Value } from "./value";

/** Whether two values of one type are the same: strings by NFC, numbers by their digits, sets in any order. */
export function equal(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b) && sameRefinements(a, b);
  switch (type.kind) {
    case "string":
      return typeof a === "string" && typeof b === "string" && a.normalize() === b.normalize();
    case "number":
      return numberKey(a as NumberValue) === numberKey(b as NumberValue);
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
      return Object.entries(type.attributes).every(([name, t]) =>
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
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const type = typeAt(index);
      return type !== undefined && equal(type, item, right[index] ?? null);
    })
  );
}

function sameSet(element: Type, a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  const left = a.map((item) => valueKey(element, item)).sort();
  const right = b.map((item) => valueKey(element, item)).sort();
  return left.every((key, index) => key === right[index]);
}

function sameMap(element: Type, a: Value, b: Value): boolean {
  if (!isMap(a) || !isMap(b) || a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !equal(element, value, other)) return false;
  }
  return true;
}

function sameDynamic(a: Value, b: Value): boolean {
  if (!(a instanceof Dynamic) || !(b instanceof Dynamic)) return false;
  return sameType(a.type, b.type) && equal(a.type, a.value, b.value);
}

/** Whether two types are the same. */
export function sameType(a: Type, b: Type): boolean {
  return a === b || canonicalType(a) === canonicalType(b);
}

function canonicalType(type: Type): string {
  if (type.kind !== "object") return JSON.stringify(typeToJson(type));
  const names = Object.keys(type.attributes).sort();
  return `{${names.map((name) => `${name}:${canonicalType(type.attributes[name] as Type)}`).join()}}`;
}

/** A text that is the same for equal values of a type and differs for different ones; sets are compared by it. */
export function valueKey(type: Type, value: Value): string {
  if (value === null) return "null";
  if (isUnknown(value)) {
    return value.refinements === null ? "?" : `?${Buffer.from(value.refinements).toString("hex")}`;
  }
  switch (type.kind) {
    case "string":
      return JSON.stringify((value as string).normalize());
    case "number":
      return numberKey(value as NumberValue);
    case "bool":
      return String(value);
    case "list":
      return `[${(value as readonly Value[]).map((item) => valueKey(type.element, item)).join()}]`;
    case "set":
      return `[${(value as readonly Value[])
        .map((item) => valueKey(type.element, item))
        .sort()
        .join()}]`;
    case "tuple":
      return `[${type.elements.map((t, index) => valueKey(t, (value as readonly Value[])[index] ?? null)).join()}]`;
    case "map":
      return `{${[...(value as ReadonlyMap<string, Value>)]
        .map(([key, item]) => `${JSON.stringify(key)}:${valueKey(type.element, item)}`)
        .sort()
        .join()}}`;
    case "object":
      return `{${Object.keys(type.attributes)
        .sort()
        .map(
          (name) =>
            `${name}:${valueKey(type.attributes[name] as Type, (value as ObjectValue)[name] ?? null)}`,
        )
        .join()}}`;
    case "dynamic": {
      const { type: inner, value: known } = value as Dynamic;
      return `<${canonicalType(inner)}>${valueKey(inner, known)}`;
    }
  }
}
