import type { Attribute, NestedAttribute, Schema } from "../schema";
import { typeToJson } from "../value";
import {
  type Schema_Attribute,
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

const NO_BYTES = new Uint8Array();

/** Makes the wire form of a schema. A block is always there, even an empty one: core takes it for granted. */
export function toSchemaMessage(schema: Schema, description: string, version = 0): SchemaMessage {
  return {
    version: BigInt(version),
    block: {
      version: BigInt(version),
      attributes: toAttributes(schema),
      blockTypes: [],
      description,
      descriptionKind: StringKind.MARKDOWN,
      deprecated: false,
      deprecationMessage: "",
    },
  };
}

function toAttributes(schema: Schema): Schema_Attribute[] {
  return Object.entries(schema).map(([name, attribute]) => toAttribute(name, attribute));
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
