import {
  isPlainObject,
  type Misfit,
  type ObjectValue,
  objectValue,
  type Path,
  type Value,
  valueMap,
} from "../../value/index";
import { anywhere } from "./anywhere";
import type { Attribute, Block, NestedAttribute, Schema } from "./attribute";
import { mapNestedObjects, nestedElements } from "./nested";

const NOT_NULL = "is made of blocks, and where there is none it is empty, not null";

/** A nested attribute that is written as blocks. */
export type BlockAttribute = NestedAttribute & { readonly block: Block };

/** Whether something in a schema is written as blocks. */
export function isBlock(attribute: Attribute): attribute is BlockAttribute {
  return attribute.kind === "nested" && attribute.block !== null;
}

const hasBlocks = anywhere(isBlock);

/** The value of absent blocks: an empty collection, as core requires, or null for a single block. */
export function absentValue(attribute: Attribute): Value {
  if (!isBlock(attribute)) return null;
  if (attribute.block.group) return absentObject(attribute.attributes);
  const absent = { single: null, list: [], set: [], map: valueMap<Value>() } as const;
  return absent[attribute.nesting];
}

function absentObject(schema: Schema): ObjectValue {
  return objectValue(Object.entries(schema).map(([name, attribute]) => [name, absentValue(attribute)]));
}

/**
 * Replaces null by the value of absent blocks. A state that is older than a block in the schema has null there, and so
 * may the blocks of a set that an author returned.
 */
export function withBlocks(schema: Schema, object: ObjectValue): ObjectValue {
  if (!hasBlocks(schema)) return object;
  return objectValue(
    Object.entries(schema).map(([name, attribute]) => {
      const value = object[name] ?? absentValue(attribute);
      if (!isBlock(attribute)) return [name, value];
      const inner = (block: ObjectValue) => withBlocks(attribute.attributes, block);
      if (attribute.nesting !== "set" || !Array.isArray(value)) {
        return [name, mapNestedObjects(attribute, value, inner)];
      }
      return [name, (value as readonly Value[]).map((item) => (isPlainObject(item) ? inner(item) : item))];
    }),
  );
}

/**
 * Finds the first place where blocks are null although core requires an empty collection, or where a block is no
 * object.
 * Core does not check the blocks of a set.
 */
export function findNullBlock(schema: Schema, object: ObjectValue, path: Path = []): Misfit | undefined {
  if (!hasBlocks(schema)) return undefined;
  for (const [name, attribute] of Object.entries(schema)) {
    if (!isBlock(attribute)) continue;
    const here = [...path, { attribute: name }];
    const value = object[name] ?? null;
    if (value === null && absentValue(attribute) !== null) return { path: here, problem: NOT_NULL };
    for (const { path: step, value: element } of nestedElements(attribute, value)) {
      const place = [...here, ...step];
      if (!isPlainObject(element)) return { path: place, problem: "is a block, which has to be an object" };
      const found = findNullBlock(attribute.attributes, element, place);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
