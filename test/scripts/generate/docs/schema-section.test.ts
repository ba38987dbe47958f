import { schemaSection } from "../../../../scripts/generate/docs/schema-section.mjs";

function section(attributes: Record<string, object>): string {
  return schemaSection({ attributes });
}

test("required, optional and read-only attributes are told apart, each list in order of name", () => {
  const text = section({
    zone: { type: "string", optional: true, computed: true, description: "Where." },
    id: { type: "string", computed: true, description: "Which." },
    name: { type: "string", required: true, description: "What." },
    count_of_all: { type: "number", optional: true },
  });

  expect(text).toMatchInlineSnapshot(`
"## Schema

### Required

- \`name\` (String) What.

### Optional

- \`count_of_all\` (Number)
- \`zone\` (String) Where.

### Read-Only

- \`id\` (String) Which."
`);
});

test.each([
  ["string", "String"],
  ["number", "Number"],
  ["bool", "Boolean"],
  ["dynamic", "Dynamic"],
  [["list", "string"], "List of String"],
  [["set", ["list", "number"]], "Set of List of Number"],
  [["map", "bool"], "Map of Boolean"],
])("the type %j is called %s", (type, words) => {
  expect(section({ a: { type, optional: true } })).toContain(`- \`a\` (${words})`);
});

test.each([
  ["single", "Attributes"],
  ["list", "Attributes List"],
  ["set", "Attributes Set"],
  ["map", "Attributes Map"],
])("nested attributes of mode %s are called %s and have a section of their own", (nesting_mode, words) => {
  const attributes = { inner: { type: "string", required: true, description: "Inside." } };
  const text = section({
    outer: { nested_type: { nesting_mode, attributes }, optional: true, description: "Out." },
  });

  expect(text).toContain(`- \`outer\` (${words}) Out. (see [below for nested schema](#nestedatt--outer))`);
  expect(text).toContain(
    '<a id="nestedatt--outer"></a>\n### Nested Schema for `outer`\n\nRequired:\n\n- `inner`',
  );
});

test("a schema nested twice is found by its whole path", () => {
  const leaf = { type: "string", computed: true };
  const nest = (attributes: object) => ({
    nested_type: { nesting_mode: "list", attributes },
    computed: true,
  });
  const text = section({ a: nest({ b: nest({ c: leaf }) }) });

  expect(text).toContain("(#nestedatt--a--b)");
  expect(text).toContain('<a id="nestedatt--a--b"></a>\n### Nested Schema for `a.b`\n\nRead-Only:\n\n- `c`');
});

test("the fields of an object type are listed too, as what the attribute itself is", () => {
  const text = section({
    ads: { type: ["list", ["object", { id: "string", name: "string" }]], computed: true },
  });

  expect(text).toContain("- `ads` (List of Object) (see [below for nested schema](#nestedobjatt--ads))");
  expect(text).toContain("### Nested Schema for `ads`\n\nRead-Only:\n\n- `id` (String)\n- `name` (String)");
});

test("secrets, values that are never stored, and what is going away are marked", () => {
  const text = section({
    password: { type: "string", optional: true, sensitive: true, write_only: true },
    old: { type: "string", optional: true, deprecated: true, deprecation_message: "Use `new`." },
  });

  expect(text).toMatch(/- `password` \(String, Sensitive, \[Write-only\]\(https:/);
  expect(text).toContain("- `old` (String, Deprecated) Use `new`.");
});

test("a description of several lines stays within its list item", () => {
  expect(section({ a: { type: "string", optional: true, description: "One.\n\n  Two." } })).toContain(
    "- `a` (String) One. Two.",
  );
});

test("blocks stand among the attributes, with their counts, and have sections of their own", () => {
  const inner = { attributes: { name: { type: "string", required: true, description: "What." } } };
  const text = schemaSection({
    attributes: { id: { type: "string", computed: true } },
    block_types: {
      rule: {
        nesting_mode: "list",
        min_items: 1,
        max_items: 3,
        block: {
          ...inner,
          description: "Rules.",
          block_types: { part: { nesting_mode: "map", block: inner } },
        },
      },
      only: { nesting_mode: "single", min_items: 1, max_items: 1, block: inner },
    },
  });

  expect(text).toMatchInlineSnapshot(`
"## Schema

### Required

- \`only\` (Block) (see [below for nested schema](#nestedblock--only))
- \`rule\` (Block List, Min: 1, Max: 3) Rules. (see [below for nested schema](#nestedblock--rule))

### Read-Only

- \`id\` (String)

<a id="nestedblock--only"></a>
### Nested Schema for \`only\`

Required:

- \`name\` (String) What.

<a id="nestedblock--rule"></a>
### Nested Schema for \`rule\`

Required:

- \`name\` (String) What.

Optional:

- \`part\` (Block Map) (see [below for nested schema](#nestedblock--rule--part))

<a id="nestedblock--rule--part"></a>
### Nested Schema for \`rule.part\`

Required:

- \`name\` (String) What."
`);
});

test.each([
  ["single", "Block"],
  ["group", "Block"],
  ["list", "Block List"],
  ["set", "Block Set"],
  ["map", "Block Map"],
])("blocks of mode %s are called %s", (nesting_mode, words) => {
  const text = schemaSection({ block_types: { rule: { nesting_mode, block: { description: "d" } } } });
  expect(text).toContain(
    `### Optional\n\n- \`rule\` (${words}) d (see [below for nested schema](#nestedblock--rule))`,
  );
});
