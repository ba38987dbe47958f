import { children } from "./conform";
import { formatPath, type Path } from "./path";
import type { Type } from "./type";
import { Dynamic, isUnknown, type Value } from "./value";

/**
 * Whether a path exists in a value of a type. A null counts as existing, and so does any path within an unknown value.
 */
export function hasPath(type: Type, value: Value | undefined, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined || isUnknown(value)) return true;
  if (value === null || value === undefined) return false;
  if (value instanceof Dynamic) return hasPath(value.type, value.value, path);
  for (const [own, inner, part] of children(type, value)) {
    if (own !== null && formatPath([own]) === formatPath([step])) return hasPath(inner, part, rest);
  }
  return false;
}
