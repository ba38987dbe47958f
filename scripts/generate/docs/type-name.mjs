// The words that registry pages use for an attribute's type and for what is special about it.

/**
 * @typedef {import("./schema").Type} Type
 * @typedef {import("./schema").Block} Block
 * @typedef {import("./schema").Attribute} Attribute
 * @typedef {import("./schema").NestedBlock} NestedBlock
 */

const SCALARS = { string: "String", number: "Number", bool: "Boolean", dynamic: "Dynamic" };
const COLLECTIONS = { list: "List", set: "Set", map: "Map" };
const NESTED = {
  single: "Attributes",
  list: "Attributes List",
  set: "Attributes Set",
  map: "Attributes Map",
};
const BLOCKS = { single: "Block", group: "Block", list: "Block List", set: "Block Set", map: "Block Map" };
const WRITE_ONLY =
  "[Write-only](https://developer.hashicorp.com/terraform/language/resources/ephemeral#write-only-arguments)";

/**
 * @param {Attribute} attribute
 * @returns {string} such as "List of String, Sensitive"
 */
export function typeName(attribute) {
  const { nested_type: nested, nested_block: block, type } = attribute;
  const name = block === undefined ? attributeWords(nested, type) : BLOCKS[block.nesting_mode];
  const many = block !== undefined && block.nesting_mode !== "single";
  const marks = [
    many && block.min_items && `Min: ${block.min_items}`,
    many && block.max_items && `Max: ${block.max_items}`,
    attribute.sensitive && "Sensitive",
    attribute.deprecated && "Deprecated",
    attribute.write_only && WRITE_ONLY,
  ];
  return [name, ...marks.filter(Boolean)].join(", ");
}

/**
 * @param {Attribute["nested_type"]} nested
 * @param {Type | undefined} type
 * @returns {string}
 */
function attributeWords(nested, type) {
  return nested === undefined ? wordsFor(type ?? "dynamic") : NESTED[nested.nesting_mode];
}

/**
 * @param {Block} block
 * @returns {Record<string, Attribute>} a block's attributes, and its own blocks in the form of attributes beside them
 */
export function blockAttributes({ attributes = {}, block_types: blocks = {} }) {
  /** @type {(entry: [string, NestedBlock]) => [string, Attribute]} */
  const asAttribute = ([name, nested_block]) => {
    const { description, deprecated, deprecation_message } = nested_block.block;
    const required = (nested_block.min_items ?? 0) > 0;
    return [
      name,
      { nested_block, description, deprecated, deprecation_message, required, optional: !required },
    ];
  };
  return { ...attributes, ...Object.fromEntries(Object.entries(blocks).map(asAttribute)) };
}

/**
 * The attributes that need a section of their own, in the form of attributes of a schema.
 * @param {Attribute} attribute
 * @returns {{ kind: "nestedatt" | "nestedblock" | "nestedobjatt", attributes: Readonly<Record<string, Attribute>> } | undefined}
 */
export function nestedAttributes(attribute) {
  if (attribute.nested_block !== undefined) {
    return { kind: "nestedblock", attributes: blockAttributes(attribute.nested_block.block) };
  }
  if (attribute.nested_type !== undefined) {
    return { kind: "nestedatt", attributes: attribute.nested_type.attributes };
  }
  const fields = objectFields(attribute.type);
  if (fields === undefined) return undefined;
  const { required, optional, computed } = attribute;
  const members = Object.entries(fields).map(([name, type]) => [
    name,
    { required, optional, computed, type },
  ]);
  return { kind: "nestedobjatt", attributes: Object.fromEntries(members) };
}

/**
 * @param {Type} type
 * @returns {string} such as "List of String"
 */
export function wordsFor(type) {
  if (typeof type === "string") return SCALARS[type];
  const [kind, inner] = type;
  if (kind === "object") return "Object";
  if (kind === "tuple") return "Tuple";
  return `${COLLECTIONS[kind]} of ${wordsFor(inner)}`;
}

/**
 * @param {Type} type
 * @returns {string} a type as a function's signature has it, such as "list of string"
 */
export function signatureType(type) {
  if (typeof type === "string") return type;
  const [kind, inner] = type;
  return kind === "object" || kind === "tuple" ? kind : `${kind} of ${signatureType(inner)}`;
}

/**
 * @param {Type | undefined} type
 * @returns {Readonly<Record<string, Type>> | undefined}
 */
function objectFields(type) {
  if (type === undefined || typeof type === "string" || type[0] === "tuple") return undefined;
  return type[0] === "object" ? type[1] : objectFields(type[1]);
}
