import type { Type, Unknown } from "../value";

/** One argument of a function, as its author describes it. */
export interface Parameter {
  readonly type: Type;
  /** Markdown for the registry's pages. */
  readonly description: string;
  /** Whether the function accepts null. If it does not, Terraform refuses null. */
  readonly nullable: boolean;
  /** Whether the function accepts a wholly or partly unknown argument. If not, the result is unknown. */
  readonly unknown: boolean;
}

/** A parameter with the type of its values, for the compiler. */
export type BuiltParameter<V> = Parameter & { readonly __value?: V };

/** Options of {@link parameter}. */
export interface ParameterOptions {
  readonly description: string;
  readonly nullable?: boolean;
  readonly unknown?: boolean;
}

type ArgumentOf<V, O> =
  | V
  | (O extends { readonly nullable: true } ? null : never)
  | (O extends { readonly unknown: true } ? Unknown : never);

/** A parameter of a cty type, e.g. `parameter(types.string, { description: "…" })`. */
export function parameter<V, const O extends ParameterOptions>(
  type: Type<V>,
  options: O,
): BuiltParameter<ArgumentOf<V, O>> {
  const { description, nullable = false, unknown = false }: ParameterOptions = options;
  return { type, description, nullable, unknown };
}

/** Parameters by name, in the order of a call's arguments. */
export type Parameters = { readonly [name: string]: BuiltParameter<unknown> };

type ValueIn<P> = P extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;

/** The arguments of one call, by the names of the parameters. */
export type ArgumentsOf<P> = { readonly [K in keyof P]: ValueIn<P[K]> };

/** A function that configurations call. Must be pure: no settings, no requests, equal results for equal arguments. */
export interface FunctionDefinition<P, R, V> {
  /** `parse_id`: called as `provider::example::parse_id`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  readonly parameters: P;
  /** Takes all further arguments; there may be none. Registry pages and errors show its `name`. */
  readonly variadic?: { readonly name: string; readonly parameter: BuiltParameter<V> };
  readonly returns: Type<R>;
  /** @throws DiagnosticError; its place is the parameter's name when one argument is at fault. */
  call(args: ArgumentsOf<P>, rest: readonly V[]): R | null;
}

/** A function without its compile-time types, as the provider stores it. */
export type ProviderFunction = Omit<FunctionDefinition<never, unknown, never>, "parameters" | "variadic"> & {
  readonly parameters: { readonly [name: string]: Parameter };
  readonly variadic?: { readonly name: string; readonly parameter: Parameter };
};

/** Defines a function of a provider. */
export function providerFunction<const P extends Parameters, R, V = never>(
  definition: FunctionDefinition<P, R, V>,
): ProviderFunction {
  return definition as unknown as ProviderFunction;
}
