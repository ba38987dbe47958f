import type { StateOf } from "../schema";
import type { Type } from "../value";

/** Whether an import by identity must give the attribute, or may leave it out. */
export type IdentityPresence = "required" | "optional";

/** Attributes of a resource that name an object for good, by their names in its schema. */
export type Identity = { readonly [name: string]: IdentityPresence };

/** An identity for the compiler: a name that the schema does not have is refused. */
export type IdentityFor<S, I> = I & { readonly [K in Exclude<keyof I, keyof S>]: never };

/** The values of an identity. What an import may leave out may be null. */
export type IdentityOf<S, I> = {
  readonly [K in keyof I & keyof S]: I[K] extends "required"
    ? Exclude<StateOf<S>[K], null>
    : StateOf<S>[K] | null;
};

/** The way from an identity of an older version to the present one. */
export interface IdentityUpgrade {
  /** The types of its attributes as they were. */
  readonly attributes: { readonly [name: string]: Type };
  upgrade(identity: never): object;
}
