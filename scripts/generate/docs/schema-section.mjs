// The list of attributes and blocks on a page: required, optional and read-only ones, then one section per nested
// schema.
import { blockAttributes, nestedAttributes, typeName } from "./type-name.mjs";

/**
 * @typedef {import("./schema").Block} Block
 * @typedef {import("./schema").Attribute} Attribute
 * @typedef {{ anchor: string, path: string[], attributes: Readonly<Record<string, Attribute>> }} Nested
 */

/** @type {{ title: string, holds: (attribute: Attribute) => boolean }[]} */
const GROUPS = [
  { title: "Required", holds: (attribute) => attribute.required === true },
  { title: "Optional", holds: (attribute) => attribute.optional === true },
  { title: "Read-Only", holds: (attribute) => !attribute.required && !attribute.optional },
];

/**
 * @param {Block} block
 * @returns {string} the section of a schema's block, from its heading on
 */
export function schemaSection(block) {
  const { groups, nested } = attributesByGroup(blockAttributes(block), []);
  const lists = groups.map(({ title, items }) => `### ${title}\n\n${items.join("\n")}`);
  return ["## Schema", ...lists, ...nested.map(nestedSection)].join("\n\n");
}

/**
 * @param {Nested} nested
 * @returns {string}
 */
function nestedSection({ anchor, path, attributes }) {
  const { groups, nested } = attributesByGroup(attributes, path);
  const heading = `<a id="${anchor}"></a>\n### Nested Schema for \`${path.join(".")}\``;
  const lists = groups.map(({ title, items }) => `${title}:\n\n${items.join("\n")}`);
  return [heading, ...lists, ...nested.map(nestedSection)].join("\n\n");
}

/**
 * @param {Readonly<Record<string, Attribute>>} attributes
 * @param {readonly string[]} path
 * @returns {{ groups: { title: string, items: string[] }[], nested: Nested[] }}
 */
function attributesByGroup(attributes, path) {
  const entries = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, attribute]) => ({ name, attribute, nested: nestedOf(name, attribute, path) }));
  const groups = GROUPS.map(({ title, holds }) => ({
    title,
    items: entries.filter(({ attribute }) => holds(attribute)).map(item),
  }));
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    nested: entries.flatMap(({ nested }) => nested ?? []),
  };
}

/**
 * @param {string} name
 * @param {Attribute} attribute
 * @param {readonly string[]} path
 * @returns {Nested | undefined}
 */
function nestedOf(name, attribute, path) {
  const found = nestedAttributes(attribute);
  if (found === undefined) return undefined;
  const whole = [...path, name];
  return { anchor: `${found.kind}--${whole.join("--")}`, path: whole, attributes: found.attributes };
}

/** @param {{ name: string, attribute: Attribute, nested: Nested | undefined }} entry */
function item({ name, attribute, nested }) {
  const parts = [
    `- \`${name}\` (${typeName(attribute)})`,
    oneLine(attribute.description ?? ""),
    oneLine(attribute.deprecation_message ?? ""),
    nested && `(see [below for nested schema](#${nested.anchor}))`,
  ];
  return parts.filter(Boolean).join(" ");
}

/**
 * A line break would end the list item.
 * @param {string} text
 */
function oneLine(text) {
  return text.trim().replace(/\s*\n\s*/g, " ");
}
