import type { Block, NestedAttribute, PartialReplaceRule, ReplaceRule, Validation } from "./attribute";
import { type InSet, nested } from "./builders";
import type { Built, BuiltSchema, Nested, StateOf } from "./infer";

/** What an author says of blocks. */
export interface BlockOptions<V> {
  /** Markdown for the registry's pages. */
  readonly description: string;
  readonly deprecated?: string;
  /** A change of any of them needs a new object. */
  readonly replaces?: boolean | ReplaceRule<V> | PartialReplaceRule<V>;
  /** Called with a wholly known value; one of the form `{ partial: true, check }` also while parts are unknown. */
  readonly validate?: readonly Validation<V>[];
}

/** The same where the number of blocks can be bounded. */
export interface CountedBlockOptions<V> extends BlockOptions<V> {
  /** @default 0 */
  readonly min?: number;
  /** @default any number */
  readonly max?: number;
}

/** One block, which may be left out: `name { … }`. */
export function singleBlock<
  const A extends BuiltSchema,
  const O extends BlockOptions<StateOf<A>> & { readonly required?: boolean },
>(
  attributes: A,
  options: O,
): Built<StateOf<A>, O extends { readonly required: true } ? "required" : "optional", Nested<"one", A>> {
  const count = options.required === true ? 1 : 0;
  const presence = options.required === true ? { required: true } : { optional: true };
  return blocks("single", { ...options, ...presence, attributes }, { min: count, max: count });
}

/** One block that always has a value: if it is left out, all its attributes are null. */
export function groupBlock<const A extends BuiltSchema>(
  attributes: A,
  options: BlockOptions<StateOf<A>>,
): Built<StateOf<A>, "required", Nested<"one", A>> {
  return blocks("single", { ...options, required: true, attributes }, { group: true });
}

/** Ordered blocks; an empty array if there are none. */
export function listBlock<const A extends BuiltSchema>(
  attributes: A,
  options: CountedBlockOptions<readonly StateOf<A>[]>,
): Built<readonly StateOf<A>[], "required", Nested<"array", A>> {
  return blocks("list", { ...options, required: true, attributes }, options);
}

/** Unordered blocks; an empty array if there are none. */
export function setBlock<const A extends BuiltSchema>(
  attributes: A & InSet<A, "required">,
  options: CountedBlockOptions<readonly StateOf<A>[]>,
): Built<readonly StateOf<A>[], "required", Nested<"array", A>> {
  return blocks("set", { ...options, required: true, attributes }, options);
}

/** Labelled blocks, `name "label" { … }`; an empty map if there are none. */
export function mapBlock<const A extends BuiltSchema>(
  attributes: A,
  options: BlockOptions<ReadonlyMap<string, StateOf<A>>>,
): Built<ReadonlyMap<string, StateOf<A>>, "required", Nested<"map", A>> {
  return blocks("map", { ...options, required: true, attributes }, {});
}

function blocks<B>(
  nesting: NestedAttribute["nesting"],
  options: Parameters<typeof nested>[1],
  { group = false, min = 0, max = 0 }: Partial<Block>,
): B {
  return { ...nested<NestedAttribute>(nesting, options), block: { group, min, max } } as unknown as B;
}
