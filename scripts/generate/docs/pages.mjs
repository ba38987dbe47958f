// All registry pages of a provider, by path: which there are, and which example and template belong to which.
import { functionSections } from "./function-sections.mjs";
import { importSection, renderPage } from "./page.mjs";
import { schemaSection } from "./schema-section.mjs";

/**
 * @typedef {import("./schema").ProviderSchema} ProviderSchema
 * @typedef {Omit<Parameters<typeof renderPage>[0], "example"> & { path: string, example: string }} Page
 */

const KINDS = /** @type {const} */ ([
  { schemas: "resource_schemas", folder: "resources", word: "Resource", example: "resource.tf" },
  { schemas: "data_source_schemas", folder: "data-sources", word: "Data Source", example: "data-source.tf" },
  {
    schemas: "ephemeral_resource_schemas",
    folder: "ephemeral-resources",
    word: "Ephemeral Resource",
    example: "ephemeral-resource.tf",
  },
  {
    schemas: "list_resource_schemas",
    folder: "list-resources",
    word: "List Resource",
    example: "list-resource.tfquery.hcl",
  },
  { schemas: "action_schemas", folder: "actions", word: "Action", example: "action.tf" },
]);

/** The folders below docs/ that hold nothing but these pages. */
export const pageFolders = [...KINDS.map(({ folder }) => folder), "functions"];

/**
 * @param {string} name of the provider, which begins the name of each of its types
 * @param {ProviderSchema} schema as `terraform providers schema -json` writes it for one provider
 * @param {ReadonlyMap<string, string>} examples files below examples/
 * @param {ReadonlyMap<string, string>} [templates] hand-written sections by the path of their page
 * @returns {Map<string, string>} pages by path below docs/
 * @throws naming the example files that are missing, or the templates that belong to no page
 */
export function renderPages(name, schema, examples, templates = new Map()) {
  const pages = [
    indexPage(name, schema),
    ...KINDS.flatMap((kind) => pagesOfKind(name, schema, kind, examples)),
    ...functionPages(name, schema),
  ];
  const missing = pages.map((page) => page.example).filter((file) => !examples.has(file));
  if (missing.length > 0) throw new Error(`Each page shows an example. Missing: ${missing.join(", ")}`);
  refuseStrayTemplates(templates, pages);
  /** @param {Page} page */
  const withTexts = (page) => ({
    ...page,
    example: examples.get(page.example) ?? "",
    details: templates.get(page.path),
  });
  return new Map(pages.map((page) => [page.path, renderPage(withTexts(page))]));
}

/**
 * @param {ReadonlyMap<string, string>} templates
 * @param {readonly Page[]} pages
 */
function refuseStrayTemplates(templates, pages) {
  const paths = new Set(pages.map((page) => page.path));
  const stray = [...templates.keys()].filter((file) => !paths.has(file));
  if (stray.length > 0) throw new Error(`Templates without a page: ${stray.join(", ")}`);
}

/**
 * @param {string} name
 * @param {ProviderSchema} schema
 * @returns {Page}
 */
function indexPage(name, schema) {
  const { block } = schema.provider;
  return {
    path: "index.md",
    title: `${name} Provider`,
    heading: `${name} Provider`,
    description: block.description,
    example: "provider/provider.tf",
    listed: false,
    sections: [schemaSection(block)],
  };
}

/**
 * @param {string} name
 * @param {ProviderSchema} schema
 * @param {(typeof KINDS)[number]} kind
 * @param {ReadonlyMap<string, string>} examples
 * @returns {Page[]}
 */
function pagesOfKind(name, schema, { schemas, folder, word, example }, examples) {
  return Object.entries(schema[schemas] ?? {}).map(([type, { block }]) => {
    /** @param {string} file */
    const importExample = (file) => examples.get(`${folder}/${type}/${file}`);
    return {
      path: `${folder}/${type.slice(name.length + 1)}.md`,
      title: `${type} ${word} - ${name}`,
      heading: `${type} (${word})`,
      description: block.description,
      example: `${folder}/${type}/${example}`,
      sections: [
        schemaSection(block),
        importSection(
          importExample("import.sh"),
          importExample("import.tf"),
          importExample("import-by-identity.tf"),
        ),
      ],
    };
  });
}

/**
 * @param {string} name
 * @param {ProviderSchema} schema
 * @returns {Page[]}
 */
function functionPages(name, schema) {
  return Object.entries(schema.functions ?? {}).map(([own, signature]) => ({
    path: `functions/${own}.md`,
    title: `${own} function - ${name}`,
    heading: `function: ${own}`,
    summary: signature.summary,
    description: signature.description,
    example: `functions/${own}/function.tf`,
    sections: functionSections(own, signature),
  }));
}
