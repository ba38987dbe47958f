import type { Diagnostics, Place } from "../diagnostics";
import type { Logger } from "../logger";
import type { BuiltSchema, ImportedOf, PlannedOf, Schema, StateOf, UncertainOf } from "../schema";
import type { Identity, IdentityFor, IdentityOf, IdentityUpgrade } from "./identity";
import type { PrivateState } from "./private-state";

/** What `validate` gets. */
export interface ValidateContext<S> {
  /** Values may be unknown. */
  readonly config: UncertainOf<S>;
  readonly diagnostics: Diagnostics;
}

/** What every operation gets. */
export interface Context<C> {
  /** What the provider's `configure` returned. */
  readonly client: C;
  /** Aborts at the operation's timeout, and when Terraform asks the provider to stop. */
  readonly signal: AbortSignal;
  /** The time of that timeout, in milliseconds since 1970. Do not start a wait that would end later. */
  readonly deadline: number;
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
}

/** What `create`, `update` and `delete` get in addition. */
export interface WriteContext<C, S> extends Context<C> {
  readonly private: PrivateState;
  /** Records the progress so far. If the operation fails later, this becomes the state. */
  readonly save: (state: StateOf<S>) => void;
}

/** What `create` gets. */
export interface CreateContext<C, S> extends WriteContext<C, S> {
  readonly config: StateOf<S>;
  readonly plan: PlannedOf<S>;
}

/** What `update` gets. */
export interface UpdateContext<C, S> extends WriteContext<C, S> {
  readonly config: StateOf<S>;
  readonly plan: PlannedOf<S>;
  readonly state: StateOf<S>;
}

/** What `read` gets. */
export interface ReadContext<C, S> extends Context<C> {
  readonly state: StateOf<S>;
  readonly private: PrivateState;
}

/** What `delete` gets. A state saved during a delete describes what still exists if the delete fails later. */
export interface DeleteContext<C, S> extends WriteContext<C, S> {
  readonly state: StateOf<S>;
}

/** What `importState` gets. */
export interface ImportContext<C, I = unknown> extends Context<C> {
  /** The import id. Empty in an import by identity. */
  readonly id: string;
  /** The identity that the import gives, or that `importId` made from the id. Null if there is neither. */
  readonly identity: I | null;
  readonly private: PrivateState;
}

/** What `modifyPlan` gets. */
export interface PlanContext<C, S> extends Context<C> {
  readonly config: UncertainOf<S>;
  /** The plan as the framework derives it from the schema. */
  readonly plan: UncertainOf<S>;
  /** null when the object is to be created. */
  readonly state: StateOf<S> | null;
  readonly private: PrivateState;
  /**
   * In an apply, the private state that the plan before it returned: what was decided then need not be decided again.
   * null in a plan, and always before Terraform 1.16 and with OpenTofu, so nothing may rely on it.
   */
  readonly planned: ReadOnlyPrivateState | null;
  /** Requires a replacement of the object because of the change at this place. */
  readonly replace: (place: Place) => void;
}

/** The private state as a check of a plan sees it. */
export type ReadOnlyPrivateState = Pick<PrivateState, "get">;

/** What `checkPlan` gets for a plan that creates or changes an object. */
export interface CheckChangeContext<C, S> extends Context<C> {
  readonly config: UncertainOf<S>;
  /** The finished plan. */
  readonly plan: UncertainOf<S>;
  /** null when the object is to be created. */
  readonly prior: StateOf<S> | null;
  /** Whether the plan replaces `prior`. Terraform then also plans the new object, checked with `prior: null`. */
  readonly replaces: boolean;
  readonly private: ReadOnlyPrivateState;
}

/** What `checkPlan` gets for a plan that destroys an object. */
export interface CheckDestroyContext<C, S> extends Context<C> {
  readonly config: null;
  readonly plan: null;
  readonly prior: StateOf<S>;
  readonly replaces: false;
  readonly private: ReadOnlyPrivateState;
}

/** What `checkPlan` gets. */
export type CheckPlanContext<C, S> = CheckChangeContext<C, S> | CheckDestroyContext<C, S>;

/** What `planDestroy` gets. */
export interface PlanDestroyContext<C, S> extends Context<C> {
  readonly state: StateOf<S>;
  /** The private state of the object. Changes are not stored. */
  readonly private: PrivateState;
}

/** Upgrades a state from one older schema version to the current version. */
export interface StateUpgrade<T> {
  /** The older schema. Only its types and blocks matter; everything else may be omitted. */
  readonly schema: Schema;
  upgrade(state: never): Promise<T> | T;
}

/** Makes an upgrade from an older schema, e.g. `upgrades: { 0: upgradeFrom(oldSchema, (old) => ({ … })) }`. */
export function upgradeFrom<const A extends BuiltSchema, T>(
  schema: A,
  upgrade: (state: StateOf<A>) => Promise<T> | T,
): StateUpgrade<T> {
  return { schema, upgrade };
}

/** Turns a state of another type, or of another provider's type, into a state of this type. */
export interface StateMove<T> {
  /** Full name of the type, such as `example_old`. */
  readonly type: string;
  /** Namespace and name of the provider that owns the type. @default this provider */
  readonly provider?: string;
  /** The schema of the other type. Attributes that the move does not read may be omitted. */
  readonly schema: Schema;
  move(state: never): Promise<T> | T;
}

/** Makes a move from another type, e.g. `movedFrom: [moveFrom("old_note", oldSchema, (old) => ({ … }))]`. */
export function moveFrom<const A extends BuiltSchema, T>(
  type: string,
  schema: A,
  move: (state: StateOf<A>) => Promise<T> | T,
  provider?: string,
): StateMove<T> {
  return { type, schema, move, ...(provider !== undefined && { provider }) };
}

/**
 * A kind of object that Terraform manages. A definition consists of plain data and plain functions. Whatever a function
 * throws becomes one diagnostic.
 */
export interface ResourceDefinition<C, S, I = unknown> {
  /** Without the provider's prefix: `channel_ctwa_tracking`. */
  readonly type: string;
  readonly description: string;
  /** Why the type is deprecated and what replaces it. Terraform shows this as a warning for each block. */
  readonly deprecated?: string;
  /** @default 0 */
  readonly version?: number;
  readonly schema: S;
  /**
   * Upgrades of older states, by the version that a state was written with. Each leads directly to `version`. Attributes
   * that an upgrade leaves out are null.
   */
  readonly upgrades?: Readonly<Record<number, StateUpgrade<ImportedOf<S>>>>;
  /** Other types whose objects a `moved` block may turn into objects of this type. */
  readonly movedFrom?: readonly StateMove<ImportedOf<S>>[];
  /**
   * The attributes that name an object, e.g. `identity: { partner_id: "optional", channel_id: "required" }`. Their
   * values come from the state. They must not change while the object exists.
   */
  readonly identity?: IdentityFor<S, I>;
  /** The version of the identity. Raise it with every change of the identity's attributes. @default 0 */
  readonly identityVersion?: number;
  /** Upgrades of older identities, by the version that one was written with. Each leads to `identityVersion`. */
  readonly identityUpgrades?: Readonly<Record<number, IdentityUpgrade>>;
  /** Parses an import id into an identity, so that `importState` handles both forms of import the same way. */
  importId?(id: string): IdentityOf<S, I>;
  /** Runs checks that involve more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** Adjusts the plan and returns it. Must be pure: no clock, no request. Not called for a destroy. */
  modifyPlan?(context: PlanContext<C, S>): UncertainOf<S>;
  /**
   * Checks a planned destroy. It can warn or refuse, but changes nothing. Must be pure, like `modifyPlan`.
   * Not called for the destroy within a replacement: `modifyPlan` has seen that change.
   */
  planDestroy?(context: PlanDestroyContext<C, S>): void;
  /**
   * Checks a finished plan for what apply would refuse. It may read over the network and adds diagnostics. It cannot
   * change the plan. Limited by `timeouts.plan`, 5 minutes by default, and by StopProvider.
   * Called for each plan that creates, changes or destroys an object, not for a plan without changes.
   * Called again when Terraform plans again during apply.
   */
  checkPlan?(context: CheckPlanContext<C, S>): Promise<void>;
  /**
   * Makes the configuration of an existing object, for `-generate-config-out`. If it is omitted, the configuration is
   * the state without computed attributes and without values that equal their default.
   */
  generateConfig?(state: StateOf<S>): ImportedOf<S>;
  create(context: CreateContext<C, S>): Promise<StateOf<S>>;
  /** @returns null if the object no longer exists. */
  read(context: ReadContext<C, S>): Promise<StateOf<S> | null>;
  update(context: UpdateContext<C, S>): Promise<StateOf<S>>;
  delete(context: DeleteContext<C, S>): Promise<void>;
  /**
   * Makes a first state from an import id or an identity, e.g. `({ id }) => ({ id })`. Terraform then calls `read`,
   * which fills in the rest. If it is omitted, the attributes of the identity are the first state.
   */
  importState?(context: ImportContext<C, IdentityOf<S, I>>): Promise<ImportedOf<S>> | ImportedOf<S>;
}

/** A resource without its compile-time types, as the provider stores it. */
export type Resource<C, S = unknown> = Omit<ResourceDefinition<C, never, never>, "schema" | "identity"> & {
  readonly schema: Schema;
  readonly identity?: Identity;
  /** The schema with its types. Exists for the compiler only. */
  readonly __schema?: S;
};

/** A resource as its definition made it: a test can call its functions with their types. */
export type DefinedResource<C, S, I = unknown> = Resource<C, S> & ResourceDefinition<C, S, I>;

/** Defines a resource for a provider whose `configure` returns `C`. */
export function resource<C>() {
  return <const S extends BuiltSchema, const I extends Identity = Record<never, never>>(
    definition: ResourceDefinition<C, S, I>,
  ): DefinedResource<C, S, I> => definition as unknown as DefinedResource<C, S, I>;
}
