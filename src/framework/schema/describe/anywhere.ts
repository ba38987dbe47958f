import type { Attribute, Schema } from "./attribute";

/**
 * Makes a question about schemas, whether something holds for an attribute in them at any depth. Answers are
 * remembered: large values are not looked through for what their schema does not have.
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
