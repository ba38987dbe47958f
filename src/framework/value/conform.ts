import { entriesOf } from "./entries";
import { ExactNumber } from "./number";
import type { Path } from "./path";
import type { Type } from "./type";
import { Dynamic, isMap, isPlainObject, isUnknown, type ObjectValue, type Value } from "./value";

type Attributes = Readonly<Record<string, Type>>;

/** What is wrong with a value, and where. */
export interface Misfit {
  readonly path: Path;
  readonly problem: string;
}

const KINDS: { readonly [K in Type["kind"]]: (value: Value) => boolean } = {
  string: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  number: (value) => (typeof value === "number" && Number.isFinite(value)) || value instanceof ExactNumber,
  list: Array.isArray,
  set: Array.isArray,
  tuple: Array.isArray,
  map: isMap,
  object: isPlainObject,
  dynamic: (value) => value instanceof Dynamic,
};

/** The first place where a value does not fit its type; undefined if it fits. */
export function findMisfit(type: Type, value: Value | undefined, path: Path = []): Misfit | undefined {
  if (value === undefined) return { path, problem: "is missing" };
  if (value === null || isUnknown(value)) return undefined;
  if (!KINDS[type.kind](value))
    return { path, problem: `must be ${article(type.kind)}, is ${kindOf(value)}${remedy(type, value)}` };
  const misfit =
    type.kind === "object"
      ? misfitIn(type.attributes, value as ObjectValue, path)
      : misfitAmong(type, value, path);
  return misfit ?? unexpected(type, value, path);
}

/** Does not use `children`: most values are objects, and most attributes are null, so this path must be fast. */
function misfitIn(attributes: Attributes, object: ObjectValue, path: Path): Misfit | undefined {
  for (const [attribute, type] of entriesOf(attributes)) {
    const part = object[attribute];
    const misfit = part === null ? undefined : findMisfit(type, part, [...path, { attribute }]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function misfitAmong(type: Type, value: Value, path: Path): Misfit | undefined {
  for (const [step, inner, part] of children(type, value)) {
    const misfit = findMisfit(inner, part, step === null ? path : [...path, step]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

/** Step, type and value of a part; elements of a set have no step, since no path leads to them. */
type Child = readonly [Path[number] | null, Type, Value | undefined];

/** The parts of a known value, as its type defines them; empty for a primitive. */
export function* children(type: Type, value: Value): Generator<Child> {
  switch (type.kind) {
    case "list":
      for (const [index, item] of (value as readonly Value[]).entries())
        yield [{ index }, type.element, item];
      return;
    case "set":
      for (const item of value as readonly Value[]) yield [null, type.element, item];
      return;
    case "tuple":
      for (const [index, element] of type.elements.entries())
        yield [{ index }, element, (value as readonly Value[])[index]];
      return;
    case "map":
      for (const [key, item] of value as ReadonlyMap<string, Value>) yield [{ key }, type.element, item];
      return;
    case "object":
      for (const [attribute, inner] of entriesOf(type.attributes))
        yield [{ attribute }, inner, (value as Readonly<Record<string, Value>>)[attribute]];
      return;
    default:
  }
}

function unexpected(type: Type, value: Value, path: Path): Misfit | undefined {
  if (type.kind === "object") {
    const name = Object.keys(value as object).find((key) => !Object.hasOwn(type.attributes, key));
    if (name !== undefined) return { path: [...path, { attribute: name }], problem: "is not in the schema" };
  }
  if (type.kind === "tuple" && (value as readonly Value[]).length > type.elements.length) {
    return { path, problem: `must have ${type.elements.length} elements` };
  }
  if (type.kind === "dynamic") return findMisfit((value as Dynamic).type, (value as Dynamic).value, path);
  return undefined;
}

function article(kind: string): string {
  return /^[aeiou]/i.test(kind) ? `an ${kind}` : `a ${kind}`;
}

/** What kind of JavaScript value something is, with its article. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (isMap(value)) return "a map";
  if (typeof value === "boolean") return "a bool";
  const tag = typeof value === "object" ? Object.prototype.toString.call(value).slice(8, -1) : "";
  return tag === "" || tag === "Object" ? article(typeof value) : article(tag);
}

/** What an author has to return instead of a value that is often confused with the right one. */
function remedy({ kind }: Type, value: unknown): string {
  const given = kindOf(value);
  if (given === "a Promise") return ": the value itself is needed, so await it";
  if (given === "a Set" && (kind === "set" || kind === "list")) return ": spread it into an array";
  if (kind === "map" && given === "an object") return ": make a Map of it";
  return kind === "object" && given === "a map" ? ": make an object of it, as with Object.fromEntries" : "";
}
