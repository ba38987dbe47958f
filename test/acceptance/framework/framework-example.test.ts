import { chmod, cp, mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../harness/synthesised";
import { Workspace } from "../harness/workspace";
import { packages, runNode } from "../package/packed/project";

jest.setTimeout(60_000);

const example = path.join(root, "examples/framework");
const configuration = `terraform {
  required_providers {
    notes = {
      source = "example/notes"
    }
  }
}
provider "notes" {
  folder = "./notes"
}
`;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.open();
  await buildProvider(workspace.folder);
});
afterAll(() => workspace.close());

/** As an author does it: the package is installed, the compiler makes JavaScript, and one file is to be started. */
async function buildProvider(folder: string): Promise<void> {
  const project = path.join(folder, "project");
  await cp(example, project, { recursive: true });
  await writeReadme(path.join(project, "readme"));
  const installed = path.join(project, "node_modules");
  await mkdir(path.join(installed, "@types"), { recursive: true });
  await symlink(
    path.join(root, "build/tf-provider-framework"),
    path.join(installed, "tf-provider-framework"),
  );
  await symlink(path.join(root, "node_modules/@types/node"), path.join(installed, "@types/node"));
  await writeFile(path.join(project, "tsconfig.json"), JSON.stringify(authorsSettings));
  const compiled = await runNode(project, {}, path.join(packages.typescript, "bin/tsc"), "--pretty", "false");
  expect(compiled).toEqual({ code: 0, output: "" });
  const started = path.join(project, "terraform-provider-notes");
  await rename(path.join(project, "main.js"), started);
  await chmod(started, 0o755);
  const rc = `provider_installation {\n  dev_overrides {\n    "example/notes" = ${JSON.stringify(project)}\n  }\n  direct {}\n}\n`;
  await writeFile(path.join(folder, "terraform.rc"), rc);
}

const client = `export interface Client {
  send(method: string, path: string, body: object | undefined, signal: AbortSignal): Promise<Team | null>;
}
export interface Team { readonly id: string; readonly name: string; readonly colour: string }
export declare function connect(url: string): Client;
`;

/** The code of the package's README, as files that are compiled with the example. */
async function writeReadme(folder: string): Promise<void> {
  const [team = "", provider = "", tests = ""] = blocksOf(
    await readFile(path.join(root, "packages/framework/README.md"), "utf8"),
  );
  expect(tests).toContain("testProvider");
  await mkdir(folder);
  await writeFile(path.join(folder, "client.ts"), client);
  await writeFile(path.join(folder, "team.ts"), team);
  // A test file may wait at its top level, which a module of CommonJS may not.
  await writeFile(path.join(folder, "provider.ts"), `${provider}\n${tests.replace("await ", "void ")}`);
}

/** The blocks of TypeScript on a page. */
function blocksOf(page: string): string[] {
  return [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

const authorsSettings = {
  compilerOptions: {
    target: "es2022",
    module: "node16",
    strict: true,
    skipLibCheck: false,
    types: ["node"],
  },
};

function note(text: string): string {
  return `${configuration}resource "notes_note" "today" {\n  name = "today"\n  text = "${text}"\n}\n`;
}

/** Code without its indentation: a page shows members of an object from the left edge. */
function flat(code: string): string {
  return code.replace(/^ +/gm, "");
}

test("each block of TypeScript on the pages is part of an example that is compiled", async () => {
  const files = (await readdir(example)).map((file) => readFile(path.join(example, file), "utf8"));
  const compiled = flat((await Promise.all(files)).join("\n"));
  const pages = path.join(root, "docs/framework");
  const blocks: string[] = [];
  for (const page of await readdir(pages)) {
    const text = await readFile(path.join(pages, page), "utf8");
    blocks.push(...blocksOf(text));
  }

  expect(blocks.length).toBeGreaterThan(20);
  expect(blocks.filter((block) => !compiled.includes(flat(block)))).toEqual([]);
});

test("the example keeps notes, heals what was changed by hand, and clears up", async () => {
  const file = "notes/today.txt";
  await workspace.write("main.tf", note("one"));
  await workspace.apply();
  expect(await workspace.read(file)).toBe("one");
  expect((await workspace.plan()).code).toBe(0);

  await workspace.write(file, "changed by hand");
  const { changes } = await workspace.plan();
  expect(changes).toMatchObject([
    { actions: ["update"], before: { text: "changed by hand" }, after: { text: "one" } },
  ]);

  await workspace.write("main.tf", note("two"));
  await workspace.apply();
  expect(await workspace.read(file)).toBe("two");

  await workspace.destroy();
  await expect(workspace.read(file)).rejects.toThrow("ENOENT");
});

test("its validator speaks at the attribute", async () => {
  await workspace.write("main.tf", note("one").replace('"today"\n  text', '"To day"\n  text'));
  const { output, code } = await workspace.run("validate", "-no-color");
  expect(code).toBe(1);
  expect(output).toContain('name = "To day"');
  expect(output.replace(/\s+/g, " ")).toContain('"To day"');
});

test("what its modules print before the start reaches the log, not Terraform's handshake", async () => {
  const file = "project/terraform-provider-notes";
  const program = await workspace.read(file);
  const printing = 'console.log("printed early");\nprocess.stdout.write("written early\\n");\n';
  expect(program).toContain("const notes =");
  const faulty = program.replace('"Keeps notes as text files."', '""');
  expect(faulty).not.toBe(program);
  await workspace.write(file, faulty.replace("const notes =", `${printing}const notes =`));
  await workspace.write("main.tf", note("one"));

  workspace.setEnv({ TF_LOG_PROVIDER: "debug" });
  const { code, output } = await workspace.run("plan", "-no-color", "-input=false");

  expect(code).toBe(0);
  expect(output).toContain("printed early");
  expect(output).toContain("written early");
  // What is wrong with the definition stands in the log too.
  expect(output).toContain("has no description");
});
