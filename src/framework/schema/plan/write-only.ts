import { type ObjectValue, objectValue } from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Schema } from "../describe/attribute";
import { mapNestedObjects } from "../describe/nested";

const hasWriteOnly = anywhere((attribute) => attribute.writeOnly);

/** An object without its write-only values: they may stand in a configuration, never in a state. */
export function withoutWriteOnly(schema: Schema, object: ObjectValue): ObjectValue {
  if (!hasWriteOnly(schema)) return object;
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => {
      const value = object[name] ?? null;
      if (attribute.writeOnly) return [name, null];
      if (attribute.kind === "typed") return [name, value];
      return [
        name,
        mapNestedObjects(attribute, value, (inner) => withoutWriteOnly(attribute.attributes, inner)),
      ];
    }),
  );
}
