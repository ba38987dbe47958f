import type { Unknown } from "../../value/index";
import type { Attribute, Presence } from "./attribute";
import type { Open } from "./open";

/** An attribute that tells the compiler the type of its values and whether they may be left out. */
export type Built<V, P extends Presence, N = null> = Attribute & {
  readonly presence: P;
  /** For the compiler only. */
  readonly __value?: V;
  /** For the compiler only: how nested attributes stand in a value; null if there are none. */
  readonly __nested?: N;
};

/** The presence of an attribute with a default, told apart for the compiler. */
export type Defaulted = "optionalComputed" & { readonly __default: true };

/**
 * Nested attributes, as one object or as elements of a collection; `E` is what else an element can be, such as null.
 */
export interface Nested<K extends "one" | "array" | "map", A, E = never> {
  readonly kind: K;
  readonly attributes: A;
  readonly orElse: E;
}

/** A schema as the builders make it. */
export type BuiltSchema = { readonly [name: string]: Built<unknown, Presence, unknown> };

type Inner<A> = A extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;
type NestedIn<A> = A extends { readonly __nested?: infer N } ? Exclude<N, undefined> : never;
type IsRequired<A> = A extends { readonly presence: "required" } ? true : false;
/** Attributes that a plan may leave unknown. One with a default is always known. */
type IsComputed<A> = A extends { readonly presence: Defaulted }
  ? false
  : A extends { readonly presence: "computed" | "optionalComputed" }
    ? true
    : false;

type Holding<K, T> = K extends "one" ? T : K extends "map" ? ReadonlyMap<string, T> : readonly T[];

/** A wholly known object of a schema: a state, or a configuration at apply. */
export type StateOf<S> = {
  readonly [K in keyof S]: IsRequired<S[K]> extends true ? Inner<S[K]> : Inner<S[K]> | null;
};

/** What an import returns. Attributes that are left out are null; required ones may be null too. */
export type ImportedOf<S> = { readonly [K in keyof S]?: StateOf<S>[K] | null };

type Planned<A> =
  NestedIn<A> extends Nested<infer K, infer S, infer E> ? Holding<K, PlannedOf<S> | E> : Inner<A>;

/**
 * A planned object at apply: configured values are known, and computed ones may be unknown, at any depth. An attribute
 * with a default has a value.
 */
export type PlannedOf<S> = {
  readonly [K in keyof S]: IsRequired<S[K]> extends true
    ? Planned<S[K]>
    : S[K] extends { readonly presence: Defaulted }
      ? Planned<S[K]>
      : IsComputed<S[K]> extends true
        ? Planned<S[K]> | null | Unknown
        : Planned<S[K]> | null;
};

type Uncertain<A> =
  NestedIn<A> extends Nested<infer K, infer S, infer E>
    ? Holding<K, UncertainOf<S> | Unknown | E>
    : Open<Inner<A>>;

/** A configuration or a plan before apply: anything in it may be unknown, at any depth. */
export type UncertainOf<S> = { readonly [K in keyof S]: Uncertain<S[K]> | null | Unknown };
