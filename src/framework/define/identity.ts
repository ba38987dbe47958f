import type { StateOf } from "../schema";
import type { Type } from "../value";

/** Whether an import by identity must give the attribute or may omit it. */
export type IdentityPresence = "required" | "optional";

/** The attributes that name an object of a resource permanently, by their names in the schema. */
export type Identity = { readonly [name: string]: IdentityPresence };

/** An identity of a schema `S`. The compiler refuses a name that the schema does not have. */
export type IdentityFor<S, I> = I & { readonly [K in Exclude<keyof I, keyof S>]: never };

/** The values of an identity. An optional attribute may be null. */
export type IdentityOf<S, I> = {
  readonly [K in keyof I & keyof S]: I[K] extends "required"
    ? Exclude<StateOf<S>[K], null>
    : StateOf<S>[K] | null;
};

/** Upgrades an identity from one older version to the current version. */
export interface IdentityUpgrade {
  /** The attribute types of the older version. */
  readonly attributes: { readonly [name: string]: Type };
  upgrade(identity: never): object;
}
