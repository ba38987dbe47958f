/**
 * A cty type as plain data. `V` is the TypeScript type of its known values and exists for the compiler only.
 */
export type Type<V = unknown> = TypeShape & { readonly __value?: V };

export type TypeShape =
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "bool" }
  | { readonly kind: "dynamic" }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "set"; readonly element: Type }
  | { readonly kind: "map"; readonly element: Type }
  | { readonly kind: "object"; readonly attributes: Readonly<Record<string, Type>> }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] };

/** The JSON form of a cty type, as schemas and dynamic values carry it. */
export type TypeJson = string | readonly [string, ...unknown[]];

/**
 * Limit on the depth of a type: deeper than any real type, but a walk over such a value does not overflow the stack.
 */
const DEEPEST = 1_000;
const PRIMITIVES: ReadonlySet<string> = new Set(["string", "number", "bool", "dynamic"]);
const COLLECTIONS: ReadonlySet<string> = new Set(["list", "set", "map"]);

/** Turns a type into its JSON form, e.g. `["list", "string"]`. */
export function typeToJson(type: Type): TypeJson {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return [type.kind, typeToJson(type.element)];
    case "object":
      return [
        "object",
        Object.fromEntries(Object.entries(type.attributes).map(([name, t]) => [name, typeToJson(t)])),
      ];
    case "tuple":
      return ["tuple", type.elements.map(typeToJson)];
    default:
      return type.kind;
  }
}

/**
 * Reads the JSON form of a type.
 * @throws TypeError when it is none.
 */
export function typeFromJson(json: unknown, depth = 0): Type {
  if (depth > DEEPEST) throw new TypeError("a type that is nested too deeply");
  if (typeof json === "string" && PRIMITIVES.has(json)) return { kind: json } as Type;
  if (!Array.isArray(json)) throw new TypeError(`not a cty type: ${JSON.stringify(json)}`);
  const [kind, inner] = json as [unknown, unknown];
  if (typeof kind === "string" && COLLECTIONS.has(kind)) {
    return { kind: kind as "list", element: typeFromJson(inner, depth + 1) };
  }
  if (kind === "tuple" && Array.isArray(inner))
    return { kind: "tuple", elements: inner.map((one) => typeFromJson(one, depth + 1)) };
  if (kind === "object" && typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    return { kind: "object", attributes: attributesFromJson(inner, depth + 1) };
  }
  throw new TypeError(`not a cty type: ${JSON.stringify(json)}`);
}

function attributesFromJson(json: object, depth: number): Record<string, Type> {
  const attributes: Record<string, Type> = Object.create(null);
  for (const [name, type] of Object.entries(json)) attributes[name] = typeFromJson(type, depth);
  return attributes;
}
