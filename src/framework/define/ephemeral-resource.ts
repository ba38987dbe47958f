import type { BuiltSchema, Schema, StateOf } from "../schema";
import type { PrivateState } from "./private-state";
import type { Context, ValidateContext } from "./resource";

/** What `close` gets. `open` and `renew` get it too. */
export interface CloseContext<C> extends Context<C> {
  /** Passed from one operation to the next. Terraform keeps it in memory only, so it may hold secrets. */
  readonly private: PrivateState;
}

/** What `renew` gets. `open` gets it too. */
export interface RenewContext<C> extends CloseContext<C> {
  /** Requests a renewal at this time, if the object is still open then. A renewal returns no new values. */
  readonly renewAt: (time: Date) => void;
}

/** What `open` gets. */
export interface OpenContext<C, S> extends RenewContext<C> {
  /** All values are known. Defaults are filled in. */
  readonly config: StateOf<S>;
}

/** A kind of object that is opened for the duration of one run, such as a token. Terraform never stores its values. */
export interface EphemeralResourceDefinition<C, S> {
  /** Without the provider's prefix: `access_token`. */
  readonly type: string;
  readonly description: string;
  /** Why the type is deprecated and what replaces it. Terraform shows this as a warning for each block. */
  readonly deprecated?: string;
  readonly schema: S;
  /** Runs checks that involve more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** @returns all attributes; those that are configured must keep their values. */
  open(context: OpenContext<C, S>): Promise<StateOf<S>>;
  /** Extends the lifetime of an open object. */
  renew?(context: RenewContext<C>): Promise<void>;
  /** Releases an open object. */
  close?(context: CloseContext<C>): Promise<void>;
}

/** An ephemeral resource without its compile-time types, as the provider stores it. */
export type EphemeralResource<C> = Omit<EphemeralResourceDefinition<C, never>, "schema"> & {
  readonly schema: Schema;
};

/** Defines an ephemeral resource for a provider whose `configure` returns `C`. */
export function ephemeralResource<C>() {
  return <const S extends BuiltSchema>(definition: EphemeralResourceDefinition<C, S>): EphemeralResource<C> =>
    definition as unknown as EphemeralResource<C>;
}
