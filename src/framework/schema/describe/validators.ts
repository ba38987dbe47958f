import { isIP } from "node:net";
import { compareNumbers, type NumberValue, parseNumber } from "../../value/index";
import type { Validator } from "./attribute";

/** A validator that leaves only these values, for the compiler too. */
export type OnlyOneOf<W> = Validator<string> & { readonly __only: W };

/** One of the given strings. The attribute's TypeScript type becomes their union. */
export function oneOf<const W extends string>(...allowed: readonly W[]): OnlyOneOf<W> {
  const check: Validator<string> = (value) =>
    (allowed as readonly string[]).includes(value)
      ? undefined
      : `must be one of ${allowed.map((item) => JSON.stringify(item)).join(", ")}; it is ${JSON.stringify(value)}.`;
  return check as OnlyOneOf<W>;
}

/** A string that matches a pattern; `rule` describes the pattern in words. */
export function matches(pattern: RegExp, rule: string): Validator<string> {
  return (value) => {
    // A pattern with the flag g or y would go on where its last search ended.
    pattern.lastIndex = 0;
    return pattern.test(value) ? undefined : `${rule}; it is ${JSON.stringify(value)}.`;
  };
}

/** A number of at least `least`. */
export function atLeast(least: number): Validator<NumberValue> {
  return (value) =>
    compare(value, least) >= 0 ? undefined : `must be at least ${least}; it is ${String(value)}.`;
}

/** A number of at most `most`. */
export function atMost(most: number): Validator<NumberValue> {
  return (value) =>
    compare(value, most) <= 0 ? undefined : `must be at most ${most}; it is ${String(value)}.`;
}

/** A number from `least` to `most`, both included. */
export function between(least: number, most: number): Validator<NumberValue> {
  return (value) =>
    compare(value, least) >= 0 && compare(value, most) <= 0
      ? undefined
      : `must be from ${least} to ${most}; it is ${String(value)}.`;
}

function compare(value: NumberValue, bound: number): number {
  return compareNumbers(value, parseNumber(String(bound)));
}

/** A string whose number of Unicode code points is in these bounds. */
export function lengthBetween(least: number, most: number): Validator<string> {
  return (value) => outside([...value].length, [least, most], "characters");
}

/** A list, set or map with a number of elements in these bounds. */
export function sizeBetween(
  least: number,
  most: number,
): Validator<readonly unknown[] | ReadonlyMap<string, unknown>> {
  return (value) => outside("size" in value ? value.size : value.length, [least, most], "elements");
}

function outside(found: number, [least, most]: readonly [number, number], what: string): string | undefined {
  if (found >= least && found <= most) return undefined;
  const bounds = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
  return `must have ${bounds} ${what}; it has ${found}.`;
}

/** An absolute URL of one of the protocols, by default http and https. */
export function url(...protocols: readonly string[]): Validator<string> {
  const allowed = protocols.length === 0 ? ["https", "http"] : protocols;
  return (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed !== null && allowed.includes(parsed.protocol.slice(0, -1))) return undefined;
    // The value is not repeated: a URL can hold a password.
    return `must be a URL that begins with ${allowed.map((one) => `${one}:`).join(" or ")}.`;
  };
}

/** An IP network in CIDR form, such as `10.0.0.0/8` or `2001:db8::/32`. */
export function cidr(value: string): string | undefined {
  const [, address = "", bits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(value) ?? [];
  const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (Number(bits) <= most && bits === String(Number(bits))) return undefined;
  return `must be a network such as "10.0.0.0/8" or "2001:db8::/32"; it is ${JSON.stringify(value)}.`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A UUID of any version, in the form of 36 characters. */
export function uuid(value: string): string | undefined {
  return UUID.test(value) ? undefined : `must be a UUID; it is ${JSON.stringify(value)}.`;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A time in the form of RFC 3339, as Terraform's `timestamp` gives it. */
export function rfc3339(value: string): string | undefined {
  const parts = RFC3339.exec(value)?.slice(1, 7).map(Number);
  if (parts !== undefined && isTime(parts)) return undefined;
  return `must be a time such as "2030-01-31T12:00:00Z"; it is ${JSON.stringify(value)}.`;
}

function isTime([
  year = 0,
  month = 0,
  day = 0,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): boolean {
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return false;
  const lastDay = new Date(Date.UTC(year, month, 0));
  lastDay.setUTCFullYear(year, month, 0);
  return day >= 1 && day <= lastDay.getUTCDate();
}

/** A JSON text. */
export function json(value: string): string | undefined {
  try {
    JSON.parse(value);
    return undefined;
  } catch {
    return "must be JSON. jsonencode makes JSON of a value.";
  }
}
