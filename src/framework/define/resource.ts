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
  /** Ends with the operation's timeout and when Terraform asks the provider to stop. */
  readonly signal: AbortSignal;
  /** Time at which that timeout ends it, in milliseconds since 1970: a longer wait need not begin. */
  readonly deadline: number;
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
}

/** What an operation that can write state gets besides. */
export interface WriteContext<C, S> extends Context<C> {
  readonly private: PrivateState;
  /** Notes what has been done so far: this is the state if the operation fails after it. */
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

/** What `delete` gets. What is saved during a delete is what is left, if the delete fails after it. */
export interface DeleteContext<C, S> extends WriteContext<C, S> {
  readonly state: StateOf<S>;
}

/** What `importState` gets. */
export interface ImportContext<C, I = unknown> extends Context<C> {
  /** The import id; empty in an import by identity. */
  readonly id: string;
  /** The identity that the import names, or that `importId` made of its id; null in an import by id alone. */
  readonly identity: I | null;
  readonly private: PrivateState;
}

/** What `modifyPlan` gets. */
export interface PlanContext<C, S> extends Context<C> {
  readonly config: UncertainOf<S>;
  /** What the schema alone makes of the change. */
  readonly plan: UncertainOf<S>;
  /** null when the object is to be created. */
  readonly state: StateOf<S> | null;
  readonly private: PrivateState;
  /** Says that a change at this place needs a new object. */
  readonly replace: (place: Place) => void;
}

/** What a check of a plan may read of the private state. */
export type ReadOnlyPrivateState = Pick<PrivateState, "get">;

/** What `checkPlan` gets for a plan that creates or changes an object. */
export interface CheckChangeContext<C, S> extends Context<C> {
  readonly config: UncertainOf<S>;
  /** The finished plan. */
  readonly plan: UncertainOf<S>;
  /** null when the object is to be created. */
  readonly prior: StateOf<S> | null;
  /** Whether the plan replaces `prior`. Terraform then plans, and checks, the new object with `prior: null`. */
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
  /** What was kept beside the state; what is set here is not stored. */
  readonly private: PrivateState;
}

/** The way from a state of an older schema version to the present one. */
export interface StateUpgrade<T> {
  /** The schema as it was. What it says beside types and blocks is of no use any more, and may be left out. */
  readonly schema: Schema;
  upgrade(state: never): Promise<T> | T;
}

/** An upgrade from a schema, e.g. `upgrades: { 0: upgradeFrom(oldSchema, (old) => ({ … })) }`. */
export function upgradeFrom<const A extends BuiltSchema, T>(
  schema: A,
  upgrade: (state: StateOf<A>) => Promise<T> | T,
): StateUpgrade<T> {
  return { schema, upgrade };
}

/** The way from a state of another type, or of another provider's type, into one of this type. */
export interface StateMove<T> {
  /** Full name of the type, such as `dialog360_old`. */
  readonly type: string;
  /** Namespace and name of the provider that has the type. @default this provider */
  readonly provider?: string;
  /** The schema of that type, as far as the move reads it. */
  readonly schema: Schema;
  move(state: never): Promise<T> | T;
}

/** A move from a type, e.g. `movedFrom: [moveFrom("old_note", oldSchema, (old) => ({ … }))]`. */
export function moveFrom<const A extends BuiltSchema, T>(
  type: string,
  schema: A,
  move: (state: StateOf<A>) => Promise<T> | T,
  provider?: string,
): StateMove<T> {
  return { type, schema, move, ...(provider !== undefined && { provider }) };
}

/**
 * A kind of object that Terraform manages. Plain data and plain functions; whatever a function throws
 * becomes one diagnostic.
 */
export interface ResourceDefinition<C, S, I = unknown> {
  /** Without the provider's prefix: `channel_ctwa_tracking`. */
  readonly type: string;
  readonly description: string;
  /** Why not to use it any more and what to use instead. The user is warned of each block. */
  readonly deprecated?: string;
  /** @default 0 */
  readonly version?: number;
  readonly schema: S;
  /** Ways from older versions straight to `version`, by the version that a state was written with. */
  readonly upgrades?: Readonly<Record<number, StateUpgrade<StateOf<S>>>>;
  /** Types whose objects a `moved` block may turn into objects of this type. */
  readonly movedFrom?: readonly StateMove<StateOf<S>>[];
  /**
   * The attributes that name an object, e.g. `identity: { partner_id: "optional", channel_id: "required" }`. Their values
   * are taken from the state, and never change while the object exists.
   */
  readonly identity?: IdentityFor<S, I>;
  /** Raise it with every change of the identity's attributes. @default 0 */
  readonly identityVersion?: number;
  /** Ways from older identities straight to `identityVersion`, by the version that an identity was written with. */
  readonly identityUpgrades?: Readonly<Record<number, IdentityUpgrade>>;
  /** Reads an import id as an identity, so that both forms of an import come to the same `importState`. */
  importId?(id: string): IdentityOf<S, I>;
  /** Checks that need more than one attribute. Values may be unknown. */
  validate?(context: ValidateContext<S>): void;
  /** The last word on the plan. Pure: no clock, no request. Not called for a destroy. */
  modifyPlan?(context: PlanContext<C, S>): UncertainOf<S>;
  /**
   * Looks at a planned destroy, which it can warn of or refuse; it changes nothing. Pure, like `modifyPlan`.
   * Not called for the destroy that belongs to a replacement: `modifyPlan` has seen that one.
   */
  planDestroy?(context: PlanDestroyContext<C, S>): void;
  /**
   * Checks a finished plan for what apply would refuse. May read over the network and adds diagnostics; the plan
   * stays as it is. Bounded by `timeouts.plan`, 5 minutes by default, and by StopProvider.
   * Called for each plan that creates, changes or destroys an object; not for a plan without changes.
   * Called again when Terraform plans again during apply.
   */
  checkPlan?(context: CheckPlanContext<C, S>): Promise<void>;
  /**
   * Writes the configuration of an object that exists, for `-generate-config-out`. Where it is left out, it is the state
   * without what the provider computes and without what repeats a default.
   */
  generateConfig?(state: StateOf<S>): ImportedOf<S>;
  create(context: CreateContext<C, S>): Promise<StateOf<S>>;
  /** @returns null when the object is gone. */
  read(context: ReadContext<C, S>): Promise<StateOf<S> | null>;
  update(context: UpdateContext<C, S>): Promise<StateOf<S>>;
  delete(context: DeleteContext<C, S>): Promise<void>;
  /**
   * Makes a first state from an import id or an identity, e.g. `({ id }) => ({ id })`; Read follows and fills in the rest.
   * Where it is left out, the attributes of the identity are the first state.
   */
  importState?(context: ImportContext<C, IdentityOf<S, I>>): Promise<ImportedOf<S>> | ImportedOf<S>;
}

/** A resource with its types put aside, as the provider keeps it. */
export type Resource<C, S = unknown> = Omit<ResourceDefinition<C, never, never>, "schema" | "identity"> & {
  readonly schema: Schema;
  readonly identity?: Identity;
  /** For the compiler only: the schema with its types. */
  readonly __schema?: S;
};

/** Defines a resource for a provider whose `configure` returns `C`. */
export function resource<C>() {
  return <const S extends BuiltSchema, const I extends Identity = Record<never, never>>(
    definition: ResourceDefinition<C, S, I>,
  ): Resource<C, S> => definition as unknown as Resource<C, S>;
}
