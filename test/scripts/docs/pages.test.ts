import { renderPages } from "../../../scripts/docs/pages.mjs";

const block = { description: "Does one thing.", attributes: {} };
const schema = {
  provider: { block: { ...block, description: "Talks to an example." } },
  resource_schemas: { example_thing: { block } },
  data_source_schemas: { example_things: { block } },
};
const examples = new Map([
  ["provider/provider.tf", 'provider "example" {}\n'],
  ["resources/example_thing/resource.tf", 'resource "example_thing" "one" {}\n'],
  ["resources/example_thing/import.sh", "terraform import example_thing.one id\n"],
  ["data-sources/example_things/data-source.tf", 'data "example_things" "all" {}\n'],
]);

test("there is a page for the provider and one for each type, named without the provider's prefix", () => {
  const pages: Map<string, string> = renderPages("example", schema, examples);

  expect([...pages.keys()]).toEqual(["index.md", "resources/thing.md", "data-sources/things.md"]);
});

test("a resource's page has front matter, heading, description, example, schema and import", () => {
  const page = renderPages("example", schema, examples).get("resources/thing.md");

  expect(page).toMatchInlineSnapshot(`
"---
page_title: "example_thing Resource - example"
subcategory: ""
description: |-
  Does one thing.
---

<!-- Made by \`npm run generate\` from the provider's schema and examples/. -->

# example_thing (Resource)

Does one thing.

## Example Usage

\`\`\`terraform
resource "example_thing" "one" {}
\`\`\`

## Schema

## Import

With the [\`terraform import\` command](https://developer.hashicorp.com/terraform/cli/commands/import):

\`\`\`shell
terraform import example_thing.one id
\`\`\`
"
`);
});

test("where nothing can be imported, nothing is said of it", () => {
  const page = renderPages("example", schema, examples).get("data-sources/things.md");

  expect(page).toContain("# example_things (Data Source)");
  expect(page).not.toContain("Import");
});

test("an import block stands before the command, for it can be reviewed", () => {
  const more = new Map([...examples, ["resources/example_thing/import.tf", 'import { id = "one" }\n']]);

  const page = renderPages("example", schema, more).get("resources/thing.md");

  expect(page.indexOf('import { id = "one" }')).toBeGreaterThan(0);
  expect(page.indexOf('import { id = "one" }')).toBeLessThan(
    page.indexOf("terraform import example_thing.one"),
  );
});

test("a page without its example is refused by the example's name", () => {
  const fewer = new Map(examples);
  fewer.delete("data-sources/example_things/data-source.tf");

  expect(() => renderPages("example", schema, fewer)).toThrow("data-sources/example_things/data-source.tf");
});

test("the summary in the front matter is the first paragraph, the page shows all", () => {
  const long = { block: { ...block, description: "First line,\nsecond line.\n\nMore: of it." } };
  const page = renderPages("example", { ...schema, resource_schemas: { example_thing: long } }, examples).get(
    "resources/thing.md",
  );

  const [, front, body] = page.split("---\n");
  expect(front).toContain("description: |-\n  First line,\n  second line.\n");
  expect(front).not.toContain("More");
  expect(body).toContain("First line,\nsecond line.\n\nMore: of it.");
});
