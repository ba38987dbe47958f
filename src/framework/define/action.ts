import type { BuiltSchema, Schema, StateOf, UncertainOf } from "../schema";
import type { Context, ValidateContext } from "./resource";

/** What `plan` of an action gets. */
export interface PlanActionContext<C, S> extends Context<C> {
  /** Values may be unknown. */
  readonly config: UncertainOf<S>;
}

/** What `invoke` gets. */
export interface InvokeContext<C, S> extends Context<C> {
  /** All values are known. Defaults are filled in. */
  readonly config: StateOf<S>;
}

/** An operation that a user invokes, or that a change of a resource triggers. Terraform stores no state for it. */
export interface ActionDefinition<C, S> {
  /** Without the provider's prefix: `send_ctwa_switch`. */
  readonly type: string;
  readonly description: string;
  /** Why the type is deprecated and what replaces it. Terraform shows this as a warning for each block. */
  readonly deprecated?: string;
  /** The attributes of the `config` block. */
  readonly schema: S;
  /** Runs checks that involve more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** Reports what `invoke` would refuse. Runs in every plan and changes nothing. */
  plan?(context: PlanActionContext<C, S>): Promise<void>;
  /** Performs the action. Terraform shows each yielded text at once, as progress. */
  invoke(context: InvokeContext<C, S>): AsyncIterable<string>;
}

/** An action without its compile-time types, as the provider stores it. */
export type Action<C> = Omit<ActionDefinition<C, never>, "schema"> & { readonly schema: Schema };

/** Defines an action for a provider whose `configure` returns `C`. */
export function action<C>() {
  return <const S extends BuiltSchema>(definition: ActionDefinition<C, S>): Action<C> =>
    definition as unknown as Action<C>;
}
