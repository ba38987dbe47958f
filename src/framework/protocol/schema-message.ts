import { type Attribute, isBlock, type NestedAttribute, type Schema } from "../schema";
import { typeToJson } from "../value";
import {
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
  type Schema as SchemaMessage,
  StringKind,
} from "./generated/tfplugin6";

const NESTING = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
} as const satisfies Record<NestedAttribute["nesting"], Schema_Object_NestingMode>;

const BLOCK_NESTING = {
  single: Schema_NestedBlock_NestingMode.SINGLE,
  list: Schema_NestedBlock_NestingMode.LIST,
  set: Schema_NestedBlock_NestingMode.SET,
  map: Schema_NestedBlock_NestingMode.MAP,
} as const satisfies Record<NestedAttribute["nesting"], Schema_NestedBlock_NestingMode>;

const NO_BYTES = new Uint8Array();

/** What a schema belongs to, as far as core asks. */
export interface Described {
  readonly schema: Schema;
  readonly description: string;
  /** Why the attribute is deprecated, and what to use instead. */
  readonly deprecated?: string;
  /** @default 0 */
  readonly version?: number;
}

/** Makes the wire form of a schema. Core requires the block, even an empty one. */
export function toSchemaMessage({ schema, description, deprecated, version = 0 }: Described): SchemaMessage {
  return {
    version: BigInt(version),
    block: toBlock(schema, { description, deprecated: deprecated ?? null, version }),
  };
}

interface BlockFacts {
  readonly description: string;
  readonly deprecated: string | null;
  readonly version?: number;
}

function toBlock(schema: Schema, { description, deprecated, version = 0 }: BlockFacts): Schema_Block {
  return {
    version: BigInt(version),
    attributes: toAttributes(schema),
    blockTypes: Object.entries(schema).flatMap(([name, attribute]) => toNestedBlock(name, attribute)),
    description,
    descriptionKind: StringKind.MARKDOWN,
    deprecated: deprecated !== null,
    deprecationMessage: deprecated ?? "",
  };
}

function toNestedBlock(typeName: string, attribute: Attribute): Schema_NestedBlock[] {
  if (!isBlock(attribute)) return [];
  const { nesting, attributes, block } = attribute;
  return [
    {
      typeName,
      block: toBlock(attributes, attribute),
      nesting: block.group ? Schema_NestedBlock_NestingMode.GROUP : BLOCK_NESTING[nesting],
      minItems: BigInt(block.min),
      maxItems: BigInt(block.max),
    },
  ];
}

function toAttributes(schema: Schema): Schema_Attribute[] {
  return Object.entries(schema).flatMap(([name, attribute]) =>
    isBlock(attribute) ? [] : [toAttribute(name, attribute)],
  );
}

function toAttribute(name: string, attribute: Attribute): Schema_Attribute {
  const { presence } = attribute;
  return {
    name,
    type: attribute.kind === "typed" ? Buffer.from(JSON.stringify(typeToJson(attribute.type))) : NO_BYTES,
    nestedType:
      attribute.kind === "nested"
        ? {
            attributes: toAttributes(attribute.attributes),
            nesting: NESTING[attribute.nesting],
            minItems: 0n,
            maxItems: 0n,
          }
        : undefined,
    description: attribute.description,
    descriptionKind: StringKind.MARKDOWN,
    required: presence === "required",
    optional: presence === "optional" || presence === "optionalComputed",
    computed: presence === "computed" || presence === "optionalComputed",
    sensitive: attribute.sensitive,
    writeOnly: attribute.writeOnly,
    deprecated: attribute.deprecated !== null,
    deprecationMessage: attribute.deprecated ?? "",
  };
}
