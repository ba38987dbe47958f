import {
  Dynamic,
  formatPath,
  objectValue,
  type Path,
  parseNumber,
  type Type,
  typeFromJson,
  type Value,
  valueMap,
} from "../../value";
import { type ExactJson, JsonNumber, parseExactJson } from "./exact-json";

/**
 * Reads a value of a type from the JSON of a state file. A state may be older than the schema: unknown names are
 * ignored, and missing ones are null.
 * @throws SyntaxError for invalid JSON, TypeError for a value of another type. Both name the place, never the value.
 */
export function decodeStateJson(type: Type, json: Uint8Array): Value {
  return fromJson(type, parseExactJson(Buffer.from(json).toString("utf8")), []);
}

function fromJson(type: Type, json: ExactJson, path: Path): Value {
  if (json === null) return null;
  switch (type.kind) {
    case "string":
      return toText(json, path);
    case "bool":
      return toBool(json, path);
    case "number":
      return toNumber(json, path);
    case "list":
    case "set":
      return expectArray(json, path).map((item, index) => fromJson(type.element, item, [...path, { index }]));
    case "tuple":
      return fromTuple(type.elements, expectArray(json, path), path);
    case "map":
      return valueMap(
        [...expectObject(json, path)].map(([key, item]) => [
          key,
          fromJson(type.element, item, [...path, { key }]),
        ]),
      );
    case "object":
      return fromObject(type.attributes, expectObject(json, path), path);
    case "dynamic":
      return fromDynamic(expectObject(json, path), path);
  }
}

/** Converts to a string as cty does: an attribute that became a string needs no new schema version. */
function toText(json: ExactJson, path: Path): string {
  if (json instanceof JsonNumber) return json.text;
  return typeof json === "boolean" ? String(json) : expectString(json, path);
}

/** The strings that cty converts to a bool. */
const BOOLS: ReadonlyMap<ExactJson, boolean> = new Map<ExactJson, boolean>([
  [true, true],
  ["true", true],
  ["1", true],
  [false, false],
  ["false", false],
  ["0", false],
]);

function toBool(json: ExactJson, path: Path): boolean {
  const bool = BOOLS.get(json);
  if (bool === undefined) throw misfit("a bool", path);
  return bool;
}

function toNumber(json: ExactJson, path: Path): Value {
  const text = json instanceof JsonNumber ? json.text : json;
  try {
    return parseNumber(expectString(text, path));
  } catch {
    throw misfit("a number", path);
  }
}

function fromTuple(elements: readonly Type[], items: readonly ExactJson[], path: Path): Value {
  if (items.length !== elements.length) throw misfit(`${elements.length} elements`, path);
  return elements.map((element, index) => fromJson(element, items[index] ?? null, [...path, { index }]));
}

function fromObject(
  attributes: Readonly<Record<string, Type>>,
  entries: ReadonlyMap<string, ExactJson>,
  path: Path,
): Value {
  return objectValue(
    Object.entries(attributes).map(([attribute, inner]) => [
      attribute,
      fromJson(inner, entries.get(attribute) ?? null, [...path, { attribute }]),
    ]),
  );
}

function fromDynamic(entries: ReadonlyMap<string, ExactJson>, path: Path): Dynamic {
  let type: Type;
  try {
    type = typeFromJson(toPlain(entries.get("type") ?? null));
  } catch {
    throw misfit("a value with its type", path);
  }
  return new Dynamic(type, fromJson(type, entries.get("value") ?? null, path));
}

function toPlain(json: ExactJson): unknown {
  if (Array.isArray(json)) return json.map(toPlain);
  if (json !== null && typeof json === "object" && !(json instanceof JsonNumber)) {
    const entries = json as ReadonlyMap<string, ExactJson>;
    return Object.fromEntries([...entries].map(([key, item]) => [key, toPlain(item)]));
  }
  return json;
}

function expectString(json: ExactJson, path: Path): string {
  if (typeof json !== "string") throw misfit("a string", path);
  return json;
}

function expectArray(json: ExactJson, path: Path): readonly ExactJson[] {
  if (!Array.isArray(json)) throw misfit("an array", path);
  return json as readonly ExactJson[];
}

function expectObject(json: ExactJson, path: Path): ReadonlyMap<string, ExactJson> {
  if (json === null || typeof json !== "object" || Array.isArray(json) || json instanceof JsonNumber) {
    throw misfit("an object", path);
  }
  return json as ReadonlyMap<string, ExactJson>;
}

function misfit(wanted: string, path: Path): TypeError {
  const place = path.length === 0 ? "the state" : formatPath(path);
  return new TypeError(`${place} is not ${wanted}`);
}
