import type { Type, Unknown } from "../../value/index";
import type { Open } from "./open";

/**
 * Checks one value that is neither null nor unknown in any part.
 * @returns the problem as the rest of a sentence that begins with "The value", or undefined
 */
export type Validator<V> = (value: V) => string | undefined;

/** A validator that also checks values with unknown parts. */
export interface PartialValidator<V> {
  readonly partial: true;
  check(value: Open<V>): string | undefined;
}

/** An entry of an attribute's `validate`. */
export type Validation<V> = Validator<V> | PartialValidator<V>;

/**
 * Whether a change of a value requires a new object. Called only if the value changes and is wholly known: a value that
 * is not known yet requires one, since Terraform does not let an update become a replacement at apply.
 */
export type ReplaceRule<V> = (before: V | null, after: V | null) => boolean;

/** A rule that also decides about values with unknown parts. */
export interface PartialReplaceRule<V> {
  readonly partial: true;
  when(before: V | null, after: Open<V> | null | Unknown): boolean;
}

/** Whether two known values mean the same. */
export type SameMeaning<V> = (a: V, b: V) => boolean;

/**
 * Whether a value must, may or cannot be configured. `optionalComputed`: the provider fills it if the user does not.
 */
export type Presence = "required" | "optional" | "computed" | "optionalComputed";

interface AttributeCommon {
  /** Markdown for the registry's pages. */
  readonly description: string;
  readonly presence: Presence;
  /** Hidden in output; still in state. */
  readonly sensitive: boolean;
  /** Only ever in configuration, never in plan or state. Needs Terraform or OpenTofu 1.11. */
  readonly writeOnly: boolean;
  /** Why the attribute is deprecated, and what to use instead. */
  readonly deprecated: string | null;
  /** Whether a change requires a new object; "if configured": only a change to a configured value does. */
  readonly replaces: boolean | "if configured" | ReplaceRule<never> | PartialReplaceRule<never>;
  /**
   * Whether it keeps its value once it is known, so that an update does not plan it as unknown; null may not count. In
   * an element of a list only while the element's settings stay the same.
   */
  readonly stable: boolean | "unless null";
  /** Value if the configuration leaves it out; undefined without a default. */
  readonly default: unknown;
  readonly validate: readonly Validation<never>[];
  /** Whether a configured collection may hold null. */
  readonly nullElements: boolean;
  /** What is contradictory in how the author says who sets the value; for `checkProvider`. */
  readonly contradiction?: string;
}

/** An attribute with a cty type. */
export interface TypedAttribute extends AttributeCommon {
  readonly kind: "typed";
  readonly type: Type;
  /** Whether values in different forms mean the same; null if only equal values do. */
  readonly equal: SameMeaning<never> | null;
}

/** An attribute with nested attributes. */
export interface NestedAttribute extends AttributeCommon {
  readonly kind: "nested";
  readonly nesting: "single" | "list" | "set" | "map";
  readonly attributes: Schema;
  /** Default durations, where this is a `timeouts` attribute. */
  readonly timeouts: Timeouts | null;
  /** How it is written as blocks, `name { … }`; null if it is an attribute, `name = { … }`. */
  readonly block: Block | null;
}

/** What only blocks have. A block that may be left out has presence "optional", every other one "required". */
export interface Block {
  /** Whether a single object exists even if no block is written; its attributes are then null. */
  readonly group: boolean;
  /** Minimum number of blocks. */
  readonly min: number;
  /** Maximum number of blocks; 0 means no maximum. */
  readonly max: number;
}

export type Attribute = TypedAttribute | NestedAttribute;

/** Attributes by name. */
export type Schema = { readonly [name: string]: Attribute };

/** The operations that can have a timeout. */
export type Operation = "create" | "read" | "update" | "delete" | "open" | "plan" | "list" | "invoke";

/** Default durations by operation, e.g. `{ create: "10m" }`; null means no timeout. */
export type Timeouts = { readonly [O in Operation]?: string | null };
