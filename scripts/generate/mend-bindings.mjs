// Mends what the binding generators of CDKTF and CDK Terrain get wrong, in the text that they made.
// Pure functions: text in, text out.

const ENTRY =
  /^ {6}(\w+): \{\n {8}value: (.*),\n {8}isBlock: (?:true|false),\n {8}type: "\w+",\n {8}storageClassType: "[^"]*",\n {6}\},$/gm;
const REGISTRY_LINE = /^ *\* ?Docs at Terraform Registry: .*\n/gm;
const EMPTY_DOC_END = /^( *\*)\n(?= *\*\/)/gm;
const REGISTRY_LINK = /\{@link https:\/\/registry\.terraform\.io\/\S+ ([^}]+)\}/g;
const REGISTRY_COMMENT = /^\/\/ https:\/\/registry\.terraform\.io\/.*\n/m;
const MAP_GETTER = /(class \w+Map extends .*?public get\(key: string\).*?this\.terraformAttribute, )key\)/gs;

/**
 * All mends of one file.
 * @param {string} code as the generator made it
 * @param {readonly string[]} nested names of the top-level attributes that have attributes of their own
 */
export function mendBindings(code, nested) {
  return dropRegistryLinks(quoteMapKeys(mendHclAttributes(code, nested)));
}

/**
 * Nested attributes in HCL: the generators write them as blocks (`timeouts {}`), which Terraform refuses
 * ("Unsupported block type"). The plain form, as in JSON, is right for both.
 * @param {string} code
 * @param {readonly string[]} nested
 */
export function mendHclAttributes(code, nested) {
  return code.replace(ENTRY, (entry, name, value) => {
    if (!nested.includes(name)) return entry;
    const plain = value
      .replace(/HclTerraform\b/g, "Terraform")
      .replace(/\b(list|hash)MapperHcl\b/g, "$1Mapper");
    return [
      `      ${name}: {`,
      `        value: ${plain},`,
      "        isBlock: false,",
      '        type: "any",',
      '        storageClassType: "any",',
      "      },",
    ].join("\n");
  });
}

/**
 * Elements of a map: without quotes the reference becomes `channels[berlin]`, an "Invalid reference".
 * @param {string} code
 */
export function quoteMapKeys(code) {
  return code.replace(MAP_GETTER, (_all, before) => `${before}\`"\${key}"\`)`);
}

/**
 * Links to registry pages of this provider, which stand nowhere yet: the descriptions themselves are inlined.
 * @param {string} code
 */
export function dropRegistryLinks(code) {
  return code
    .replace(REGISTRY_COMMENT, "")
    .replace(REGISTRY_LINE, "")
    .replace(EMPTY_DOC_END, "")
    .replace(REGISTRY_LINK, "$1");
}
