import { isWhollyKnown, type Value } from "../../value/index";
import type { Attribute, Validation } from "../describe/attribute";

/**
 * The first problem that an attribute's validators find in a value that is not null. A value with unknown parts is
 * given only to validators that accept one.
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
