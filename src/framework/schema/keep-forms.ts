import { isWhollyKnown, type ObjectValue, objectValue, type Value } from "../value";
import { anywhere } from "./anywhere";
import type { Attribute, Schema } from "./attribute";
import { mapNestedObjects, nestedObjectAt } from "./nested";

const hasRules = anywhere((attribute) => attribute.kind === "typed" && attribute.equal !== null);

/**
 * Values in the form that they had before, wherever an attribute's own rule says that both mean the same: another
 * form would be a change in every plan.
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
    return mapNestedObjects(attribute, value, (object, path) =>
      keepForms(attribute.attributes, nestedObjectAt(before, path), object),
    );
  }
  if (attribute.equal === null || before === null || value === null) return value;
  if (!isWhollyKnown(before) || !isWhollyKnown(value)) return value;
  return attribute.equal(before as never, value as never) ? before : value;
}
