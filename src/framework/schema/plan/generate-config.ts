import { equal, isPlainObject, type ObjectValue, objectValue, type Value } from "../../value";
import type { Attribute, Schema } from "../describe/attribute";
import { absentValue } from "../describe/blocks";
import { mapNestedObjects } from "../describe/nested";
import { attributeType } from "../describe/schema-type";

/**
 * The configuration that a person would write for an object: its state without what the provider computes, what repeats
 * a default, and what is deprecated. Null makes an object without any value.
 */
export function generateConfig(schema: Schema, state: ObjectValue | null): ObjectValue {
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => [
      name,
      settingOf(attribute, state?.[name] ?? absentValue(attribute)),
    ]),
  );
}

function settingOf(attribute: Attribute, value: Value): Value {
  const { presence, deprecated } = attribute;
  if (attribute.writeOnly || isLeftOut(attribute, value)) return absentValue(attribute);
  if (deprecated !== null && presence !== "required") return absentValue(attribute);
  if (attribute.kind === "typed") return value;
  return mapNestedObjects(attribute, value, (object) =>
    isPlainObject(object) ? generateConfig(attribute.attributes, object) : object,
  );
}

/** A value with a default is written only where it differs; any other computed value is the provider's. */
function isLeftOut(attribute: Attribute, value: Value): boolean {
  if (attribute.default !== undefined)
    return equal(attributeType(attribute), attribute.default as Value, value);
  return attribute.presence === "computed" || attribute.presence === "optionalComputed";
}
