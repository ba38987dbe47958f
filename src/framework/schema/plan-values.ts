import { entriesOf, equal, isUnknown, type ObjectValue, objectValue, UNKNOWN, type Value } from "../value";
import { anywhere } from "./anywhere";
import type { Attribute, Schema } from "./attribute";
import { configuredValue } from "./configured";
import { keepForms } from "./keep-forms";
import { mapNestedObjects, nestedObjectAt } from "./nested";
import { schemaType } from "./schema-type";

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
 * Plans a change by what the schema says: defaults, write-only values taken out, computed values unknown where
 * something changes, stable values kept. The order is that of Terraform's own framework.
 */
export function planValues(schema: Schema, { config, prior, proposed }: Change): ObjectValue {
  const filled = keepForms(schema, prior, fillDefaults(schema, config, proposed));
  if (prior === null) return markUnknown(schema, config, filled);
  if (equal(schemaType(schema), filled, prior)) return filled;
  return keepStable(schema, { config, prior, planned: markUnknown(schema, config, filled) });
}

/** Values with defaults filled in where the configuration has none, and without write-only ones. */
export function fillDefaults(schema: Schema, config: ObjectValue | null, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredValue(config, name);
    if (attribute.writeOnly) return null;
    if (configured === null && attribute.default !== undefined) return attribute.default as Value;
    const value = values[name] ?? null;
    // What is in an object that the user did not configure is the provider's: no default replaces it.
    if (attribute.kind === "typed" || configured === null || !hasDefaults(attribute.attributes)) return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      fillDefaults(attribute.attributes, nestedObjectAt(configured, path), object),
    );
  });
}

function markUnknown(schema: Schema, config: ObjectValue | null, values: ObjectValue): ObjectValue {
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredValue(config, name);
    const value = values[name] ?? null;
    if (configured === null) return isComputed(attribute) ? UNKNOWN : value;
    if (attribute.kind === "typed" || !hasComputed(attribute.attributes)) return value;
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

/** Puts prior values of stable attributes where the plan would be unknown; a nested object that is new has none. */
function keepStable(schema: Schema, { config, prior, planned }: Level): ObjectValue {
  if (prior === null) return planned;
  return mapAttributes(schema, (name, attribute) => {
    const configured = configuredValue(config, name);
    const before = prior[name] ?? null;
    const value = planned[name] ?? null;
    if (keeps(attribute, before) && isUnknown(value) && !isUnknown(configured)) return before;
    if (attribute.kind === "typed" || !hasStable(attribute.attributes)) return value;
    return mapNestedObjects(attribute, value, (object, path) =>
      keepStable(attribute.attributes, {
        config: nestedObjectAt(configured, path),
        prior: nestedObjectAt(before, path),
        planned: object,
      }),
    );
  });
}

function keeps({ stable }: Attribute, before: Value): boolean {
  return stable === "unless null" ? before !== null : stable;
}

function mapAttributes(schema: Schema, make: (name: string, attribute: Attribute) => Value): ObjectValue {
  return objectValue(entriesOf(schema).map(([name, attribute]) => [name, make(name, attribute)]));
}
