import type { BuiltSchema, ImportedOf, Schema, StateOf } from "../schema";
import type { Context, Resource, ValidateContext } from "./resource";

/** What `list` gets. */
export interface ListContext<C, S> extends Context<C> {
  /** All values are known. Defaults are filled in. */
  readonly config: StateOf<S>;
  /** The number of objects after which Terraform stops reading. */
  readonly limit: number;
  /** Whether Terraform wants whole objects. If not, the attributes of the identity are enough. */
  readonly includeResource: boolean;
}

/** One listed object. */
export interface Listed<R> {
  /** A name that a person recognises. */
  readonly displayName: string;
  /** The object's attributes, including those of its identity. An omitted attribute is null. */
  readonly object: ImportedOf<R>;
}

/** Lists existing objects of a managed resource, for `terraform query`. */
export interface ListResourceDefinition<C, S, R> {
  /** The managed resource whose objects are listed. It must have an identity. */
  readonly resource: Resource<C, R>;
  readonly description: string;
  /** The attributes of the `config` block. */
  readonly schema: S;
  /** Runs checks that involve more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** Yields the objects one by one. The next one is requested when Terraform has taken the previous one. */
  list(context: ListContext<C, S>): AsyncIterable<Listed<R>>;
}

/** A list resource without its compile-time types, as the provider stores it. */
export type ListResource<C> = Omit<ListResourceDefinition<C, never, never>, "schema" | "resource"> & {
  /** The type of the managed resource, without the provider's prefix. */
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
