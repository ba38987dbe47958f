import type { Attribute, NestedAttribute, Schema } from "../../../src/framework/schema";
import { attributeType } from "../../../src/framework/schema";
import {
  equal,
  isMap,
  isPlainObject,
  isUnknown,
  isWhollyKnown,
  type ObjectValue,
  type Type,
  type Value,
} from "../../../src/framework/value";

// Core's own rules, written down here once more and from its sources (plan_valid.go and compatible.go of
// internal/plans/objchange): the framework holds itself to them too, and must not be its own judge.

/** What a plan is held against. */
export interface PlannedChange {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/** What core would call an invalid plan: one line for each attribute. */
export function planErrors(schema: Schema, { config, prior, planned }: PlannedChange, at = ""): string[] {
  return Object.entries(schema).flatMap(([name, attribute]) =>
    attributeErrors(
      attribute,
      config[name] ?? null,
      prior?.[name] ?? null,
      planned[name] ?? null,
      `${at}.${name}`,
    ),
  );
}

function attributeErrors(
  attribute: Attribute,
  config: Value,
  prior: Value,
  planned: Value,
  at: string,
): string[] {
  const type = attributeType(attribute);
  if (attribute.writeOnly) return planned === null ? [] : [`${at}: planned value for a write-only attribute`];
  if (equal(type, planned, config)) return [];
  if (prior !== null && config !== null && equal(type, planned, prior)) return [];
  const computed = attribute.presence === "computed" || attribute.presence === "optionalComputed";
  if (config === null) return computed ? [] : [`${at}: planned value for a non-computed attribute`];
  if (attribute.kind === "typed" || isUnknown(config)) return [`${at}: planned value does not match config`];
  return nestedErrors(attribute, config, prior, planned, at);
}

function nestedErrors(
  attribute: NestedAttribute,
  config: Value,
  prior: Value,
  planned: Value,
  at: string,
): string[] {
  const configured = elementsOf(config);
  const made = elementsOf(planned);
  if (made.size !== configured.size) return [`${at}: planned with another number of elements`];
  if (attribute.nesting === "set") return [];
  const before = elementsOf(prior);
  return [...configured].flatMap(([key, item]) => {
    const other = made.get(key) ?? null;
    const here = `${at}[${key}]`;
    if (!isPlainObject(item) || !isPlainObject(other)) {
      return equal(attributeType({ ...attribute, nesting: "single" }), item, other)
        ? []
        : [`${here}: planned value does not match config`];
    }
    const old = before.get(key) ?? null;
    const change = { config: item, prior: isPlainObject(old) ? old : null, planned: other };
    return planErrors(attribute.attributes, change, here);
  });
}

/** The elements of a nested attribute; a single object is one without a name. */
function elementsOf(value: Value): ReadonlyMap<string, Value> {
  if (value === null || isUnknown(value)) return new Map();
  if (Array.isArray(value)) return new Map((value as readonly Value[]).map((item, at) => [String(at), item]));
  return isMap(value) ? value : new Map([["", value]]);
}

/** Where a later value breaks the promise of an earlier one: what was known must be the same, the rest may be anything. */
export function brokenPromises(type: Type, promised: Value, value: Value, at = ""): string[] {
  if (isUnknown(promised)) return [];
  const broken = [`${at}: was ${show(promised)}, but now ${show(value)}`];
  if (promised === null || value === null || isUnknown(value)) return promised === value ? [] : broken;
  switch (type.kind) {
    case "object":
      return Object.entries(type.attributes).flatMap(([name, inner]) =>
        brokenPromises(inner, memberOf(promised, name), memberOf(value, name), `${at}.${name}`),
      );
    case "list":
    case "map": {
      const [before, after] = [elementsOf(promised), elementsOf(value)];
      if (before.size !== after.size) return broken;
      return [...before].flatMap(([key, item]) =>
        brokenPromises(type.element, item, after.get(key) ?? null, `${at}[${key}]`),
      );
    }
    case "set":
      if (isWhollyKnown(promised)) return equal(type, promised, value) ? [] : broken;
      return elementsOf(value).size <= elementsOf(promised).size ? [] : broken;
    default:
      return equal(type, promised, value) ? [] : broken;
  }
}

function memberOf(object: Value, name: string): Value {
  return (object as ObjectValue)[name] ?? null;
}

function show(value: Value): string {
  return isUnknown(value) ? "unknown" : JSON.stringify(value);
}
