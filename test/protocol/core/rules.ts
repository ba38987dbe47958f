import { inspect } from "node:util";
import type { Attribute, NestedAttribute, Schema } from "../../../src/framework/schema";
import { attributeType } from "../../../src/framework/schema";
import {
  Dynamic,
  equal,
  isMap,
  isUnknown,
  isWhollyKnown,
  mayBecome,
  type ObjectValue,
  type Type,
  typeToJson,
  UNKNOWN,
  type Value,
} from "../../../src/framework/value";

// Core's own rules, written down here once more and from its sources (plan_valid.go and compatible.go of
// internal/plans/objchange): the framework holds itself to them too, and must not be its own judge. One is kept that
// stands elsewhere in core: a write-only value is never planned.

/** What a plan is held against. */
export interface PlannedChange {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

/** What core would call an invalid plan: one line for each attribute. */
export function planErrors(schema: Schema, { config, prior, planned }: PlannedChange, at = ""): string[] {
  return Object.entries(schema).flatMap(([name, attribute]) => {
    const values = {
      config: memberOf(config, name),
      prior: memberOf(prior, name),
      planned: memberOf(planned, name),
    };
    const place = `${at}.${name}`;
    const block = attribute.kind === "nested" && attribute.block !== null;
    return block ? blockErrors(attribute, values, place) : attributeErrors(attribute, values, place);
  });
}

function attributeErrors(attribute: Attribute, values: PlannedChange, at: string): string[] {
  const { config, prior, planned } = values;
  const type = attributeType(attribute);
  const same = (a: Value, b: Value) => equal(type, unrefined(a), unrefined(b));
  if (attribute.writeOnly && isUnknown(planned) && isUnknown(config)) return [];
  if (attribute.writeOnly) return isNull(planned) ? [] : [`${at}: planned value for a write-only attribute`];
  if (same(planned, config)) return [];
  if (same(planned, prior) && !isNull(prior) && !isNull(config)) return [];
  if (attribute.presence === "computed") return [];
  if (isNull(config) && attribute.presence === "optionalComputed") return [];
  if (isNull(config) && !isNull(planned)) return [`${at}: planned value for a non-computed attribute`];
  if (attribute.kind === "nested") return nestedErrors(attribute, values, at);
  return [`${at}: planned value does not match config`];
}

function nestedErrors(attribute: NestedAttribute, values: PlannedChange, at: string): string[] {
  const { config, planned } = values;
  if (isNull(planned)) return [`${at}: planned for absence but config wants existence`];
  if (isUnknown(planned)) return [`${at}: planned unknown for configured value`];
  if (attribute.nesting === "single") return planErrors(attribute.attributes, values, at);
  if (attribute.nesting === "set") {
    const [fewest, most] = setLengths(planned);
    const [fewestConfigured, mostConfigured] = setLengths(config);
    const apart = fewest > mostConfigured || most < fewestConfigured;
    return apart ? [`${at}: count in plan disagrees with count in config`] : [];
  }
  if (isUnknown(config)) return [`${at}: count in plan disagrees with count in config`];
  return elementErrors(attribute, values, at);
}

/** Elements of a set that are not known may turn out equal. */
function setLengths(set: Value): readonly [number, number] {
  if (isUnknown(set)) return [set.range?.minLength ?? 0, set.range?.maxLength ?? Number.POSITIVE_INFINITY];
  const { length } = set as readonly Value[];
  return [length > 1 && !isWhollyKnown(set) ? 1 : length, length];
}

function elementErrors(attribute: NestedAttribute, values: PlannedChange, at: string): string[] {
  const made = elementsOf(values.planned);
  const configured = elementsOf(values.config);
  const before = elementsOf(values.prior);
  if (made.size !== configured.size) return [`${at}: count in plan disagrees with count in config`];
  return [...made].flatMap(([key, planned]) => {
    const config = configured.get(key);
    const here = `${at}[${key}]`;
    if (config === undefined) return [`${here}: key from plan is not present in config`];
    if (attribute.block !== null && isUnknown(planned)) return [`${here}: block must not be unknown itself`];
    if (attribute.block !== null && isNull(planned) !== isNull(config)) return [`${here}: absence`];
    return planErrors(attribute.attributes, { config, prior: before.get(key) ?? null, planned }, here);
  });
}

function blockErrors(attribute: NestedAttribute, values: PlannedChange, at: string): string[] {
  const { config, planned } = values;
  const single = attribute.nesting === "single";
  if (isNull(planned) && !(single && attribute.block?.group !== true)) {
    return [`${at}: must be empty to indicate no blocks, not null`];
  }
  if (equal(attributeType(attribute), planned, config)) return [];
  if (isUnknown(config)) return [`${at}: planned value for unknown dynamic block`];
  if (isUnknown(planned)) return [`${at}: planned unknown value for non-computed block`];
  if (single) {
    if (isNull(planned) !== isNull(config)) return [`${at}: absence and existence`];
    return planErrors(attribute.attributes, values, at);
  }
  if (attribute.nesting === "set") {
    return (planned as readonly Value[]).some(isUnknown) ? [`${at}: block must not be unknown itself`] : [];
  }
  return elementErrors(attribute, values, at);
}

/** The elements of a list or a map. */
function elementsOf(value: Value): ReadonlyMap<string, Value> {
  if (value === null || isUnknown(value)) return new Map();
  if (Array.isArray(value)) return new Map((value as readonly Value[]).map((item, at) => [String(at), item]));
  return value as ReadonlyMap<string, Value>;
}

function unrefined(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (isUnknown(value)) return UNKNOWN;
  if (value instanceof Dynamic) return new Dynamic(value.type, unrefined(value.value));
  if (Array.isArray(value)) return (value as readonly Value[]).map(unrefined);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, unrefined(item)]));
  if (!isWhollyKnown(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unrefined(item)]));
  }
  return value;
}

function memberOf(object: Value, name: string): Value {
  if (object === null) return null;
  return isUnknown(object) ? UNKNOWN : ((object as ObjectValue)[name] ?? null);
}

function isNull(value: Value): boolean {
  return value === null || (value instanceof Dynamic && value.value === null);
}

/** Where a later value breaks the promise of an earlier one: what was known must be the same, the rest may be anything. */
export function brokenPromises(type: Type, promised: Value, value: Value, at = ""): string[] {
  if (type.kind === "dynamic") return brokenDynamic(promised, value, at);
  const broken = [`${at}: was ${show(promised)}, but now ${show(value)}`];
  if (isUnknown(promised)) return isUnknown(value) || mayBecome(promised, value) ? [] : broken;
  if (promised === null || value === null || isUnknown(value)) return promised === value ? [] : broken;
  switch (type.kind) {
    case "object":
      return Object.entries(type.attributes).flatMap(([name, inner]) =>
        brokenPromises(inner, memberOf(promised, name), memberOf(value, name), `${at}.${name}`),
      );
    case "list":
    case "map":
    case "tuple": {
      const [before, after] = [elementsOf(promised), elementsOf(value)];
      if (before.size !== after.size) return broken;
      return [...before].flatMap(([key, item]) => {
        const inner = type.kind === "tuple" ? type.elements[Number(key)] : type.element;
        const found = after.get(key);
        return inner === undefined || found === undefined
          ? broken
          : brokenPromises(inner, item, found, `${at}[${key}]`);
      });
    }
    case "set":
      return correlate(type.element, promised as readonly Value[], value as readonly Value[]) ? [] : broken;
    default:
      return equal(type, promised, value) ? [] : broken;
  }
}

/** Of a dynamic value whose type was not known anything may become. */
function brokenDynamic(promised: Value, value: Value, at: string): string[] {
  if (!(promised instanceof Dynamic)) return [];
  if (!(value instanceof Dynamic) || !conforms(typeToJson(value.type), typeToJson(promised.type))) {
    return [`${at}: wrong final value type`];
  }
  return brokenPromises(promised.type, promised.value, value.value, at);
}

/** By the JSON form of types, in which "dynamic" stands for any other. */
function conforms(type: unknown, wanted: unknown): boolean {
  if (wanted === "dynamic" || type === wanted) return true;
  if (typeof type !== "object" || typeof wanted !== "object" || type === null || wanted === null)
    return false;
  const [given, asked] = [Object.entries(type), new Map(Object.entries(wanted))];
  return given.length === asked.size && given.every(([key, part]) => conforms(part, asked.get(key)));
}

/** Each element fits one of the other set, in both directions, and there are not more than there were. */
function correlate(element: Type, promised: readonly Value[], value: readonly Value[]): boolean {
  const fits = (a: Value, b: Value) => brokenPromises(element, a, b).length === 0;
  return (
    value.length <= promised.length &&
    promised.every((a) => value.some((b) => fits(a, b))) &&
    value.every((b) => promised.some((a) => fits(a, b)))
  );
}

function show(value: Value): string {
  return inspect(value, { depth: 6, breakLength: Number.POSITIVE_INFINITY });
}
