import type { Validator } from "./attribute";

/** One of the given strings. */
export function oneOf(...allowed: readonly string[]): Validator<string> {
  return (value) =>
    allowed.includes(value)
      ? undefined
      : `must be one of ${allowed.map((item) => JSON.stringify(item)).join(", ")}; it is ${JSON.stringify(value)}.`;
}

/** A string that matches a pattern; `rule` describes the pattern in words. */
export function matches(pattern: RegExp, rule: string): Validator<string> {
  return (value) => (pattern.test(value) ? undefined : `${rule}; it is ${JSON.stringify(value)}.`);
}
