import { Dynamic, objectValue, parseNumber, type Type, typeFromJson, type Value } from "../value";
import { type ExactJson, JsonNumber, parseExactJson } from "./exact-json";

/**
 * Reads a value of a type from the JSON of a state file. Names that the type does not have are passed over,
 * missing ones are null: a state may be older than the schema.
 * @throws SyntaxError when it is no JSON, TypeError when it does not fit the type.
 */
export function decodeStateJson(type: Type, json: Uint8Array): Value {
  return fromJson(type, parseExactJson(Buffer.from(json).toString("utf8")));
}

function fromJson(type: Type, json: ExactJson): Value {
  if (json === null) return null;
  switch (type.kind) {
    case "string":
      return expectString(json);
    case "bool":
      if (typeof json !== "boolean") throw misfit("a bool");
      return json;
    case "number":
      return parseNumber(json instanceof JsonNumber ? json.text : expectString(json));
    case "list":
    case "set":
      return expectArray(json).map((item) => fromJson(type.element, item));
    case "tuple":
      return expectArray(json).map((item, index) =>
        fromJson(type.elements[index] ?? { kind: "dynamic" }, item),
      );
    case "map":
      return new Map([...expectObject(json)].map(([key, item]) => [key, fromJson(type.element, item)]));
    case "object": {
      const entries = expectObject(json);
      return objectValue(
        Object.entries(type.attributes).map(([name, inner]) => [
          name,
          fromJson(inner, entries.get(name) ?? null),
        ]),
      );
    }
    case "dynamic":
      return fromDynamicJson(expectObject(json));
  }
}

function fromDynamicJson(entries: ReadonlyMap<string, ExactJson>): Dynamic {
  const type = typeFromJson(toPlain(entries.get("type") ?? null));
  return new Dynamic(type, fromJson(type, entries.get("value") ?? null));
}

function toPlain(json: ExactJson): unknown {
  if (Array.isArray(json)) return json.map(toPlain);
  if (json !== null && typeof json === "object" && !(json instanceof JsonNumber)) {
    const entries = json as ReadonlyMap<string, ExactJson>;
    return Object.fromEntries([...entries].map(([key, item]) => [key, toPlain(item)]));
  }
  return json;
}

function expectString(json: ExactJson): string {
  if (typeof json !== "string") throw misfit("a string");
  return json;
}

function expectArray(json: ExactJson): readonly ExactJson[] {
  if (!Array.isArray(json)) throw misfit("an array");
  return json as readonly ExactJson[];
}

function expectObject(json: ExactJson): ReadonlyMap<string, ExactJson> {
  if (json === null || typeof json !== "object" || Array.isArray(json) || json instanceof JsonNumber) {
    throw misfit("an object");
  }
  return json as ReadonlyMap<string, ExactJson>;
}

function misfit(wanted: string): TypeError {
  return new TypeError(`the state has something else where ${wanted} was expected`);
}
