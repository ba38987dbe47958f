import type { Type, Unknown } from "../../value/index";
import type { Open } from "./open";

/**
 * Looks at one value, which is not null and wholly known.
 * @returns what is wrong as a sentence that goes on from "The value …", undefined where nothing is.
 */
export type Validator<V> = (value: V) => string | undefined;

/** A validator that looks at a value as soon as it is there, while parts of it may not be known yet. */
export interface PartialValidator<V> {
  readonly partial: true;
  check(value: Open<V>): string | undefined;
}

/** What can stand among an attribute's validators. */
export type Validation<V> = Validator<V> | PartialValidator<V>;

/** Says whether a change from a value to another one needs a new object; asked only where there is a change. */
export type ReplaceRule<V> = (before: V | null, after: V | null | Unknown) => boolean;

/** Says whether two known values mean the same. */
export type SameMeaning<V> = (a: V, b: V) => boolean;

/** Whether a value must, may or cannot be configured; `optionalComputed`: the provider fills it where the user does not. */
export type Presence = "required" | "optional" | "computed" | "optionalComputed";

interface AttributeCommon {
  /** Markdown for the registry's pages. */
  readonly description: string;
  readonly presence: Presence;
  /** Hidden in output; still in state. */
  readonly sensitive: boolean;
  /** Only ever in configuration, never in plan or state. Needs Terraform or OpenTofu 1.11. */
  readonly writeOnly: boolean;
  /** Why not to use it any more and what to use instead. */
  readonly deprecated: string | null;
  /** Whether a change of it makes a new object necessary, or only a change to what the user configured. */
  readonly replaces: boolean | "if configured" | ReplaceRule<never>;
  /**
   * Whether it keeps its value once it is known, so that an update does not plan it as unknown; null may not count. In an
   * element of a list only while the element's settings stay the same.
   */
  readonly stable: boolean | "unless null";
  /** What it is where the configuration leaves it out; undefined where there is no default. */
  readonly default: unknown;
  readonly validate: readonly Validation<never>[];
  /** Whether a configured collection may hold null. */
  readonly nullElements: boolean;
}

/** An attribute with a cty type. */
export interface TypedAttribute extends AttributeCommon {
  readonly kind: "typed";
  readonly type: Type;
  /** Whether values in different forms mean the same; null where only equal ones do. */
  readonly equal: SameMeaning<never> | null;
}

/** An attribute that has attributes of its own. */
export interface NestedAttribute extends AttributeCommon {
  readonly kind: "nested";
  readonly nesting: "single" | "list" | "set" | "map";
  readonly attributes: Schema;
  /** Default durations, where this is a `timeouts` attribute. */
  readonly timeouts: Timeouts | null;
  /** How it is written as blocks, `name { … }`; null where it is an attribute, `name = { … }`. */
  readonly block: Block | null;
}

/** What only blocks have. A block that may be left out has presence "optional", every other one "required". */
export interface Block {
  /** Whether a single object is there even where no block is written, with nothing set in it. */
  readonly group: boolean;
  /** How many blocks there have to be. */
  readonly min: number;
  /** How many blocks there may be, 0 for any number. */
  readonly max: number;
}

export type Attribute = TypedAttribute | NestedAttribute;

/** Attributes by name. */
export type Schema = { readonly [name: string]: Attribute };

/** The operations that can have a timeout. */
export type Operation = "create" | "read" | "update" | "delete" | "open" | "plan" | "list" | "invoke";

/** Default durations by operation, e.g. `{ create: "10m" }`; null where an operation may take any time. */
export type Timeouts = { readonly [O in Operation]?: string | null };
