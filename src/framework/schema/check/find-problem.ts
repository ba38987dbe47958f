import { isWhollyKnown, type Value } from "../../value/index";
import type { Attribute, Validation } from "../describe/attribute";

/**
 * What the first of an attribute's validators says of a value that is not null. While parts of it are unknown only
 * those are asked that can deal with it.
 */
export function findProblem({ validate }: Attribute, value: Value): string | undefined {
  const known = isWhollyKnown(value);
  for (const validation of validate as readonly Validation<unknown>[]) {
    const problem =
      typeof validation === "function" ? known && validation(value) : validation.check(value as never);
    if (typeof problem === "string") return problem;
  }
  return undefined;
}
