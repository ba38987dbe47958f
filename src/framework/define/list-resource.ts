import type { BuiltSchema, ImportedOf, Schema, StateOf } from "../schema";
import type { Context, Resource, ValidateContext } from "./resource";

/** What `list` gets. */
export interface ListContext<C, S> extends Context<C> {
  /** Wholly known, defaults filled in. */
  readonly config: StateOf<S>;
  /** How many objects Terraform takes; it reads no further. */
  readonly limit: number;
  /** Whether Terraform wants whole objects; else the attributes of the identity are enough. */
  readonly includeResource: boolean;
}

/** One object that was found. */
export interface Listed<R> {
  /** How a person knows it. */
  readonly displayName: string;
  /** Its attributes, those of its identity among them. What is left out is null. */
  readonly object: ImportedOf<R>;
}

/** Finds objects of a managed type that exist already, for `terraform query`. */
export interface ListResourceDefinition<C, S, R> {
  /** The managed resource whose objects are found. It has an identity. */
  readonly resource: Resource<C, R>;
  readonly description: string;
  /** What can be set in the `config` block. */
  readonly schema: S;
  /** Checks that need more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** Yields the objects as they are found. The next one is asked for when Terraform has taken the one before. */
  list(context: ListContext<C, S>): AsyncIterable<Listed<R>>;
}

/** A list resource with its types put aside, as the provider keeps it. */
export type ListResource<C> = Omit<ListResourceDefinition<C, never, never>, "schema" | "resource"> & {
  /** Without the provider's prefix: that of the managed resource. */
  readonly type: string;
  readonly schema: Schema;
};

/** Defines a list resource for a provider whose `configure` returns `C`. */
export function listResource<C>() {
  return <const S extends BuiltSchema, R>(definition: ListResourceDefinition<C, S, R>): ListResource<C> => {
    const { resource, ...rest } = definition;
    return { ...rest, type: resource.type } as unknown as ListResource<C>;
  };
}
