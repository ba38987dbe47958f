import { type Attribute, absentValue, type Schema } from "../../../src/framework/schema";
import { nestedObjects } from "../../../src/framework/schema/nested";
import {
  Dynamic,
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  objectValue,
  type Type,
  type Value,
} from "../../../src/framework/value";

/** An object as it is written in a test: attributes that are left out are null. */
export type Written = { readonly [name: string]: unknown };

/** Fills in the attributes that a test left out. A map of objects may be written as a plain object. */
export function complete(schema: Schema, written: Written): ObjectValue {
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => [
      name,
      completeValue(attribute, (written[name] ?? absentValue(attribute)) as Value),
    ]),
  );
}

function completeValue(attribute: Attribute, value: Value): Value {
  if (attribute.kind === "typed" || value === null || isUnknown(value)) return value;
  const inner = (item: Value) => (isPlainObject(item) ? complete(attribute.attributes, item) : item);
  if (Array.isArray(value)) return (value as readonly Value[]).map(inner);
  const entries = isMap(value) ? [...value] : attribute.nesting === "map" ? Object.entries(value) : null;
  return entries === null ? inner(value) : new Map(entries.map(([key, item]) => [key, inner(item as Value)]));
}

/**
 * What core proposes before it asks for a plan: the configured values, and prior ones where a computed attribute is
 * not configured. In nested attributes too, element by element; sets are taken from the configuration as they are.
 */
export function propose(schema: Schema, config: ObjectValue, prior: ObjectValue | null): ObjectValue {
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => [
      name,
      proposeValue(attribute, config[name] ?? null, prior?.[name] ?? null),
    ]),
  );
}

function proposeValue(attribute: Attribute, config: Value, prior: Value): Value {
  if (isNull(config)) return isComputed(attribute) && !wasConfigured(attribute, prior) ? prior : config;
  if (attribute.kind === "typed" || isUnknown(config) || attribute.nesting === "set") return config;
  const inner = (item: Value, before: Value | undefined) =>
    isPlainObject(item) ? propose(attribute.attributes, item, isPlainObject(before) ? before : null) : item;
  if (Array.isArray(config)) {
    return (config as readonly Value[]).map((item, index) =>
      inner(item, Array.isArray(prior) ? (prior as readonly Value[])[index] : null),
    );
  }
  if (isMap(config)) {
    return new Map(
      [...config].map(([key, item]) => [key, inner(item, isMap(prior) ? prior.get(key) : null)]),
    );
  }
  return inner(config, prior);
}

function isComputed({ presence }: Attribute): boolean {
  return presence === "computed" || presence === "optionalComputed";
}

/** Core's guess: a value within that is not computed can only have come from a configuration. */
function wasConfigured(attribute: Attribute, prior: Value): boolean {
  if (attribute.kind === "typed" || attribute.presence !== "optionalComputed") return false;
  const objects = nestedObjects(attribute, prior);
  return objects.some(({ object }) =>
    Object.entries(attribute.attributes).some(
      ([name, inner]) => !isComputed(inner) && (object[name] ?? null) !== null,
    ),
  );
}

function isNull(value: Value): boolean {
  return value === null || (value instanceof Dynamic && value.value === null);
}

/** What an apply could make of a value: something known wherever it is unknown. */
export function settle(type: Type, value: Value): Value {
  if (value === null) return null;
  const known = isUnknown(value) ? ANYTHING[type.kind] : value;
  switch (type.kind) {
    case "object":
      return objectValue(
        Object.entries(type.attributes).map(([name, inner]) => [
          name,
          settle(inner, isUnknown(value) ? value : ((value as ObjectValue)[name] ?? null)),
        ]),
      );
    case "list":
    case "set":
      return (known as readonly Value[]).map((item) => settle(type.element, item));
    case "map":
      return new Map(
        [...(known as ReadonlyMap<string, Value>)].map(([key, item]) => [key, settle(type.element, item)]),
      );
    default:
      return known;
  }
}

const ANYTHING: { readonly [K in Type["kind"]]: Value } = {
  string: "settled",
  number: 1,
  bool: true,
  list: [],
  set: [],
  map: new Map(),
  tuple: [],
  object: {},
  dynamic: new Dynamic({ kind: "string" }, "settled"),
};
