import type { Dynamic, ExactNumber, Unknown } from "../../value/index";

/** A value that may have unknown parts. */
export type Open<V> = V extends null | string | number | boolean | Dynamic | ExactNumber
  ? V
  : V extends ReadonlyMap<string, infer I>
    ? ReadonlyMap<string, Open<I> | Unknown>
    : {
        readonly [K in keyof V]: V[K] extends infer I
          ? Open<Exclude<I, null>> | Extract<I, null> | Unknown
          : never;
      };

/** A value whose collections hold no null, at any depth. */
export type WithoutNulls<V> = V extends null | string | number | boolean | Dynamic | ExactNumber
  ? V
  : V extends ReadonlyMap<string, infer I>
    ? ReadonlyMap<string, WithoutNulls<Exclude<I, null>>>
    : V extends readonly (infer I)[]
      ? number extends V["length"]
        ? readonly WithoutNulls<Exclude<I, null>>[]
        : V
      : V;
