import {
  equal,
  isPlainObject,
  isWhollyKnown,
  type ObjectValue,
  objectValue,
  type Value,
  valueKey,
} from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Attribute, Schema } from "../describe/attribute";
import { mapNestedObjects, nestedObjectAt } from "../describe/nested";
import { schemaType } from "../describe/schema-type";

const hasRules = anywhere((attribute) => attribute.kind === "typed" && attribute.equal !== null);

/**
 * Restores the earlier form of each value that means the same by the attribute's `equal` rule. Without this, the new
 * form would show as a change in every plan.
 */
export function keepForms(schema: Schema, before: ObjectValue | null, values: ObjectValue): ObjectValue {
  if (before === null || !hasRules(schema)) return values;
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => [
      name,
      keepForm(attribute, before[name] ?? null, values[name] ?? null),
    ]),
  );
}

function keepForm(attribute: Attribute, before: Value, value: Value): Value {
  if (attribute.kind === "nested") {
    if (!hasRules(attribute.attributes)) return value;
    if (attribute.nesting === "set") return keepElements(attribute.attributes, before, value);
    return mapNestedObjects(attribute, value, (object, path) =>
      keepForms(attribute.attributes, nestedObjectAt(before, path), object),
    );
  }
  if (attribute.equal === null || before === null || value === null) return value;
  if (!isWhollyKnown(before) || !isWhollyKnown(value)) return value;
  return attribute.equal(before as never, value as never) ? before : value;
}

/** An element of a set takes the form of an earlier element that means the same. Each earlier element is used once. */
function keepElements(schema: Schema, before: Value, value: Value): Value {
  if (!Array.isArray(before) || !Array.isArray(value)) return value;
  const type = schemaType(schema);
  const left = new Map((before as readonly Value[]).map((item) => [valueKey(type, item), item]));
  const items = value as readonly Value[];
  const isNew = items.map((item) => !left.delete(valueKey(type, item)));
  return items.map((item, index) => (isNew[index] ? takeForm(schema, left, item) : item));
}

function takeForm(schema: Schema, left: Map<string, Value>, item: Value): Value {
  if (!isPlainObject(item)) return item;
  for (const [key, old] of left) {
    if (!isPlainObject(old) || !equal(schemaType(schema), keepForms(schema, old, item), old)) continue;
    left.delete(key);
    return old;
  }
  return item;
}
