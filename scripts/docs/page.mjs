// One registry page as text, laid out as the registries expect it.
import { schemaSection } from "./schema-section.mjs";

const GENERATED = "<!-- Made by `npm run generate` from the provider's schema and examples/. -->";

/**
 * @param {object} page
 * @param {string} page.title in the list of pages, such as "example_thing Resource - example"
 * @param {string} page.heading on the page, such as "example_thing (Resource)"
 * @param {{ attributes: object, description: string }} page.block of the schema, as Terraform writes it
 * @param {string | undefined} page.example configuration
 * @param {string | undefined} page.importCommand shell command
 * @param {string | undefined} page.importBlock configuration
 */
export function renderPage({ title, heading, block, example, importCommand, importBlock }) {
  const description = (block.description ?? "").trim();
  const sections = [
    frontMatter(title, description),
    GENERATED,
    `# ${heading}`,
    description,
    example && `## Example Usage\n\n${fenced("terraform", example)}`,
    schemaSection(block),
    importSection(importCommand, importBlock),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function frontMatter(title, description) {
  const [summary = ""] = description.split(/\n\s*\n/);
  const lines = summary.split("\n").map((line) => `  ${line.trim()}`.trimEnd());
  const fields = [`page_title: ${JSON.stringify(title)}`, 'subcategory: ""', "description: |-", ...lines];
  return ["---", ...fields, "---"].join("\n");
}

function importSection(command, block) {
  if (command === undefined && block === undefined) return undefined;
  const ways = [
    block && `With an [\`import\` block](https://developer.hashicorp.com/terraform/language/import):`,
    block && fenced("terraform", block),
    command &&
      "With the [`terraform import` command](https://developer.hashicorp.com/terraform/cli/commands/import):",
    command && fenced("shell", command),
  ];
  return ["## Import", ...ways.filter(Boolean)].join("\n\n");
}

function fenced(language, text) {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
