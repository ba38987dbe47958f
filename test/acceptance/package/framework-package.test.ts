import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { root } from "../harness/synthesised";
import { terraformBinary } from "../harness/terraform";
import { install, npm, pack, packages, runNode } from "./packed/project";

jest.setTimeout(120_000);

const MOST_BYTES = 350_000;
let scratch: string;
let tarball: string;
let project: string;

/** As a newcomer does it: the program of the package makes a project, and npm installs what it needs. */
beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), "dialog360-framework-"));
  tarball = await pack(scratch, path.join(root, "build/tf-provider-framework"));
  project = path.join(scratch, "terraform-provider-example");
  const program = path.join(root, "build/tf-provider-framework/bin/tf-provider-framework.mjs");
  const made = await runNode(scratch, { TF_PROVIDER_FRAMEWORK: `file:${tarball}` }, program, "new", project);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining("npm install") });
  const own = JSON.parse(await readFile(path.join(project, "package.json"), "utf8"));
  own.devDependencies = {
    "@types/node": `file:${path.join(root, "node_modules/@types/node")}`,
    esbuild: `file:${path.join(root, "node_modules/esbuild")}`,
    typescript: `file:${packages.typescript}`,
  };
  await writeFile(path.join(project, "package.json"), JSON.stringify(own));
  await install(project);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test("the package holds code with maps, types, the program and the template, and no dependency", async () => {
  const installed = path.join(project, "node_modules/tf-provider-framework");
  const entries = await readdir(installed);
  const { dependencies = {} } = JSON.parse(await readFile(path.join(installed, "package.json"), "utf8"));

  expect(entries.sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.txt",
      "bin",
      "dist",
      "package.json",
      "template",
      "types",
    ].sort(),
  );
  expect(dependencies).toEqual({});
  expect(await readFile(path.join(installed, "dist/index.js"), "utf8")).not.toMatch(/360/);
  expect((await readFile(tarball)).length).toBeLessThan(MOST_BYTES);
});

test("a new project checks its types, builds, and passes its tests with the real binary", async () => {
  const env = { TERRAFORM_BINARY: terraformBinary };
  Object.assign(process.env, env);

  expect(await npm(project, "test")).toMatchObject({ code: 0 });
});

test("both module systems get the same framework", async () => {
  const lines = [
    'import * as esm from "tf-provider-framework";',
    'import { createRequire } from "node:module";',
    'const cjs = createRequire(import.meta.url)("tf-provider-framework");',
    "const same = Object.keys(cjs).filter((name) => cjs[name] === esm[name]);",
    "process.stderr.write(String(same.length === Object.keys(cjs).length && same.length > 30));",
    "process.exitCode = 3;",
  ];
  await writeFile(path.join(project, "both.mjs"), lines.join("\n"));

  const { code, output } = await runNode(project, {}, "both.mjs");

  expect([code, output]).toEqual([3, "true"]);
});

test.each([
  [["new"], "folder"],
  [["old", "x"], "old"],
  [["new", "x", "--name", "A b"], "A b"],
  [["new", "x", "--colour"], "--colour"],
])("the program refuses %j with 2", async (args, words) => {
  const program = path.join(root, "build/tf-provider-framework/bin/tf-provider-framework.mjs");

  expect(await runNode(scratch, {}, program, ...args)).toEqual({
    code: 2,
    output: expect.stringContaining(words),
  });
});
