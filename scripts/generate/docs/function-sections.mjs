// What a function's page says instead of a schema: how it is called, and what its arguments are.
import { fenced } from "./page.mjs";
import { signatureType, wordsFor } from "./type-name.mjs";

/**
 * @typedef {import("./schema").Signature} Signature
 * @typedef {import("./schema").Parameter} Parameter
 */

/**
 * @param {string} name
 * @param {Signature} signature
 * @returns {string[]} the sections of a function's signature, from their headings on
 */
export function functionSections(name, signature) {
  const { parameters = [], variadic_parameter: variadic, return_type: returns } = signature;
  const named = parameters.map(({ name: own, type }) => `${own} ${signatureType(type)}`);
  const further = variadic && `${variadic.name} ${signatureType(variadic.type)}...`;
  const call = `${name}(${[...named, further].filter(Boolean).join(", ")}) ${signatureType(returns)}`;
  const items = [
    ...parameters.map(item),
    variadic && item({ ...variadic, variadic: true }, parameters.length),
  ];
  return [
    `## Signature\n\n${fenced("text", call)}`,
    items.some(Boolean) ? `## Arguments\n\n${items.filter(Boolean).join("\n")}` : "",
  ];
}

/**
 * @param {Parameter & { variadic?: boolean }} parameter
 * @param {number} index
 */
function item({ name, type, description, is_nullable: nullable, variadic }, index) {
  const marks = [variadic && "Variadic", wordsFor(type), nullable && "Nullable"].filter(Boolean).join(", ");
  return `${index + 1}. \`${name}\` (${marks}) ${description}`;
}
