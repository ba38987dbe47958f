// One registry page as text, laid out as the registries expect it.

const GENERATED = "<!-- Made by `npm run generate` from the provider's schema and examples/. -->";

/**
 * @param {object} page
 * @param {string} page.title in the list of pages, such as "example_thing Resource - example"
 * @param {string} page.heading on the page, such as "example_thing (Resource)"
 * @param {string} page.description Markdown
 * @param {string} [page.summary] where it is another text than the first paragraph of the description
 * @param {string} page.example configuration
 * @param {readonly (string | undefined)[]} page.sections from their headings on
 */
export function renderPage({ title, heading, description, summary, example, sections }) {
  const text = description.trim();
  const parts = [
    frontMatter(title, summary ?? text),
    GENERATED,
    `# ${heading}`,
    text,
    `## Example Usage\n\n${fenced("terraform", example)}`,
    ...sections,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function frontMatter(title, description) {
  const [summary = ""] = description.split(/\n\s*\n/);
  const lines = summary.split("\n").map((line) => `  ${line.trim()}`.trimEnd());
  const fields = [`page_title: ${JSON.stringify(title)}`, 'subcategory: ""', "description: |-", ...lines];
  return ["---", ...fields, "---"].join("\n");
}

/** @returns {string | undefined} the section on import, from its heading on; undefined where nothing can be imported */
export function importSection(command, block) {
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

/** @returns {string} a block of code */
export function fenced(language, text) {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
