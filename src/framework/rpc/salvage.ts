import { attributeType, type Schema, withBlocks } from "../schema";
import {
  findMisfit,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  objectValue,
  type Value,
  withoutUnknown,
} from "../value";

/**
 * What can be kept of a result that breaks a rule: each attribute from the first of the candidates that has a known,
 * fitting value for it. The object exists by then, and forgetting it would leave it to nobody.
 */
export function salvage(schema: Schema, candidates: readonly unknown[]): ObjectValue {
  const objects = candidates.filter(isPlainObject);
  const kept = objectValue(
    Object.entries(schema).map(([name, attribute]) => {
      if (attribute.writeOnly) return [name, null];
      const type = attributeType(attribute);
      const values: readonly (Value | undefined)[] = objects.map((object) => object[name]);
      const found = values.find((value) => !isUnknown(value) && findMisfit(type, value) === undefined);
      return [name, withoutUnknown(found ?? null)];
    }),
  );
  return withBlocks(schema, kept);
}
