import {
  type Attribute,
  absentValue,
  type NestedAttribute,
  type Schema,
} from "../../../src/framework/schema";
import {
  Dynamic,
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  objectValue,
  type Type,
  UNKNOWN,
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
  if (value === null || isUnknown(value)) return value;
  if (attribute.kind === "typed") {
    const isMapOf = attribute.type.kind === "map" && isPlainObject(value);
    return isMapOf ? new Map(Object.entries(value) as [string, Value][]) : value;
  }
  const inner = (item: Value) => (isPlainObject(item) ? complete(attribute.attributes, item) : item);
  if (Array.isArray(value)) return (value as readonly Value[]).map(inner);
  const entries = isMap(value) ? [...value] : attribute.nesting === "map" ? Object.entries(value) : null;
  return entries === null ? inner(value) : new Map(entries.map(([key, item]) => [key, inner(item as Value)]));
}

/**
 * What core proposes before it asks for a plan (ProposedNew of internal/plans/objchange): the configured values, and
 * prior ones where a computed attribute is not configured. An element that is not known becomes an object of unknown
 * attributes, of a list and (before Terraform 1.15) of a map only if it was there before. Elements of a set are not matched with
 * prior ones: without computed attributes, which no schema may have there, nothing would come of it.
 */
export function propose(
  schema: Schema,
  config: ObjectValue,
  prior: ObjectValue | null,
  core: CoreVersion = "1.16",
): ObjectValue {
  return proposeObject(schema, config, prior, core);
}

/** A version of core that proposes in its own way. */
export type CoreVersion = "1.11" | "1.16";

function proposeObject(schema: Schema, config: Value, prior: Value, core: CoreVersion): ObjectValue {
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => {
      const [setting, before] = [member(config, name), member(prior, name)];
      if (isComputed(attribute) && isNull(setting)) {
        return [name, wasConfigured(attribute, before) ? setting : before];
      }
      if (attribute.kind === "typed" || setting === null || isUnknown(setting)) return [name, setting];
      return [name, proposeNested(attribute, setting, before, core)];
    }),
  );
}

function proposeNested(attribute: NestedAttribute, config: Value, prior: Value, core: CoreVersion): Value {
  const inner = (item: Value, before: Value) =>
    item === null ? null : proposeObject(attribute.attributes, item, before, core);
  switch (attribute.nesting) {
    case "single":
      return inner(config, prior);
    case "set":
      return (config as readonly Value[]).map((item) => inner(item, null));
    case "list": {
      const old = prior as readonly Value[] | null;
      return (config as readonly Value[]).map((item, index) =>
        old !== null && index < old.length ? inner(item, old[index] ?? null) : item,
      );
    }
    case "map": {
      const old = prior as ReadonlyMap<string, Value> | null;
      return new Map(
        [...(config as ReadonlyMap<string, Value>)].map(([key, item]) => {
          const before = old?.get(key);
          return [key, before === undefined && core === "1.11" ? item : inner(item, before ?? null)];
        }),
      );
    }
  }
}

function member(object: Value, name: string): Value {
  if (object === null) return null;
  return isUnknown(object) ? UNKNOWN : ((object as ObjectValue)[name] ?? null);
}

function isComputed({ presence }: Attribute): boolean {
  return presence === "computed" || presence === "optionalComputed";
}

/** Core's guess: a value within, at any depth, that is not computed can only have come from a configuration. */
function wasConfigured(attribute: Attribute, prior: Value): boolean {
  if (attribute.kind === "typed" || attribute.presence !== "optionalComputed") return false;
  return holdsSetting(attribute, prior);
}

function holdsSetting(attribute: NestedAttribute, value: Value): boolean {
  return elementsOf(attribute, value).some(
    (object) =>
      isPlainObject(object) &&
      Object.entries(attribute.attributes).some(([name, inner]) => {
        const found = object[name] ?? null;
        if (isNull(found)) return false;
        return !isComputed(inner) || (inner.kind === "nested" && holdsSetting(inner, found));
      }),
  );
}

function elementsOf({ nesting }: NestedAttribute, value: Value): readonly Value[] {
  if (value === null) return [];
  if (nesting === "single") return [value];
  return nesting === "map"
    ? [...(value as ReadonlyMap<string, Value>).values()]
    : (value as readonly Value[]);
}

function isNull(value: Value): boolean {
  return value === null || (value instanceof Dynamic && value.value === null);
}

/** What an apply could make of a value: something known wherever it is unknown. */
export function settle(type: Type, value: Value): Value {
  if (value === null) return null;
  if (value instanceof Dynamic) return new Dynamic(value.type, settle(value.type, value.value));
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
