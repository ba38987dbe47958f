import type { BuiltSchema, Schema, StateOf } from "../schema";
import type { Context, ValidateContext } from "./resource";

/** What `read` of a data source gets. */
export interface ReadDataSourceContext<C, S> extends Context<C> {
  /** All values are known. Defaults are filled in. */
  readonly config: StateOf<S>;
}

/** A kind of object that Terraform reads and never writes. */
export interface DataSourceDefinition<C, S> {
  /** Without the provider's prefix: `channel`. */
  readonly type: string;
  readonly description: string;
  /** Why the type is deprecated and what replaces it. Terraform shows this as a warning for each block. */
  readonly deprecated?: string;
  readonly schema: S;
  /** Runs checks that involve more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** @returns all attributes; those that are configured must keep their values. */
  read(context: ReadDataSourceContext<C, S>): Promise<StateOf<S>>;
}

/** A data source without its compile-time types, as the provider stores it. */
export type DataSource<C> = Omit<DataSourceDefinition<C, never>, "schema"> & { readonly schema: Schema };

/** Defines a data source for a provider whose `configure` returns `C`. */
export function dataSource<C>() {
  return <const S extends BuiltSchema>(definition: DataSourceDefinition<C, S>): DataSource<C> =>
    definition as unknown as DataSource<C>;
}
