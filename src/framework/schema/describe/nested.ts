import {
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  type Path,
  type Value,
  valueMap,
} from "../../value/index";
import type { NestedAttribute } from "./attribute";
import type { Configured } from "./configured";

/** One element of a nested attribute, with its step from the attribute that holds it. */
export interface NestedElement {
  readonly path: Path;
  /** An object, null or unknown. */
  readonly value: Value;
}

/** One nested object, with its step from the attribute that holds it. */
export interface NestedObject {
  readonly path: Path;
  readonly object: ObjectValue;
}

/**
 * The elements of a nested attribute's value, each with a path that finds the same element in another value of the
 * attribute. A set yields no elements, because its elements have no such path.
 */
export function nestedElements(attribute: NestedAttribute, value: Value): readonly NestedElement[] {
  if (value === null || isUnknown(value)) return [];
  switch (attribute.nesting) {
    case "single":
      return [{ path: [], value }];
    case "list":
      return (value as readonly Value[]).map((item, index) => ({ path: [{ index }], value: item }));
    case "map":
      return [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => ({
        path: [{ key }],
        value: item,
      }));
    case "set":
      return [];
  }
}

/** The known objects among the elements of a nested attribute. */
export function nestedObjects(attribute: NestedAttribute, value: Value): readonly NestedObject[] {
  return nestedElements(attribute, value).flatMap(({ path, value: element }) =>
    isPlainObject(element) ? [{ path, object: element }] : [],
  );
}

/** The element at a path of `nestedElements` in another value of the same attribute; null if there is none. */
export function nestedElementAt(value: Value | undefined, path: Path): Value {
  const [step] = path;
  if (step === undefined) return value ?? null;
  if ("key" in step) return isMap(value) ? (value.get(step.key) ?? null) : null;
  return "index" in step && Array.isArray(value) ? ((value as readonly Value[])[step.index] ?? null) : null;
}

/** The object at a path of `nestedObjects` in another value of the same attribute; null if there is none. */
export function nestedObjectAt(value: Value | undefined, path: Path): ObjectValue | null {
  const found = nestedElementAt(value, path);
  return isPlainObject(found) ? found : null;
}

/** The configuration of an element: unknown if the element or its container is unknown. */
export function configuredAt(value: Value, path: Path): Configured {
  const found = isUnknown(value) ? value : nestedElementAt(value, path);
  return isPlainObject(found) || isUnknown(found) ? found : null;
}

/** Maps the known objects in a nested attribute's value and keeps everything else. */
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
      return valueMap(
        [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [
          key,
          isPlainObject(item) ? change(item, [{ key }]) : item,
        ]),
      );
    case "set":
      return value;
  }
}
