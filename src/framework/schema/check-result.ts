import {
  equal,
  isMap,
  isUnknown,
  isWhollyKnown,
  type Misfit,
  type Path,
  type Type,
  type Value,
} from "../value";

/**
 * Finds what core would refuse in the result of an apply ("Provider produced inconsistent result after apply"):
 * every value that was known in the plan must be the same in the result; unknown ones may become anything.
 */
export function findResultMisfit(
  type: Type,
  planned: Value,
  result: Value,
  path: Path = [],
): Misfit | undefined {
  if (isUnknown(planned)) return undefined;
  if (planned === null || result === null || isUnknown(result)) {
    return planned === result ? undefined : changed(path);
  }
  if (isWhollyKnown(planned)) return firstDifference(type, planned, result, path);
  switch (type.kind) {
    case "object":
      return first(Object.entries(type.attributes), ([name, inner]) =>
        findResultMisfit(inner, part(planned, name), part(result, name), [...path, { attribute: name }]),
      );
    case "list":
      return findListMisfit(type.element, planned as readonly Value[], result as readonly Value[], path);
    case "map":
      return findMapMisfit(type.element, planned, result, path);
    case "set":
      return (result as readonly Value[]).length > (planned as readonly Value[]).length
        ? changed(path)
        : undefined;
    default:
      return undefined;
  }
}

/** The first place in a value that is not known, undefined where all is. */
export function findUnknown(type: Type, value: Value, path: Path = []): Path | undefined {
  if (isUnknown(value)) return path;
  if (value === null || isWhollyKnown(value)) return undefined;
  if (type.kind !== "object") return path;
  return first(Object.entries(type.attributes), ([name, inner]) =>
    findUnknown(inner, part(value, name), [...path, { attribute: name }]),
  );
}

function firstDifference(type: Type, planned: Value, result: Value, path: Path): Misfit | undefined {
  if (equal(type, planned, result)) return undefined;
  if (type.kind !== "object") return changed(path);
  return first(Object.entries(type.attributes), ([name, inner]) =>
    firstDifference(inner, part(planned, name), part(result, name), [...path, { attribute: name }]),
  );
}

function findListMisfit(
  element: Type,
  planned: readonly Value[],
  result: readonly Value[],
  path: Path,
): Misfit | undefined {
  if (planned.length !== result.length) return changed(path);
  return first(planned.entries(), ([index, item]) =>
    findResultMisfit(element, item, result[index] ?? null, [...path, { index }]),
  );
}

function findMapMisfit(element: Type, planned: Value, result: Value, path: Path): Misfit | undefined {
  if (!isMap(planned) || !isMap(result) || planned.size !== result.size) return changed(path);
  return first(planned, ([key, item]) =>
    result.has(key)
      ? findResultMisfit(element, item, result.get(key) ?? null, [...path, { key }])
      : changed([...path, { key }]),
  );
}

function part(object: Value, name: string): Value {
  return (object as Readonly<Record<string, Value>>)[name] ?? null;
}

function changed(path: Path): Misfit {
  return { path, problem: "was planned with another value than the one that was returned" };
}

function first<I, R>(items: Iterable<I>, find: (item: I) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
