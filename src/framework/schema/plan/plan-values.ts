import {
  copyOf,
  Dynamic,
  entriesOf,
  equal,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  objectValue,
  sameType,
  UNKNOWN,
  type Value,
} from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Attribute, NestedAttribute, Schema } from "../describe/attribute";
import { type Configured, configuredSetting, memberOf } from "../describe/configured";
import { configuredAt, mapNestedObjects, nestedElements, nestedObjectAt } from "../describe/nested";
import { attributeType, schemaType } from "../describe/schema-type";
import { keepForms } from "./keep-forms";

const hasDefaults = anywhere((attribute) => attribute.default !== undefined || attribute.writeOnly);
const hasComputed = anywhere(isComputed);
const hasStable = anywhere((attribute) => attribute.stable !== false);

/** What core asks a plan for. */
export interface Change {
  readonly config: ObjectValue;
  /** null when the object is to be created. */
  readonly prior: ObjectValue | null;
  /** Core's own merge: configured values, prior ones where a computed attribute is not configured. */
  readonly proposed: ObjectValue;
}

/**
 * Plans a change from the schema: fills in defaults, removes write-only values, makes computed values unknown if
 * something changes, and keeps stable values. The order is that of Terraform's own framework.
 */
export function planValues(schema: Schema, { config, prior, proposed }: Change): ObjectValue {
  const filled = keepForms(schema, prior, fillDefaults(schema, config, proposed));
  if (prior === null) return markUnknown(schema, config, filled);
  if (equal(schemaType(schema), filled, prior)) return filled;
  return keepStable(schema, { config, prior, planned: markUnknown(schema, config, filled) });
}

/**
 * Fills in defaults where the configuration has no value, and removes write-only values. An element that is not known
 * yet gets no defaults, because it may bring its own values.
 */
export function fillDefaults(schema: Schema, config: Configured, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredSetting(config, name, attribute);
    if (attribute.writeOnly) return null;
    // A copy: an author who mutates the plan would otherwise change the default of all objects.
    if (configured === null && attribute.default !== undefined) return copyOf(attribute.default as Value);
    const value = values[name] ?? null;
    // The provider owns an object that the user did not configure: no default replaces its values.
    if (attribute.kind === "typed" || configured === null || !hasDefaults(attribute.attributes)) return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      fillDefaults(attribute.attributes, configuredAt(configured, path), object),
    );
  });
}

function markUnknown(schema: Schema, config: Configured, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredSetting(config, name, attribute);
    const value = values[name] ?? null;
    if (configured === null) return isComputed(attribute) ? unknownLike(memberOf(config, name)) : value;
    if (attribute.kind === "typed" || !hasComputed(attribute.attributes)) return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      markUnknown(attribute.attributes, configuredAt(configured, path), object),
    );
  });
}

/** A dynamic attribute keeps the type of a configured null, because an earlier plan used that type. */
function unknownLike(configured: Value): Value {
  const typed = configured instanceof Dynamic && configured.value === null;
  return typed ? new Dynamic(configured.type, UNKNOWN) : UNKNOWN;
}

/** Whether every setting of the user is planned with its prior value. */
function hasSameSettings(schema: Schema, { config, prior, planned }: Level): boolean {
  if (prior === null) return false;
  return entriesOf(schema).every(([name, attribute]) => {
    const configured = configuredSetting(config, name, attribute);
    if (configured === null && isComputed(attribute)) return true;
    const [value, before] = [planned[name] ?? null, prior[name] ?? null];
    if (attribute.kind === "typed" || !hasComputed(attribute.attributes)) {
      return equal(attributeType(attribute), value, before);
    }
    return hasSameElements(attribute, configured, value, before);
  });
}

function hasSameElements(
  attribute: NestedAttribute,
  configured: Value,
  value: Value,
  before: Value,
): boolean {
  if (value === null || before === null) return value === before;
  const elements = nestedElements(attribute, value);
  if (attribute.nesting === "set" || elements.length !== nestedElements(attribute, before).length) {
    return equal(attributeType(attribute), value, before);
  }
  return elements.every(
    ({ path, value: element }) =>
      isPlainObject(element) &&
      hasSameSettings(attribute.attributes, {
        config: configuredAt(configured, path),
        prior: nestedObjectAt(before, path),
        planned: element,
      }),
  );
}

/** Whether the provider computes the attribute: it is computed and has no default. */
function isComputed(attribute: Attribute): boolean {
  const computed = attribute.presence === "computed" || attribute.presence === "optionalComputed";
  return computed && attribute.default === undefined;
}

interface Level {
  readonly config: Configured;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/**
 * Replaces unknowns by the prior values of stable attributes. A new nested object has no prior values. A list element
 * whose settings changed has none either: another element may have moved to its place.
 */
function keepStable(schema: Schema, { config, prior, planned }: Level): ObjectValue {
  if (prior === null) return planned;
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredSetting(config, name, attribute);
    const before = prior[name] ?? null;
    const value = planned[name] ?? null;
    if (configured === null && keeps(attribute, before) && mayBeKept(value, before)) return before;
    if (attribute.kind === "typed" || !hasStable(attribute.attributes)) return value;
    return mapNestedObjects(attribute, value, (object, path) => {
      const level = {
        config: configuredAt(configured, path),
        prior: nestedObjectAt(before, path),
        planned: object,
      };
      const moved = attribute.nesting === "list" && !hasSameSettings(attribute.attributes, level);
      return keepStable(attribute.attributes, moved ? { ...level, prior: null } : level);
    });
  });
}

function keeps({ stable }: Attribute, before: Value): boolean {
  return stable === "unless null" ? before !== null : stable;
}

/** Whether the prior value can replace an unknown one. A dynamic value must keep its type. */
function mayBeKept(value: Value, before: Value): boolean {
  if (!(value instanceof Dynamic)) return isUnknown(value);
  return isUnknown(value.value) && before instanceof Dynamic && sameType(value.type, before.type);
}

function mapAttributes(schema: Schema, make: (name: string, attribute: Attribute) => Value): ObjectValue {
  return objectValue(entriesOf(schema).map(([name, attribute]) => [name, make(name, attribute)]));
}
