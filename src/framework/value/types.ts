import type { NumberValue } from "./number";
import type { Type } from "./type";
import type { Dynamic } from "./value";

/** The TypeScript type of a known value of a cty type. */
export type ValueOf<T> = T extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;

/** Builders of cty types, e.g. `types.map(types.string)`. */
export const types = {
  string: { kind: "string" } as Type<string>,
  number: { kind: "number" } as Type<NumberValue>,
  bool: { kind: "bool" } as Type<boolean>,
  dynamic: { kind: "dynamic" } as Type<Dynamic>,
  list: <V>(element: Type<V>): Type<readonly (V | null)[]> => ({ kind: "list", element }),
  set: <V>(element: Type<V>): Type<readonly (V | null)[]> => ({ kind: "set", element }),
  map: <V>(element: Type<V>): Type<ReadonlyMap<string, V | null>> => ({ kind: "map", element }),
  tuple: <const E extends readonly Type[]>(
    elements: E,
  ): Type<{ readonly [I in keyof E]: ValueOf<E[I]> | null }> => ({ kind: "tuple", elements }),
  object: <const A extends Readonly<Record<string, Type>>>(
    attributes: A,
  ): Type<{ readonly [K in keyof A]: ValueOf<A[K]> | null }> => ({
    kind: "object",
    attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
  }),
};
