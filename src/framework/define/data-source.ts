import type { BuiltSchema, Schema, StateOf } from "../schema";
import type { Context, ValidateContext } from "./resource";

/** What `read` of a data source gets. */
export interface ReadDataSourceContext<C, S> extends Context<C> {
  /** Wholly known, defaults filled in. */
  readonly config: StateOf<S>;
}

/** Something that Terraform reads and never writes. */
export interface DataSourceDefinition<C, S> {
  /** Without the provider's prefix: `channel`. */
  readonly type: string;
  readonly description: string;
  /** Why not to use it any more and what to use instead. The user is warned of each block. */
  readonly deprecated?: string;
  readonly schema: S;
  /** Checks that need more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** @returns all attributes, the configured ones as they are. */
  read(context: ReadDataSourceContext<C, S>): Promise<StateOf<S>>;
}

/** A data source with its types put aside, as the provider keeps it. */
export type DataSource<C> = Omit<DataSourceDefinition<C, never>, "schema"> & { readonly schema: Schema };

/** Defines a data source for a provider whose `configure` returns `C`. */
export function dataSource<C>() {
  return <const S extends BuiltSchema>(definition: DataSourceDefinition<C, S>): DataSource<C> =>
    definition as unknown as DataSource<C>;
}
