import type { Unknown } from "../value";
import type { Attribute, Presence } from "./attribute";

/** An attribute that tells the compiler the type of its values and whether they may be left out. */
export type Built<V, P extends Presence> = Attribute & {
  readonly presence: P;
  /** For the compiler only. */
  readonly __value?: V;
};

/** A schema as the builders make it. */
export type BuiltSchema = { readonly [name: string]: Built<unknown, Presence> };

type Inner<A> = A extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;
type IsRequired<A> = A extends { readonly presence: "required" } ? true : false;
type IsComputed<A> = A extends { readonly presence: "computed" | "optionalComputed" } ? true : false;

/** A wholly known object of a schema: a state, or a configuration at apply. */
export type StateOf<S> = {
  readonly [K in keyof S]: IsRequired<S[K]> extends true ? Inner<S[K]> : Inner<S[K]> | null;
};

/** A planned object at apply: what the user configured is known, what the provider computes may not be yet. */
export type PlannedOf<S> = {
  readonly [K in keyof S]: IsRequired<S[K]> extends true
    ? Inner<S[K]>
    : IsComputed<S[K]> extends true
      ? Inner<S[K]> | null | Unknown
      : Inner<S[K]> | null;
};

/** A configuration or a plan before apply: anything in it may be unknown. */
export type UncertainOf<S> = { readonly [K in keyof S]: Inner<S[K]> | null | Unknown };
