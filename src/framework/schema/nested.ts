import { isMap, isPlainObject, isUnknown, type ObjectValue, type Path, type Value } from "../value";
import type { NestedAttribute } from "./attribute";

/** One nested object, with its step from the attribute that holds it. */
export interface NestedObject {
  readonly path: Path;
  readonly object: ObjectValue;
}

/**
 * The known objects in a nested attribute's value, each under the path that finds it again in another value of the
 * attribute. Elements of a set have no such path, so there are none.
 */
export function nestedObjects(attribute: NestedAttribute, value: Value): readonly NestedObject[] {
  if (value === null || isUnknown(value)) return [];
  switch (attribute.nesting) {
    case "single":
      return isPlainObject(value) ? [{ path: [], object: value }] : [];
    case "list":
      return (value as readonly Value[]).flatMap((item, index) =>
        isPlainObject(item) ? [{ path: [{ index }], object: item }] : [],
      );
    case "map":
      return [...(value as ReadonlyMap<string, Value>)].flatMap(([key, item]) =>
        isPlainObject(item) ? [{ path: [{ key }], object: item }] : [],
      );
    case "set":
      return [];
  }
}

/** The object at a path of `nestedObjects` in another value of the same attribute; null where there is none. */
export function nestedObjectAt(value: Value | undefined, path: Path): ObjectValue | null {
  const [step] = path;
  const found =
    step === undefined
      ? value
      : "index" in step
        ? (value as readonly Value[] | null)?.[step.index]
        : "key" in step && isMap(value)
          ? value.get(step.key)
          : null;
  return isPlainObject(found) && !isUnknown(found) ? found : null;
}

/** Changes the known objects in a nested attribute's value and leaves everything else as it is. */
export function mapNestedObjects(
  attribute: NestedAttribute,
  value: Value,
  change: (object: ObjectValue, path: Path) => ObjectValue,
): Value {
  if (value === null || isUnknown(value)) return value;
  switch (attribute.nesting) {
    case "single":
      return isPlainObject(value) ? change(value, []) : value;
    case "list":
      return (value as readonly Value[]).map((item, index) =>
        isPlainObject(item) ? change(item, [{ index }]) : item,
      );
    case "map":
      return new Map(
        [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [
          key,
          isPlainObject(item) ? change(item, [{ key }]) : item,
        ]),
      );
    case "set":
      return value;
  }
}
