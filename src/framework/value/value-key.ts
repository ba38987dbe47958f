import { nfc } from "./nfc";
import { type NumberValue, numberKey } from "./number";
import type { Type } from "./type";
import { type Dynamic, isUnknown, isWhollyKnown, type ObjectValue, type Value } from "./value";

/** Whether two types are equal. The order of attributes does not matter. */
export function sameType(a: Type, b: Type): boolean {
  return a === b || (conformsTo(a, b) && conformsTo(b, a));
}

/** Whether a value of one type is accepted for another: the types are equal, or the accepting type is dynamic. */
export function conformsTo(type: Type, wanted: Type): boolean {
  if (wanted.kind === "dynamic") return true;
  switch (wanted.kind) {
    case "list":
    case "set":
    case "map":
      return type.kind === wanted.kind && conformsTo(type.element, wanted.element);
    case "tuple":
      return type.kind === "tuple" && allConform(type.elements, wanted.elements);
    case "object": {
      if (type.kind !== "object") return false;
      const names = Object.keys(wanted.attributes).sort();
      if (names.join("\n") !== Object.keys(type.attributes).sort().join("\n")) return false;
      const typesOf = (from: Type & { kind: "object" }) => names.map((name) => from.attributes[name] as Type);
      return allConform(typesOf(type), typesOf(wanted));
    }
    default:
      return type.kind === wanted.kind;
  }
}

function allConform(types: readonly Type[], wanted: readonly Type[]): boolean {
  return (
    types.length === wanted.length &&
    types.every((type, index) => conformsTo(type, wanted[index] ?? { kind: "dynamic" }))
  );
}

function typeKey(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${typeKey(type.element)})`;
    case "tuple":
      return `tuple(${type.elements.map(typeKey).join()})`;
    case "object":
      return attributeKeys(type.attributes, typeKey);
    default:
      return type.kind;
  }
}

/** A key of a value: equal values of a type have the same key, different values have different keys. Sets use it. */
export function valueKey(type: Type, value: Value): string {
  if (value === null) return "null";
  if (isUnknown(value)) {
    return value.refinements === null ? "?" : `?${Buffer.from(value.refinements).toString("hex")}`;
  }
  switch (type.kind) {
    case "string":
      return JSON.stringify(nfc(value as string));
    case "number":
      return numberKey(value as NumberValue);
    case "bool":
      return String(value);
    case "list":
      return `[${(value as readonly Value[]).map((item) => valueKey(type.element, item)).join()}]`;
    case "set":
      return `[${setKeys(type.element, value as readonly Value[]).join()}]`;
    case "tuple":
      return `[${type.elements.map((t, index) => valueKey(t, (value as readonly Value[])[index] ?? null)).join()}]`;
    case "map":
      return `{${mapKeys(type.element, value as ReadonlyMap<string, Value>).join()}}`;
    case "object":
      return attributeKeys(type.attributes, (t, name) => valueKey(t, (value as ObjectValue)[name] ?? null));
    case "dynamic": {
      const { type: inner, value: known } = value as Dynamic;
      return `<${typeKey(inner)}>${valueKey(inner, known)}`;
    }
  }
}

/** The sorted keys of a set's elements. Only elements that are not wholly known can share a key. */
export function setKeys(element: Type, items: readonly Value[]): readonly string[] {
  return distinctEntries(element, items)
    .map(([key]) => key)
    .sort();
}

/**
 * Removes duplicates from the items of a set. As in cty, an element that is not wholly known never equals another one:
 * two that look alike may become different values.
 */
export function distinctItems(element: Type, items: readonly Value[]): readonly Value[] {
  const entries = distinctEntries(element, items);
  return entries.length === items.length ? items : entries.map(([, item]) => item);
}

function distinctEntries(element: Type, items: readonly Value[]): readonly (readonly [string, Value])[] {
  const seen = new Set<string>();
  return items
    .map((item) => [valueKey(element, item), item] as const)
    .filter(([key, item]) => {
      if (seen.has(key)) return !isWhollyKnown(item);
      seen.add(key);
      return true;
    });
}

function mapKeys(element: Type, map: ReadonlyMap<string, Value>): readonly string[] {
  return [...map].map(([key, item]) => `${JSON.stringify(nfc(key))}:${valueKey(element, item)}`).sort();
}

function attributeKeys(
  attributes: Readonly<Record<string, Type>>,
  keyOf: (type: Type, name: string) => string,
): string {
  const names = Object.keys(attributes).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(attributes[name] as Type, name)}`).join()}}`;
}
