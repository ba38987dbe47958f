import { type NumberValue, type Type, types, type ValueOf } from "../../value/index";
import type {
  Attribute,
  NestedAttribute,
  PartialReplaceRule,
  Presence,
  ReplaceRule,
  SameMeaning,
  Timeouts,
  Validation,
} from "./attribute";
import { duration } from "./duration";
import type { Built, BuiltSchema, Defaulted, Nested, StateOf } from "./infer";
import type { WithoutNulls } from "./open";

/** What an author says of an attribute. */
export interface Options<V> {
  /** Markdown for the registry's pages. */
  readonly description: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  /** Value if the configuration has none; makes the attribute optional and computed. */
  readonly default?: V;
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: string;
  /** Whether a change requires a new object: always, only for a configured value, or by a rule. */
  readonly replaces?: boolean | "if configured" | ReplaceRule<V> | PartialReplaceRule<V>;
  /**
   * Once known it keeps its value through updates; with "unless null", null is not worth keeping. In an element of a
   * list it does so only while the element's settings stay the same.
   */
  readonly stable?: boolean | "unless null";
  /** Called with a wholly known value; one of the form `{ partial: true, check }` also while parts are unknown. */
  readonly validate?: readonly Validation<V>[];
  /** With false, null elements of a configured collection are refused, and the TypeScript type has no null. */
  readonly nullElements?: boolean;
  /** Whether two values mean the same, such as JSON in another layout. The earlier form is then kept. */
  readonly equal?: SameMeaning<V>;
}

/** Refuses unknown members, so that a misspelt option does not compile. */
type Only<O, Known> = { readonly [K in Exclude<keyof O, keyof Known>]: never };

type PresenceOf<O> = O extends { readonly required: true }
  ? "required"
  : O extends { readonly default: unknown }
    ? Defaulted
    : O extends { readonly optional: true; readonly computed: true }
      ? "optionalComputed"
      : O extends { readonly computed: true }
        ? "computed"
        : "optional";

/** Whether an element can be null: not if only the provider sets it, and not if null is refused. */
type NullIn<O> = O extends { readonly nullElements: false }
  ? never
  : PresenceOf<O> extends "computed"
    ? never
    : null;

/** The values of an attribute, by what its elements can be and what its validators leave of them. */
type Held<V, O> = [NullIn<O>] extends [never] ? WithoutNulls<Narrowed<V, O>> : Narrowed<V, O>;

type Narrowed<V, O> = O extends { readonly validate: readonly (infer X)[] }
  ? [Extract<X, { readonly __only: unknown }>] extends [{ readonly __only: infer W extends V }]
    ? [Extract<X, { readonly __only: unknown }>] extends [never]
      ? V
      : W
    : V
  : V;

/** Refuses attributes within a set that a plan would fill in: elements of a set cannot be matched to earlier ones. */
export type InSet<A, P> = P extends "computed"
  ? unknown
  : {
      readonly [K in keyof A]: A[K] extends { readonly presence: "computed" | "optionalComputed" }
        ? "an attribute within a set cannot be computed or have a default"
        : unknown;
    };

/** A string attribute. */
export const string = typed<string>(types.string);
/** A bool attribute. */
export const bool = typed<boolean>(types.bool);
/** A number attribute, exact. */
export const number = typed<NumberValue>(types.number);
/** An attribute of any type. */
export const dynamic = typed<ValueOf<typeof types.dynamic>>(types.dynamic);

/** An attribute of any cty type, e.g. `ofType(types.list(types.string), { … })`. */
export function ofType<V, const O extends Options<V>>(
  type: Type<V>,
  options: O & Only<O, Options<V>>,
): Built<Held<V, O>, PresenceOf<O>> {
  const { equal, ...rest }: Options<V> = options;
  const built = { kind: "typed", type, equal: equal ?? null, ...common(rest as unknown as Options<never>) };
  return built as unknown as Built<Held<V, O>, PresenceOf<O>>;
}

function typed<V>(type: Type<V>) {
  return <const O extends Options<V>>(options: O & Only<O, Options<V>>): Built<Held<V, O>, PresenceOf<O>> =>
    ofType<V, O>(type, options);
}

/** What a type of an author's own brings to each attribute of that type. */
export interface TypeTraits<V> {
  /** Whether two values mean the same. */
  readonly equal?: SameMeaning<V>;
  readonly validate?: readonly Validation<V>[];
}

/**
 * Makes a builder for attributes that share a type, its equality and its validators, e.g.
 * `const jsonText = customType(types.string, { equal: sameJson, validate: [json] })`.
 */
export function customType<V>(type: Type<V>, { equal, validate = [] }: TypeTraits<V>) {
  return <const O extends Options<V>>(options: O & Only<O, Options<V>>): Built<Held<V, O>, PresenceOf<O>> => {
    const own: Options<V> = options;
    const shared = {
      ...(equal !== undefined && { equal }),
      validate: [...validate, ...(own.validate ?? [])],
    };
    return ofType<V, Options<V>>(type, { ...shared, ...own, validate: shared.validate } as never) as never;
  };
}

/** What can be said of something nested as a whole. */
type NestedFacts<V> = Omit<Options<V>, "equal"> & { readonly equal?: never };

/** What an author says of something nested, and its attributes. */
export type NestedOptions<V, A> = NestedFacts<V> & { readonly attributes: A };

/** One nested object. */
export function singleNested<const A extends BuiltSchema, const O extends NestedFacts<StateOf<A>>>(
  attributes: A,
  options: O & Only<O, NestedFacts<StateOf<A>>>,
): Built<StateOf<A>, PresenceOf<O>, Nested<"one", A>> {
  return nested("single", { ...options, attributes } as never);
}

/** A list of nested objects. */
export function listNested<
  const A extends BuiltSchema,
  const O extends NestedFacts<readonly (StateOf<A> | null)[]>,
>(
  attributes: A,
  options: O & Only<O, NestedFacts<readonly (StateOf<A> | null)[]>>,
): Built<readonly (StateOf<A> | NullIn<O>)[], PresenceOf<O>, Nested<"array", A, NullIn<O>>> {
  return nested("list", { ...options, attributes } as never);
}

/** A set of nested objects; slow for thousands, prefer a map. */
export function setNested<
  const A extends BuiltSchema,
  const O extends NestedFacts<readonly (StateOf<A> | null)[]>,
>(
  attributes: A & InSet<A, PresenceOf<O>>,
  options: O & Only<O, NestedFacts<readonly (StateOf<A> | null)[]>>,
): Built<readonly (StateOf<A> | NullIn<O>)[], PresenceOf<O>, Nested<"array", A, NullIn<O>>> {
  return nested("set", { ...options, attributes } as never);
}

/** A map of nested objects. */
export function mapNested<
  const A extends BuiltSchema,
  const O extends NestedFacts<ReadonlyMap<string, StateOf<A> | null>>,
>(
  attributes: A,
  options: O & Only<O, NestedFacts<ReadonlyMap<string, StateOf<A> | null>>>,
): Built<ReadonlyMap<string, StateOf<A> | NullIn<O>>, PresenceOf<O>, Nested<"map", A, NullIn<O>>> {
  return nested("map", { ...options, attributes } as never);
}

/** Makes something nested out of what its builder was told. */
export function nested<B>(
  nesting: NestedAttribute["nesting"],
  options: NestedOptions<never, BuiltSchema>,
): B {
  const { attributes, ...rest } = options;
  return {
    kind: "nested",
    nesting,
    attributes,
    timeouts: null,
    block: null,
    ...common(rest),
  } as unknown as B;
}

/**
 * The `timeouts` attribute: one optional duration for each operation that has a default here.
 * The operation's `signal` ends when it runs out.
 */
export function timeouts<const T extends Timeouts>(
  defaults: T,
): Built<{ readonly [O in keyof T]: string | null }, "optional"> {
  const attributes = Object.fromEntries(
    Object.entries(defaults).map(([operation, value]) => [
      operation,
      string({
        optional: true,
        validate: [duration],
        description: `How long ${operation} may take, waiting included, e.g. \`"10m"\`. ${defaultBound(value)}`,
      }),
    ]),
  );
  const description = "Bounds on how long each operation may take.";
  const built = nested<NestedAttribute>("single", { attributes, optional: true, description });
  return { ...built, timeouts: defaults } as unknown as Built<
    { readonly [O in keyof T]: string | null },
    "optional"
  >;
}

function defaultBound(value: string | null): string {
  return value === null ? "Without bound by default." : `Defaults to \`"${value}"\`.`;
}

function common(options: Omit<Options<never>, "equal">) {
  const { description, deprecated, replaces, stable, sensitive, writeOnly, validate, nullElements } = options;
  return {
    description,
    presence: presenceOf(options),
    sensitive: sensitive ?? false,
    writeOnly: writeOnly ?? false,
    deprecated: deprecated ?? null,
    replaces: replaces ?? false,
    stable: stable ?? false,
    default: options.default as unknown,
    validate: validate ?? [],
    nullElements: nullElements ?? true,
    ...contradictionIn(options),
  } satisfies Partial<Attribute>;
}

function contradictionIn(options: Omit<Options<never>, "equal">): Pick<Attribute, "contradiction"> {
  const { required = false, optional = false, computed = false } = options;
  if (required && (optional || computed)) {
    return { contradiction: `is required, and ${optional ? "optional" : "computed"} too` };
  }
  const isSaid = required || optional || computed || options.default !== undefined;
  return isSaid ? {} : { contradiction: "is neither required, optional nor computed, and has no default" };
}

function presenceOf(options: Omit<Options<never>, "equal">): Presence {
  if (options.required === true) return "required";
  if (options.default !== undefined) return "optionalComputed";
  if (options.computed === true) return options.optional === true ? "optionalComputed" : "computed";
  return "optional";
}
