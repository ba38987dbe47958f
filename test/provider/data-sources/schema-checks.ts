import { type Schema, schemaType } from "../../../src/framework/schema";
import { findMisfit, type Value } from "../../../src/framework/value";

export type { Schema };

/** The arguments of a block, with nulls and defaults where nothing is given. */
export function fillDefaults(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([name, attribute]) => [name, given[name] ?? attribute.default ?? null]),
  );
}

/** Where a result does not fit the schema, in words. */
export function findMisfitIn(schema: Schema, result: object): unknown {
  return findMisfit(schemaType(schema), result as Value);
}
