import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { mendBindings } from "../../../scripts/generate/mend-bindings.mjs";
import { type Clone, cloneScripts } from "../clone";

// Whole generators run here.
jest.setTimeout(60_000);

const root = path.join(__dirname, "../../..");
const part = { attributes: { label: { type: "string", optional: true, description: "Label." } } };
const nested = (mode: string) => ({ nested_type: { ...part, nesting_mode: mode }, optional: true });
/** A provider with every way of nesting. */
const schema = {
  provider: { block: { attributes: {} } },
  resource_schemas: {
    example_thing: {
      block: {
        attributes: {
          name: { type: "string", required: true, description: "Name of the thing. */ Not an end." },
          tags: { type: ["map", "string"], optional: true },
          one: nested("single"),
          many: nested("list"),
          some: nested("set"),
          by_key: nested("map"),
        },
      },
    },
  },
  ephemeral_resource_schemas: {
    example_secret: {
      block: { attributes: { one: nested("single"), value: { type: "string", computed: true } } },
    },
  },
  functions: {
    digits: {
      description: "Digits of a text.",
      return_type: "string",
      parameters: [{ name: "text", type: "string" }],
    },
  },
  data_source_schemas: {
    example_things: {
      block: { attributes: { by_id: { ...nested("map"), optional: false, computed: true } } },
    },
  },
};

// biome-ignore lint/suspicious/noTemplateCurlyInString: so does Terraform write it
const REFERENCE = '${data.example_things.things.by_id["b-1"].label}';

/** Synthesises a stack in either form with the bindings that were made. */
const program = (framework: string) => `
  require("esbuild").buildSync({ entryPoints: ["lib/bindings/${framework}/index.ts"], outfile: "made.cjs", bundle: true, platform: "node", external: ["${framework}", "constructs"], format: "cjs" });
  const { App, TerraformOutput, TerraformStack, Testing } = require("${framework}");
  const made = require("./made.cjs");
  const { DataExampleThings, ExampleProvider, Thing } = made;
  const stack = new TerraformStack(Testing.app(), "made");
  const provider = new ExampleProvider(stack, "example");
  const things = new DataExampleThings(stack, "things");
  new Thing(stack, "thing", { name: "a", tags: { x: "1" }, one: { label: "1" }, many: [{ label: "2" }, {}], some: [{ label: "3" }], byKey: { berlin: { label: things.byId.get("b-1").label } } });
  if (made.EphemeralExampleSecret !== undefined) {
    new made.EphemeralExampleSecret(stack, "secret", { one: { label: "4" } });
    new TerraformOutput(stack, "digits", { value: provider.functions.digits("+49") });
  }
  console.log(JSON.stringify({ json: JSON.parse(Testing.synth(stack)), hcl: Testing.synthHcl(stack) }));
`;

const options = () => ({ cwd: clone.folder, encoding: "utf8" as const });
let clone: Clone;

// Makes the bindings for both.
beforeAll(() => {
  clone = cloneScripts();
  clone.linkPackages();
  clone.write("package.json", { version: "1.2.3" });
  clone.write(
    "generate.mjs",
    `import { generateBindings } from "./scripts/generate/bindings.mjs";
     import { writeAtomically } from "./scripts/tools/files.mjs";
     for (const [file, text] of await generateBindings(process.cwd())) await writeAtomically(file, text);`,
  );
  clone.write(
    "src/framework/index.ts",
    `export const providerSchemaJson = () => (${JSON.stringify(schema)});`,
  );
  clone.write(
    "src/provider/index.ts",
    'export const dialog360Provider = { name: "example", address: "ns/example" };',
  );
  expect(spawnSync(process.execPath, ["generate.mjs"], options())).toMatchObject({ status: 0, stderr: "" });
});
afterAll(() => clone.remove());

describe.each(["cdktf", "cdktn"])("bindings for %s", (framework) => {
  let code: string;
  let made: { json: { resource: { example_thing: { thing: Record<string, unknown> } } }; hcl: string };
  beforeAll(() => {
    code = readFileSync(path.join(clone.folder, `lib/bindings/${framework}/thing/index.ts`), "utf8");
    clone.write("synth.cjs", program(framework));
    const { stdout, stderr } = spawnSync(process.execPath, ["synth.cjs"], options());
    if (stdout === "") throw new Error(stderr);
    made = JSON.parse(stdout);
  });

  test("write nested attributes in HCL as attributes, never as blocks", () => {
    expect(made.hcl).toMatch(/^one = \{$/m);
    expect(made.hcl).toMatch(/^many = \[$/m);
    expect(made.hcl).toMatch(/^some = \[$/m);
    expect(made.hcl).toMatch(/^by_key = \{$/m);
    expect(made.hcl).not.toMatch(/^(one|many|some|by_key) \{/m);
    expect(made.hcl).not.toContain("[object Object]");
  });

  test("say the same in JSON", () => {
    expect(made.json.resource.example_thing.thing).toEqual({
      name: "a",
      tags: { x: "1" },
      one: { label: "1" },
      many: [{ label: "2" }, {}],
      some: [{ label: "3" }],
      by_key: { berlin: { label: REFERENCE } },
    });
  });

  test("refer to elements of a map by a quoted key", () => {
    expect(made.hcl).toContain(REFERENCE);
  });

  test("hold functions and ephemeral resources where the framework knows of such things", () => {
    const index = readFileSync(path.join(clone.folder, `lib/bindings/${framework}/index.ts`), "utf8");
    const extra = framework === "cdktn" ? ["ephemeral-example-secret", "provider-functions"] : [];

    expect([...index.matchAll(/from "\.\/(.*)"/g)].map(([, module]) => module).sort()).toEqual(
      ["data-example-things", "provider", "thing", ...extra].sort(),
    );
    if (framework === "cdktn") {
      expect(made.hcl).toMatch(/^ephemeral "example_secret" "secret" \{$/m);
      expect(made.hcl).toContain("one = {\nlabel = 4\n}");
      expect(made.hcl).toContain("provider::example::digits(");
    }
  });

  test("ask for a range of versions, and link to no page that stands nowhere", () => {
    expect(code).toContain("providerVersionConstraint: '~> 1.2'");
    expect(code).not.toMatch(/providerVersion:|registry\.terraform\.io/);
  });

  test("carry the descriptions, which cannot end a comment", () => {
    expect(code).toContain("* Name of the thing.");
    expect(code).not.toContain("*/ Not an end.");
  });
});

test("mending what was mended changes nothing", () => {
  const code = readFileSync(path.join(root, "lib/bindings/cdktf/channel-ctwa-tracking/index.ts"), "utf8");

  expect(mendBindings(code, ["timeouts"])).toBe(code);
});
