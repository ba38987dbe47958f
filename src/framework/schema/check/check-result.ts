import {
  conformsTo,
  Dynamic,
  distinctItems,
  equal,
  isMap,
  isUnknown,
  isWhollyKnown,
  type Misfit,
  mayBecome,
  type Path,
  type PathStep,
  type Type,
  type Value,
  valueKey,
  withNormalKeys,
} from "../../value/index";

const OUT_OF_RANGE = "was returned with a value that Terraform ruled out while it was not known";

/**
 * Finds what core would refuse in the result of an apply ("Provider produced inconsistent result after apply"):
 * a value that was known in the plan must be the same in the result, and an unknown one may become any value.
 */
export function findResultMisfit(
  type: Type,
  planned: Value,
  result: Value,
  path: Path = [],
): Misfit | undefined {
  // If the type was unknown too, any value is allowed, including null.
  if (type.kind === "dynamic") return findDynamicMisfit(planned, result, path);
  if (isUnknown(planned)) {
    return isUnknown(result) || mayBecome(planned, result) ? undefined : { path, problem: OUT_OF_RANGE };
  }
  if (planned === null || result === null || isUnknown(result)) {
    return planned === result ? undefined : changed(path);
  }
  switch (type.kind) {
    case "object":
    case "list":
    case "tuple":
    case "map":
      return findPartMisfit(type, planned, result, path);
    case "set":
      return sameSet(type.element, planned as readonly Value[], result as readonly Value[])
        ? undefined
        : changed(path);
    default:
      return equal(type, planned, result) ? undefined : changed(path);
  }
}

/** The first unknown place in a value, or undefined. An unknown element of a set is reported at the set. */
export function findUnknown(type: Type, value: Value, path: Path = []): Path | undefined {
  if (isUnknown(value)) return path;
  if (value === null || isWhollyKnown(value)) return undefined;
  return (
    first(partsOf(type, value), ([step, inner, part]) => findUnknown(inner, part, [...path, step])) ?? path
  );
}

type Part = readonly [PathStep, Type, Value];

/** The parts of a value, each with its path; empty for a set, whose elements have no path. */
function partsOf(type: Type, value: Value): readonly Part[] {
  switch (type.kind) {
    case "object":
      return Object.entries(type.attributes).map(([attribute, inner]) => [
        { attribute },
        inner,
        (value as Readonly<Record<string, Value>>)[attribute] ?? null,
      ]);
    case "list":
      return (value as readonly Value[]).map((item, index) => [{ index }, type.element, item]);
    case "tuple":
      return type.elements.map((inner, index) => [
        { index },
        inner,
        (value as readonly Value[])[index] ?? null,
      ]);
    case "map":
      return [...withNormalKeys(value as ReadonlyMap<string, Value>)].map(([key, item]) => [
        { key },
        type.element,
        item,
      ]);
    default:
      return [];
  }
}

function findPartMisfit(type: Type, planned: Value, result: Value, path: Path): Misfit | undefined {
  const before = partsOf(type, planned);
  const after = partsOf(type, result);
  if (before.length !== after.length) return changed(path);
  const found = isMap(result) ? withNormalKeys(result) : undefined;
  return first(before.entries(), ([index, [step, inner, part]]) => {
    const other = "key" in step ? found?.get(step.key) : after[index]?.[2];
    const here = [...path, step];
    return other === undefined ? changed(here) : findResultMisfit(inner, part, other, here);
  });
}

function findDynamicMisfit(planned: Value, result: Value, path: Path): Misfit | undefined {
  if (!(planned instanceof Dynamic)) return undefined;
  if (!(result instanceof Dynamic) || !conformsTo(result.type, planned.type)) return changed(path);
  return findResultMisfit(planned.type, planned.value, result.value, path);
}

/**
 * Whether each planned element matches one of the result, and vice versa. A set that was not wholly known may shrink,
 * because elements may turn out equal, but must not grow.
 */
function sameSet(element: Type, planned: readonly Value[], result: readonly Value[]): boolean {
  const open = planned.filter((item) => !isWhollyKnown(item));
  if (open.length === 0) return equal({ kind: "set", element }, planned, result);
  const found = distinctItems(element, result);
  if (found.length > distinctItems(element, planned).length) return false;
  const known = new Set(planned.filter(isWhollyKnown).map((item) => valueKey(element, item)));
  const left = new Set([...known]);
  const fits = (before: Value, after: Value) => findResultMisfit(element, before, after) === undefined;
  for (const item of found) {
    const key = valueKey(element, item);
    left.delete(key);
    if (!known.has(key) && !open.some((before) => fits(before, item))) return false;
  }
  return left.size === 0 && open.every((before) => found.some((after) => fits(before, after)));
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
