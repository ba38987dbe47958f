// All registry pages of a provider, by path: which there are, and which example belongs to which.
import { renderPage } from "./page.mjs";

const KINDS = [
  { schemas: "resource_schemas", folder: "resources", word: "Resource", example: "resource.tf" },
  { schemas: "data_source_schemas", folder: "data-sources", word: "Data Source", example: "data-source.tf" },
];

/**
 * @param {string} name of the provider, which begins the name of each of its types
 * @param {object} schema as `terraform providers schema -json` writes it for one provider
 * @param {ReadonlyMap<string, string>} examples files below examples/
 * @returns {Map<string, string>} pages by path below docs/
 * @throws naming the example files that are missing
 */
export function renderPages(name, schema, examples) {
  const pages = [indexPage(name, schema), ...KINDS.flatMap((kind) => pagesOfKind(name, schema, kind))];
  const missing = pages.map((page) => page.example).filter((file) => !examples.has(file));
  if (missing.length > 0) throw new Error(`Each page shows an example. Missing: ${missing.join(", ")}`);
  return new Map(pages.map((page) => [page.path, renderPage(withExamples(page, examples))]));
}

function indexPage(name, schema) {
  return {
    path: "index.md",
    title: `${name} Provider`,
    heading: `${name} Provider`,
    block: schema.provider.block,
    example: "provider/provider.tf",
  };
}

function pagesOfKind(name, schema, { schemas, folder, word, example }) {
  return Object.entries(schema[schemas] ?? {}).map(([type, { block }]) => ({
    path: `${folder}/${type.slice(name.length + 1)}.md`,
    title: `${type} ${word} - ${name}`,
    heading: `${type} (${word})`,
    block,
    example: `${folder}/${type}/${example}`,
    importCommand: `${folder}/${type}/import.sh`,
    importBlock: `${folder}/${type}/import.tf`,
  }));
}

function withExamples(page, examples) {
  const { example, importCommand, importBlock } = page;
  return {
    ...page,
    example: examples.get(example),
    importCommand: examples.get(importCommand),
    importBlock: examples.get(importBlock),
  };
}
