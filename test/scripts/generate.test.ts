import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Clone, cloneScripts } from "./clone";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

const root = path.join(__dirname, "../..");
const generated = "src/framework/protocol/generated";
const framework = `
  export const providerSchemaJson = (provider: { description: string }) => ({
    provider: { block: { description: provider.description, attributes: {} } },
    resource_schemas: { example_thing: { block: { description: "A thing.", attributes: {} } } },
    data_source_schemas: {},
  });
`;

// Whole generators run here, several times.
jest.setTimeout(60_000);

let clone: Clone;
beforeEach(() => {
  clone = cloneScripts();
  clone.linkPackages();
  clone.write("package.json", { version: "1.0.0" });
  clone.write("src/framework/index.ts", framework);
  clone.write(
    "src/provider/index.ts",
    'export const dialog360Provider = { name: "example", address: "example/example", description: "All." };',
  );
  clone.write("examples/provider/provider.tf", "# provider");
  clone.write("examples/resources/example_thing/resource.tf", "# thing");
  cpSync(path.join(root, "src/framework/protocol"), path.join(clone.folder, "src/framework/protocol"), {
    recursive: true,
    filter: (file) => !/\.ts$/.test(file) || file.includes("generated"),
  });
});
afterEach(() => clone.remove());

test("pages are written from the sources, guides are left alone, and a check finds all up to date", async () => {
  clone.write("docs/guides/limits.md", "by hand");

  const { code, stdout } = await clone.run("generate.mjs");

  expect(code).toBe(0);
  expect(stdout).toContain("wrote docs/resources/thing.md");
  expect(readFileSync(path.join(clone.folder, "docs/resources/thing.md"), "utf8")).toContain("A thing.");
  expect(readFileSync(path.join(clone.folder, "docs/guides/limits.md"), "utf8")).toBe("by hand");
  expect(await clone.run("generate.mjs", ["--check"])).toMatchObject({ code: 0, stderr: "" });
});

test("a check lists what is stale, missing or left over, and changes nothing", async () => {
  await clone.run("generate.mjs");
  clone.write("docs/index.md", "edited by hand");
  clone.write("docs/resources/former.md", "of a resource that is gone");
  clone.write(`${generated}/tfplugin6.ts`, "// edited by hand");

  const { code, stderr } = await clone.run("generate.mjs", ["--check"]);

  expect(code).toBe(1);
  for (const file of ["docs/index.md", "docs/resources/former.md", `${generated}/tfplugin6.ts`]) {
    expect(stderr).toContain(`  ${file}\n`);
  }
  expect(stderr).not.toContain("docs/resources/thing.md");
  expect(readFileSync(path.join(clone.folder, "docs/index.md"), "utf8")).toBe("edited by hand");
});

test("a provider that does not compile ends in a message, with the protobuf messages checked all the same", async () => {
  clone.write("src/provider/index.ts", 'export { x } from "./missing";');

  const { code, stdout, stderr } = await clone.run("generate.mjs", ["--check"]);

  expect(code).toBe(1);
  expect(stdout).toContain("protobuf messages: up to date");
  expect(stderr).toContain('Could not resolve "./missing"');
  expect(stderr).not.toMatch(/^\s+at /m);
});
