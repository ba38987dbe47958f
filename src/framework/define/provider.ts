import type { Diagnostic } from "../diagnostics";
import type { Logger } from "../logger";
import type { BuiltSchema, Schema } from "../schema";
import type { Action } from "./action";
import type { DataSource } from "./data-source";
import type { EphemeralResource } from "./ephemeral-resource";
import type { ProviderFunction } from "./function";
import type { ListResource } from "./list-resource";
import type { Resource, ValidateContext } from "./resource";

/** What `configure` gets. */
export interface ConfigureContext<S> extends ValidateContext<S> {
  readonly terraformVersion: string;
  readonly log: Logger;
}

/** A provider: its settings, and the resources, data sources and other types that it offers. */
export interface ProviderDefinition<C, S> {
  /** The prefix of all type names: `example`. */
  readonly name: string;
  /** Namespace and name, without a host: `example/example`. */
  readonly address: string;
  readonly version: string;
  readonly description: string;
  readonly schema: S;
  /** Runs checks that involve more than one setting. Values may be unknown. Must not make requests. */
  validate?(context: ValidateContext<S>): void;
  /** Makes the `client` that every operation gets. Values may be unknown during a plan. Must not make requests. */
  configure(context: ConfigureContext<S>): Promise<C> | C;
  /** Turns an error that an operation threw into a diagnostic. Returns undefined for an error that it does not know. */
  explain?(error: unknown): Diagnostic | undefined;
  /** Releases a client that no operation uses any more. */
  close?(client: C, use: ClientUse): Promise<void>;
  readonly resources: readonly Resource<C>[];
  readonly dataSources: readonly DataSource<C>[];
  readonly ephemeralResources?: readonly EphemeralResource<C>[];
  readonly listResources?: readonly ListResource<C>[];
  readonly actions?: readonly Action<C>[];
  readonly functions?: readonly ProviderFunction[];
}

/** What a client was used for. */
export interface ClientUse {
  /** Whether Terraform applied a change or invoked an action with the client. */
  readonly applied: boolean;
  /** Whether an operation reported an error. */
  readonly failed: boolean;
  /** Whether Terraform asked the provider to stop. */
  readonly stopped: boolean;
}

/** A provider without its compile-time types, as it is served. */
export type Provider = Omit<
  ProviderDefinition<never, never>,
  | "schema"
  | "resources"
  | "dataSources"
  | "ephemeralResources"
  | "listResources"
  | "actions"
  | "configure"
  | "close"
> & {
  readonly schema: Schema;
  readonly resources: readonly Resource<never>[];
  readonly dataSources: readonly DataSource<never>[];
  readonly ephemeralResources?: readonly EphemeralResource<never>[];
  readonly listResources?: readonly ListResource<never>[];
  readonly actions?: readonly Action<never>[];
  configure(context: object): Promise<unknown> | unknown;
  close?(client: unknown, use: ClientUse): Promise<void>;
};

/** Defines a provider whose `configure` returns `C`. */
export function provider<C>() {
  return <const S extends BuiltSchema>(definition: ProviderDefinition<C, S>): Provider =>
    definition as unknown as Provider;
}
