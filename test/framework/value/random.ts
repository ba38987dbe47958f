import { encodeValue } from "../../../src/framework/protocol/msgpack/encode-value";
import {
  Dynamic,
  distinctItems,
  ExactNumber,
  objectValue,
  parseNumber,
  type Type,
  types,
  typeToJson,
  UNKNOWN,
  Unknown,
  type Value,
} from "../../../src/framework/value";

/** Makes the same types and values again for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, not including, `end`. The generator is known as mulberry32. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % end;
  }

  /** One of some things. */
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** Some things, none at times. */
  some<T>(make: (index: number) => T): T[] {
    return Array.from({ length: this.pick([0, 1, 2, 3, 20]) }, (_, index) => make(index));
  }
}

const NAMES = ["a", "b", "id", "__proto__", "constructor", "1", "caf\u00e9", "name with spaces"] as const;
const TEXTS = ["", "a", "hello", '"\\', "\u{1f600}", "e\u0301", "x".repeat(300), "null", "\u0000"] as const;
const NUMBERS = [
  "0",
  "-1",
  "42",
  "127",
  "128",
  "65536",
  "4294967296",
  "9007199254740991",
  "9007199254740993",
  "-9223372036854775808",
  "18446744073709551615",
  "0.1",
  "2.5",
  "-1e-7",
  "1e25",
  "12345678901234567890.123456789",
] as const;

/** A type, nested at most so deep. */
export function randomType(random: Random, depth = 3): Type {
  const simple = ["string", "number", "bool"] as const;
  const kind = depth === 0 ? random.pick(simple) : random.pick([...simple, ...NESTING, "object"]);
  const inner = () => randomType(random, depth - 1);
  switch (kind) {
    case "list":
    case "set":
    case "map":
      return { kind, element: inner() };
    case "tuple":
      return { kind, elements: random.some(inner).slice(0, 3) };
    case "object": {
      const attributes: Record<string, Type> = Object.create(null);
      for (const name of random.some(() => random.pick(NAMES))) attributes[name] = inner();
      return { kind, attributes };
    }
    default:
      return { kind } as Type;
  }
}

const NESTING = ["list", "set", "map", "tuple", "dynamic"] as const;

/** What a random value may have in it. */
export interface Allowed {
  readonly unknown: boolean;
}

/** A value of a type. */
export function randomValue(random: Random, type: Type, allowed: Allowed): Value {
  const dice = random.below(12);
  if (dice === 0) return null;
  if (dice === 1 && allowed.unknown) return randomUnknown(random);
  const inner = (t: Type) => randomValue(random, t, allowed);
  switch (type.kind) {
    case "string":
      return random.pick(TEXTS).normalize();
    case "number":
      return parseNumber(random.pick(NUMBERS));
    case "bool":
      return random.pick([true, false]);
    case "list":
      return random.some(() => inner(type.element));
    case "set":
      return distinctItems(
        type.element,
        random.some(() => inner(type.element)),
      );
    case "map":
      return new Map(random.some(() => [random.pick(NAMES), inner(type.element)]));
    case "tuple":
      return type.elements.map(inner);
    case "object":
      return objectValue(Object.entries(type.attributes).map(([name, t]) => [name, inner(t)]));
    case "dynamic":
      return randomDynamic(random, allowed);
  }
}

function randomDynamic(random: Random, allowed: Allowed): Value {
  const type = randomType(random, 1);
  return type.kind === "dynamic" ? null : new Dynamic(type, randomValue(random, type, allowed));
}

function randomUnknown(random: Random): Unknown {
  return random.pick([
    UNKNOWN,
    new Unknown(Uint8Array.of(0x81, 0x01, 0xc2)),
    prefixed("x".repeat(random.below(400))),
  ]);
}

/** An unknown string of which the beginning is known. */
function prefixed(prefix: string): Unknown {
  return new Unknown(Buffer.concat([Buffer.of(0x81, 0x02), encodeValue(types.string, prefix)]));
}

/** The JSON that a state file has for a value. */
export function stateJson(type: Type, value: Value): string {
  if (value === null) return "null";
  const members = (entries: Iterable<readonly [string, string]>) =>
    `{${[...entries].map(([name, json]) => `${JSON.stringify(name)}: ${json}`).join(", ")}}`;
  switch (type.kind) {
    case "list":
    case "set":
      return `[${(value as readonly Value[]).map((item) => stateJson(type.element, item)).join(",")}]`;
    case "tuple":
      return `[${type.elements.map((t, index) => stateJson(t, (value as readonly Value[])[index] ?? null)).join(",")}]`;
    case "map":
      return members(
        [...(value as ReadonlyMap<string, Value>)].map(([key, item]) => [key, stateJson(type.element, item)]),
      );
    case "object":
      return members(
        Object.entries(type.attributes).map(([name, t]) => [
          name,
          stateJson(t, (value as Readonly<Record<string, Value>>)[name] ?? null),
        ]),
      );
    case "dynamic": {
      const { type: inner, value: known } = value as Dynamic;
      return members([
        ["value", stateJson(inner, known)],
        ["type", JSON.stringify(typeToJson(inner))],
      ]);
    }
    default:
      return value instanceof ExactNumber ? value.text : JSON.stringify(value);
  }
}
