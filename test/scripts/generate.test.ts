import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Clone, cloneScripts } from "./clone";

// Whole generators run here, and the machine may be busy with other tests.
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

function cloneWithProvider(): Clone {
  const clone = cloneScripts();
  clone.linkPackages();
  clone.write("package.json", { version: "1.0.0" });
  clone.write("src/framework/index.ts", framework);
  clone.write(
    "src/framework/testing/index.ts",
    "/** Tests a provider. */\nexport function testProvider(): void {}\n",
  );
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
  for (const source of ["src/simulator", "docs/guides/simulator.md"]) {
    cpSync(path.join(root, source), path.join(clone.folder, source), { recursive: true });
  }
  return clone;
}

let clone: Clone;
afterEach(() => clone.remove());

const read = (file: string) => readFileSync(path.join(clone.folder, file), "utf8");

test("pages are written from the sources, guides are left alone, and a check lists what is stale, missing or left over", async () => {
  clone = cloneWithProvider();
  clone.write("docs/guides/limits.md", "by hand");

  const { code, stdout, stderr } = await clone.run("generate.mjs");

  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("wrote docs/resources/thing.md");
  expect(read("docs/resources/thing.md")).toContain("A thing.");
  expect(read("docs/framework/reference.md")).toContain("### testProvider\n");
  expect(read("docs/guides/limits.md")).toBe("by hand");
  expect(await clone.run("generate.mjs", ["--check"])).toMatchObject({ code: 0, stderr: "" });

  clone.write("docs/index.md", "edited by hand");
  clone.write("docs/resources/former.md", "of a resource that is gone");
  clone.write(`${generated}/tfplugin6.ts`, "// edited by hand");

  const stale = await clone.run("generate.mjs", ["--check"]);

  expect(stale.code).toBe(1);
  for (const file of ["docs/index.md", "docs/resources/former.md", `${generated}/tfplugin6.ts`]) {
    expect(stale.stderr).toContain(`  ${file}\n`);
  }
  expect(stale.stderr).not.toContain("docs/resources/thing.md");
  expect(read("docs/index.md")).toBe("edited by hand");
});

test("a provider that does not compile ends in a message, with the protobuf messages checked all the same", async () => {
  clone = cloneWithProvider();
  clone.write("src/provider/index.ts", 'export { x } from "./missing";');

  const { code, stdout, stderr } = await clone.run("generate.mjs", ["--check"]);

  expect(code).toBe(1);
  expect(stdout).toMatch(/^protobuf messages: /m);
  expect(stderr).toContain('"./missing"');
  expect(stderr).not.toMatch(/^\s+at /m);
});
