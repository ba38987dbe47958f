import type { Attribute, Schema } from "./attribute";

/**
 * Makes a predicate on schemas: whether any attribute, at any depth, satisfies a condition. Results are cached, so
 * that large values are not searched for attributes that their schema lacks.
 */
export function anywhere(holds: (attribute: Attribute) => boolean): (schema: Schema) => boolean {
  const known = new WeakMap<Schema, boolean>();
  const ask = (schema: Schema): boolean => {
    let found = known.get(schema);
    if (found === undefined) {
      found = Object.values(schema).some(
        (attribute) => holds(attribute) || (attribute.kind === "nested" && ask(attribute.attributes)),
      );
      known.set(schema, found);
    }
    return found;
  };
  return ask;
}
