/**
 * A number that a JavaScript number cannot hold: cty's numbers are decimal and exact
 * (20-digit integers, 25-digit fractions), and a rounded one would show as a change in every plan.
 */
export class ExactNumber {
  /** @param text canonical decimal text, as `parseNumber` makes it. */
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }

  /** Text, since a number in JSON would lose digits where it is parsed. */
  toJSON(): string {
    return this.text;
  }
}

/** A number as the framework passes it: a JavaScript number if that is exact, else an `ExactNumber`. */
export type NumberValue = number | ExactNumber;

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const MAX_PLAIN_DIGITS = 400;
/** Terraform refuses a number with a larger exponent, and reads 0 for one with an exponent as far below zero. */
const LARGEST_EXPONENT = 646_456_000;

/**
 * Reads decimal text exactly.
 * @throws TypeError when the text is no decimal number; it does not repeat the text, which may be secret.
 */
export function parseNumber(text: string): NumberValue {
  const canonical = canonicalDecimal(text);
  const plain = Number(text);
  return isExact(plain) && canonicalDecimal(String(plain)) === canonical
    ? plain + 0
    : new ExactNumber(canonical);
}

/**
 * Whether a JavaScript number equals its decimal text exactly. Beyond 2^53 JavaScript prints other digits than the
 * double holds, and core compares every digit of an integer (Terraform 1.11, tried).
 */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
}

/** An integer of any size. */
export function fromBigInt(value: bigint): NumberValue {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : new ExactNumber(value.toString());
}

/** Canonical text: equal numbers have the same text, in whatever form they are held. */
export function numberKey(value: NumberValue): string {
  if (typeof value !== "number") return value.text;
  if (Number.isSafeInteger(value)) return String(value);
  return Number.isFinite(value) ? canonicalDecimal(String(value)) : String(value);
}

/** Whether two numbers are equal, by their decimal digits. */
export function sameNumber(a: NumberValue, b: NumberValue): boolean {
  if (a === b) return true;
  return (typeof a !== "number" || typeof b !== "number") && numberKey(a) === numberKey(b);
}

/** Compares two numbers: below 0 if the second is larger, above 0 if the first is larger, else 0. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [numberKey(a), numberKey(b)];
  const [leftSign, rightSign] = [signOf(left), signOf(right)];
  if (leftSign !== rightSign || leftSign === 0) return leftSign - rightSign;
  return leftSign * compareDecimals(scientific(left), scientific(right));
}

function signOf(key: string): number {
  if (key === "0") return 0;
  return key.startsWith("-") ? -1 : 1;
}

/** Digits without leading and trailing zeros, and the position of the decimal point among all digits. */
interface Scientific {
  readonly digits: string;
  readonly point: number;
}

function scientific(key: string): Scientific {
  const [, whole = "", fraction = "", exponent = "0"] = /^-?(\d*)\.?(\d*)(?:e(-?\d+))?$/.exec(key) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const zeros = whole.length + fraction.length - digits.length;
  return { digits: withoutTrailingZeros(digits), point: whole.length - zeros + Number(exponent) };
}

function compareDecimals(a: Scientific, b: Scientific): number {
  if (a.point !== b.point) return a.point - b.point;
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1;
}

function canonicalDecimal(text: string): string {
  const match = DECIMAL.exec(text);
  if (match === null) throw new TypeError("not a decimal number");
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = match;
  const significant = (whole + fraction).replace(/^0+/, "");
  const digits = withoutTrailingZeros(significant);
  const exponent = Number(exponentText) - fraction.length + significant.length - digits.length;
  if (digits === "" || exponent < -LARGEST_EXPONENT) return "0";
  if (!(exponent <= LARGEST_EXPONENT)) throw new TypeError("not a number that Terraform can hold");
  return (sign === "-" ? "-" : "") + placePoint(digits, exponent);
}

/** A loop, not a pattern: a pattern takes time that grows with the square of the number of zeros. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}

function placePoint(digits: string, exponent: number): string {
  if (Math.abs(exponent) > MAX_PLAIN_DIGITS) return `${digits}e${exponent}`;
  if (exponent >= 0) return digits + "0".repeat(exponent);
  const point = digits.length + exponent;
  if (point > 0) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  return `0.${"0".repeat(-point)}${digits}`;
}
