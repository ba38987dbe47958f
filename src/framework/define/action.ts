import type { BuiltSchema, Schema, StateOf, UncertainOf } from "../schema";
import type { Context, ValidateContext } from "./resource";

/** What `plan` of an action gets. */
export interface PlanActionContext<C, S> extends Context<C> {
  /** Values may be unknown. */
  readonly config: UncertainOf<S>;
}

/** What `invoke` gets. */
export interface InvokeContext<C, S> extends Context<C> {
  /** Wholly known, defaults filled in. */
  readonly config: StateOf<S>;
}

/** Something that is done on demand or with a change of a resource, and that no state keeps. */
export interface ActionDefinition<C, S> {
  /** Without the provider's prefix: `send_ctwa_switch`. */
  readonly type: string;
  readonly description: string;
  /** Why not to use it any more and what to use instead. The user is warned of each block. */
  readonly deprecated?: string;
  /** What can be set in the `config` block. */
  readonly schema: S;
  /** Checks that need more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** Checks what `invoke` would refuse. Runs in every plan and changes nothing. */
  plan?(context: PlanActionContext<C, S>): Promise<void>;
  /** Does it. Each text that it yields is shown at once, as progress. */
  invoke(context: InvokeContext<C, S>): AsyncIterable<string>;
}

/** An action with its types put aside, as the provider keeps it. */
export type Action<C> = Omit<ActionDefinition<C, never>, "schema"> & { readonly schema: Schema };

/** Defines an action for a provider whose `configure` returns `C`. */
export function action<C>() {
  return <const S extends BuiltSchema>(definition: ActionDefinition<C, S>): Action<C> =>
    definition as unknown as Action<C>;
}
