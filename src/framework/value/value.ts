import type { ExactNumber } from "./number";
import type { Range } from "./range";
import type { Type } from "./type";

/**
 * A value that is not known yet. Its refinements (not null, a prefix, bounds) are kept as the bytes that core sent, so
 * that the value goes back to core unchanged.
 */
export class Unknown {
  /**
   * @param refinements body of msgpack extension 12; null if there is none.
   * @param range what these bytes say.
   */
  constructor(
    readonly refinements: Uint8Array | null = null,
    readonly range: Range | null = null,
  ) {}

  /** @throws TypeError always: converted to text or a number, it would put an invented value into a plan. */
  [Symbol.toPrimitive](): never {
    throw notKnown();
  }

  /** @throws TypeError always. */
  toString(): never {
    throw notKnown();
  }

  /** @throws TypeError always. */
  toJSON(): never {
    throw notKnown();
  }
}

function notKnown(): TypeError {
  return new TypeError(
    "A value that is not known yet was used as if it were known. While planning, ask isUnknown(value) first.",
  );
}

/** An unknown value without refinements. */
export const UNKNOWN: Unknown = new Unknown();

/** A value of type `dynamic`, with its actual type. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** An object's attributes; made with a null prototype, since `__proto__` and `constructor` are legal names. */
export interface ObjectValue {
  readonly [name: string]: Value;
}

/**
 * Everything that a cty value can be. Lists, sets and tuples are arrays, maps are `Map`, null is null of any type.
 * `undefined` is never a value.
 */
export type Value =
  | null
  | string
  | boolean
  | number
  | ExactNumber
  | Unknown
  | Dynamic
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | ObjectValue;

/** Whether this value itself is unknown. A known value may still have unknown parts. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** Whether neither the value nor anything inside it is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (value === null || typeof value !== "object") return true;
  if (value instanceof Unknown) return false;
  for (const part of parts(value)) if (!isWhollyKnown(part)) return false;
  return true;
}

/** A value with null wherever it is not known. */
export function withoutUnknown(value: Value): Value {
  if (isUnknown(value)) return null;
  return isWhollyKnown(value) ? value : mapParts(value, withoutUnknown);
}

/** The value without refinements: its unknown parts become plain unknowns. */
export function withoutRefinements(value: Value): Value {
  if (isUnknown(value)) return value.refinements === null ? value : UNKNOWN;
  if (isWhollyKnown(value)) return value;
  return mapParts(value, withoutRefinements);
}

/** A deep copy: changing it leaves the original value as it is. */
export function copyOf(value: Value): Value {
  const hasParts = Array.isArray(value) || isMap(value) || isPlainObject(value) || value instanceof Dynamic;
  return hasParts ? mapParts(value, copyOf) : value;
}

function mapParts(value: Value, change: (part: Value) => Value): Value {
  if (value instanceof Dynamic) return new Dynamic(value.type, change(value.value));
  if (Array.isArray(value)) return (value as readonly Value[]).map(change);
  if (isMap(value)) return valueMap([...value].map(([key, item]) => [key, change(item)]));
  return objectValue(Object.entries(value as ObjectValue).map(([name, item]) => [name, change(item)]));
}

function parts(value: Exclude<Value, null | string | boolean | number>): Iterable<Value> {
  if (value instanceof Dynamic) return [value.value];
  if (Array.isArray(value)) return value as readonly Value[];
  if (isMap(value)) return value.values();
  return isPlainObject(value) ? Object.values(value) : [];
}

/** Whether a value is a cty map. Compares the tag, because test runners create Maps in another realm. */
export function isMap(value: unknown): value is ReadonlyMap<string, Value> {
  return Object.prototype.toString.call(value) === "[object Map]";
}

/** Whether a value is a cty object: no array, no map, none of this module's classes. */
export function isPlainObject(value: unknown): value is ObjectValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Makes a map value. As JSON it is an object; a plain Map would be `{}`. */
export function valueMap<V extends Value>(entries: Iterable<readonly [string, V]> = []): Map<string, V> {
  return Object.defineProperty(new Map(entries), "toJSON", { value: mapToJson });
}

function mapToJson(this: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(this);
}

/** Freezes a value at any depth. A change of it then throws, and so does one of a map. */
export function freeze<V extends Value>(value: V): V {
  if (value === null || typeof value !== "object" || value instanceof Unknown || Object.isFrozen(value))
    return value;
  for (const part of parts(value)) freeze(part);
  if (isMap(value))
    for (const name of MAP_CHANGES) Object.defineProperty(value, name, { value: refuseChange });
  return Object.freeze(value);
}

const MAP_CHANGES = ["set", "delete", "clear"];

function refuseChange(): never {
  throw new TypeError("A map that Terraform sent was changed in place. Make a new Map with the change.");
}

/** Makes an object value from name and value pairs. */
export function objectValue(entries: Iterable<readonly [string, Value]>): ObjectValue {
  const object: Record<string, Value> = Object.create(null);
  for (const [name, value] of entries) object[name] = value;
  return object;
}
