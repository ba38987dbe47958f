import type { Type, Unknown } from "../value";

/** One argument of a function, as its author describes it. */
export interface Parameter {
  readonly type: Type;
  /** Markdown for the registry's pages. */
  readonly description: string;
  /** Whether the function is called with null for it; else Terraform refuses null. */
  readonly nullable: boolean;
  /** Whether the function is called while the argument, or a part of it, is not known; else the result is unknown. */
  readonly unknown: boolean;
}

/** A parameter that tells the compiler the type of its values. */
export type BuiltParameter<V> = Parameter & { readonly __value?: V };

/** What an author says of a parameter. */
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

/** Parameters by name, in the order in which a call has them. */
export type Parameters = { readonly [name: string]: BuiltParameter<unknown> };

type ValueIn<P> = P extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;

/** The arguments of one call, by the names of the parameters. */
export type ArgumentsOf<P> = { readonly [K in keyof P]: ValueIn<P[K]> };

/** A function that configurations call: the same answer to the same arguments, without settings and without requests. */
export interface FunctionDefinition<P, R, V> {
  /** `channel_import_id`: called as `provider::dialog360::channel_import_id`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  readonly parameters: P;
  /** Takes all further arguments, none or many. Its `name` is what pages and errors call it. */
  readonly variadic?: { readonly name: string; readonly parameter: BuiltParameter<V> };
  readonly returns: Type<R>;
  /** @throws DiagnosticError whose place is the name of a parameter, where that argument is at fault. */
  call(args: ArgumentsOf<P>, rest: readonly V[]): R | null;
}

/** A function with its types put aside, as the provider keeps it. */
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
