import type { Type } from "../../value/index";
import type { Attribute, Schema } from "./attribute";

const known = new WeakMap<Schema, Type>();

/**
 * The cty object type of a schema. Its attributes are in cty's order, so that values are encoded byte for byte as by
 * core.
 */
export function schemaType(schema: Schema): Type {
  let type = known.get(schema);
  if (type === undefined) {
    const attributes: Record<string, Type> = Object.create(null);
    for (const name of Object.keys(schema).sort())
      attributes[name] = attributeType(schema[name] as Attribute);
    type = { kind: "object", attributes };
    known.set(schema, type);
  }
  return type;
}

/** The cty type of one attribute. */
export function attributeType(attribute: Attribute): Type {
  if (attribute.kind === "typed") return attribute.type;
  const object = schemaType(attribute.attributes);
  return attribute.nesting === "single" ? object : { kind: attribute.nesting, element: object };
}
