import { renderPages } from "../../../../scripts/generate/docs/pages.mjs";

const block = { description: "Does one thing.", attributes: {} };
const schema = {
  provider: { block: { ...block, description: "Talks to an example." } },
  resource_schemas: { example_thing: { block } },
  data_source_schemas: { example_things: { block } },
  ephemeral_resource_schemas: { example_token: { block } },
  functions: {
    join: {
      summary: "Joins parts.",
      description: "Joins parts to one text.",
      return_type: "string",
      parameters: [
        { name: "between", description: "What stands between.", type: "string", is_nullable: true },
        { name: "more", description: "More.", type: ["map", ["list", "number"]] },
      ],
      variadic_parameter: { name: "parts", description: "The parts.", type: ["object", { a: "string" }] },
    },
    one: { summary: "One.", description: "The number one.", return_type: "number" },
  },
};
const examples = new Map([
  ["provider/provider.tf", 'provider "example" {}\n'],
  ["resources/example_thing/resource.tf", 'resource "example_thing" "one" {}\n'],
  ["resources/example_thing/import.sh", "terraform import example_thing.one id\n"],
  ["data-sources/example_things/data-source.tf", 'data "example_things" "all" {}\n'],
  ["ephemeral-resources/example_token/ephemeral-resource.tf", 'ephemeral "example_token" "one" {}\n'],
  ["functions/join/function.tf", "# join\n"],
  ["functions/one/function.tf", "# one\n"],
]);

test("there is a page for the provider and one for each type, named without the provider's prefix", () => {
  const pages: Map<string, string> = renderPages("example", schema, examples);

  expect([...pages.keys()]).toEqual([
    "index.md",
    "resources/thing.md",
    "data-sources/things.md",
    "ephemeral-resources/token.md",
    "functions/join.md",
    "functions/one.md",
  ]);
  expect(pages.get("ephemeral-resources/token.md")).toContain("# example_token (Ephemeral Resource)");
});

test("a function's page shows the call and its arguments instead of a schema", () => {
  const page = renderPages("example", schema, examples).get("functions/join.md");

  expect(page).toMatchInlineSnapshot(`
"---
page_title: "join function - example"
subcategory: ""
description: |-
  Joins parts.
---

<!-- Made by \`npm run generate\` from the provider's schema and examples/. -->

# function: join

Joins parts to one text.

## Example Usage

\`\`\`terraform
# join
\`\`\`

## Signature

\`\`\`text
join(between string, more map of list of number, parts object...) string
\`\`\`

## Arguments

1. \`between\` (String, Nullable) What stands between.
2. \`more\` (Map of List of Number) More.
3. \`parts\` (Variadic, Object) The parts.
"
`);
});

test("a function without arguments has no list of them", () => {
  const page = renderPages("example", schema, examples).get("functions/one.md");

  expect(page).toContain("one() number");
  expect(page).not.toContain("## Arguments");
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
