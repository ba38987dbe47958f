import type { BuiltSchema, Schema, StateOf } from "../schema";
import type { PrivateState } from "./private-state";
import type { Context, ValidateContext } from "./resource";

/** What `close` gets, as does every operation on something open. */
export interface CloseContext<C> extends Context<C> {
  /** Handed from one operation to the next; Terraform keeps it in memory alone, so it may hold secrets. */
  readonly private: PrivateState;
}

/** What `renew` gets, as does `open`. */
export interface RenewContext<C> extends CloseContext<C> {
  /** Asks for a renewal at this time, if it is still open by then. A renewal hands out no new values. */
  readonly renewAt: (time: Date) => void;
}

/** What `open` gets. */
export interface OpenContext<C, S> extends RenewContext<C> {
  /** Wholly known, defaults filled in. */
  readonly config: StateOf<S>;
}

/** Something that is opened for the time of one run, such as a token. No value of it is ever stored. */
export interface EphemeralResourceDefinition<C, S> {
  /** Without the provider's prefix: `access_token`. */
  readonly type: string;
  readonly description: string;
  /** Why not to use it any more and what to use instead. The user is warned of each block. */
  readonly deprecated?: string;
  readonly schema: S;
  /** Checks that need more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** @returns all attributes, the configured ones as they are. */
  open(context: OpenContext<C, S>): Promise<StateOf<S>>;
  /** Makes what is open last longer. */
  renew?(context: RenewContext<C>): Promise<void>;
  /** Gives back what was opened. */
  close?(context: CloseContext<C>): Promise<void>;
}

/** An ephemeral resource with its types put aside, as the provider keeps it. */
export type EphemeralResource<C> = Omit<EphemeralResourceDefinition<C, never>, "schema"> & {
  readonly schema: Schema;
};

/** Defines an ephemeral resource for a provider whose `configure` returns `C`. */
export function ephemeralResource<C>() {
  return <const S extends BuiltSchema>(definition: EphemeralResourceDefinition<C, S>): EphemeralResource<C> =>
    definition as unknown as EphemeralResource<C>;
}
