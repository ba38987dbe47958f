import { type ObjectValue, objectValue } from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Schema } from "../describe/attribute";
import { mapNestedObjects } from "../describe/nested";

const hasWriteOnly = anywhere((attribute) => attribute.writeOnly);

/** Removes write-only values, which a configuration may hold and a state must not. */
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
