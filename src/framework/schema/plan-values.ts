import { equal, isUnknown, type ObjectValue, objectValue, type Path, UNKNOWN, type Value } from "../value";
import type { Attribute, Schema } from "./attribute";
import { mapNestedObjects, nestedObjectAt } from "./nested";
import { attributeType, schemaType } from "./schema-type";

/** What core asks a plan for. */
export interface Change {
  readonly config: ObjectValue;
  /** null when the object is to be created. */
  readonly prior: ObjectValue | null;
  /** Core's own merge: configured values, prior ones where a computed attribute is not configured. */
  readonly proposed: ObjectValue;
}

/** A plan as the schema alone makes it. */
export interface PlannedValues {
  readonly planned: ObjectValue;
  /** Attributes whose change needs a new object. */
  readonly replaces: readonly Path[];
}

/**
 * Plans a change by what the schema says: defaults, write-only values taken out, computed values unknown where
 * something changes, stable values kept, replacements noted. The order is that of Terraform's own framework.
 */
export function planValues(schema: Schema, { config, prior, proposed }: Change): PlannedValues {
  const filled = fillDefaults(schema, config, proposed);
  const changes = prior === null || !equal(schemaType(schema), filled, prior);
  const marked = changes ? markUnknown(schema, config, filled) : filled;
  const replaces: Path[] = [];
  const planned = applyModifiers(schema, { config, prior, planned: marked }, [], replaces);
  return { planned, replaces };
}

/** Values with defaults filled in where the configuration has none, and without write-only ones. */
export function fillDefaults(schema: Schema, config: ObjectValue | null, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = config?.[name] ?? null;
    if (attribute.writeOnly) return null;
    if (configured === null && attribute.default !== undefined) return attribute.default as Value;
    const value = values[name] ?? null;
    if (attribute.kind === "typed") return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      fillDefaults(attribute.attributes, nestedObjectAt(configured, path), object),
    );
  });
}

function markUnknown(schema: Schema, config: ObjectValue | null, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = config?.[name] ?? null;
    const value = values[name] ?? null;
    if (configured === null) return isComputed(attribute) ? UNKNOWN : value;
    if (attribute.kind === "typed") return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      markUnknown(attribute.attributes, nestedObjectAt(configured, path), object),
    );
  });
}

/** Computed, and without a default that would have filled it. */
function isComputed(attribute: Attribute): boolean {
  const computed = attribute.presence === "computed" || attribute.presence === "optionalComputed";
  return computed && attribute.default === undefined;
}

interface Level {
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

function applyModifiers(
  schema: Schema,
  level: Level,
  path: Path,
  replaces: Path[],
  exists = level.prior !== null,
): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const here = [...path, { attribute: name }];
    const configured = level.config?.[name] ?? null;
    const prior = level.prior?.[name] ?? null;
    const value = keepStable(attribute, level, configured, prior, level.planned[name] ?? null);
    if (exists && attribute.replaces && !equal(attributeType(attribute), value, prior)) replaces.push(here);
    if (attribute.kind === "typed") return value;
    return mapNestedObjects(attribute, value, (object, step) => {
      const inner = {
        config: nestedObjectAt(configured, step),
        prior: nestedObjectAt(prior, step),
        planned: object,
      };
      return applyModifiers(attribute.attributes, inner, [...here, ...step], replaces, exists);
    });
  });
}

function keepStable(
  attribute: Attribute,
  level: Level,
  configured: Value,
  prior: Value,
  value: Value,
): Value {
  const keep = attribute.stable && level.prior !== null && isUnknown(value) && !isUnknown(configured);
  return keep ? prior : value;
}

function mapAttributes(schema: Schema, make: (name: string, attribute: Attribute) => Value): ObjectValue {
  return objectValue(Object.entries(schema).map(([name, attribute]) => [name, make(name, attribute)]));
}
