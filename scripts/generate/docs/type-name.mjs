// The words that registry pages use for an attribute's type and for what is special about it.

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

/** @returns {string} such as "List of String, Sensitive" */
export function typeName(attribute) {
  const { nested_type: nested, nested_block: block, type } = attribute;
  const name = block === undefined ? attributeWords(nested, type) : BLOCKS[block.nesting_mode];
  const marks = [
    block?.min_items > 0 && block.nesting_mode !== "single" && `Min: ${block.min_items}`,
    block?.max_items > 0 && block.nesting_mode !== "single" && `Max: ${block.max_items}`,
    attribute.sensitive && "Sensitive",
    attribute.deprecated && "Deprecated",
    attribute.write_only && WRITE_ONLY,
  ];
  return [name, ...marks.filter(Boolean)].join(", ");
}

function attributeWords(nested, type) {
  return nested === undefined ? wordsFor(type) : NESTED[nested.nesting_mode];
}

/** @returns {Record<string, object>} a block's attributes, and its own blocks in the form of attributes beside them */
export function blockAttributes({ attributes = {}, block_types: blocks = {} }) {
  const asAttribute = ([name, nested_block]) => {
    const { description, deprecated, deprecation_message } = nested_block.block;
    const required = nested_block.min_items > 0;
    return [
      name,
      { nested_block, description, deprecated, deprecation_message, required, optional: !required },
    ];
  };
  return { ...attributes, ...Object.fromEntries(Object.entries(blocks).map(asAttribute)) };
}

/**
 * The attributes that need a section of their own, in the form of attributes of a schema.
 * @returns {{ kind: "nestedatt" | "nestedblock" | "nestedobjatt", attributes: Record<string, object> } | undefined}
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
  const inherited = ({ required, optional, computed }) => ({ required, optional, computed });
  const members = Object.entries(fields).map(([name, type]) => [name, { ...inherited(attribute), type }]);
  return { kind: "nestedobjatt", attributes: Object.fromEntries(members) };
}

/** @returns {string} such as "List of String" */
export function wordsFor(type) {
  if (typeof type === "string") return SCALARS[type];
  const [kind, inner] = type;
  if (kind === "object") return "Object";
  if (kind === "tuple") return "Tuple";
  return `${COLLECTIONS[kind]} of ${wordsFor(inner)}`;
}

/** @returns {string} a type as a function's signature has it, such as "list of string" */
export function signatureType(type) {
  if (typeof type === "string") return type;
  const [kind, inner] = type;
  return COLLECTIONS[kind] === undefined ? kind : `${kind} of ${signatureType(inner)}`;
}

function objectFields(type) {
  if (typeof type === "string" || type[0] === "tuple") return undefined;
  return type[0] === "object" ? type[1] : objectFields(type[1]);
}
