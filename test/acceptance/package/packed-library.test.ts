import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Folder, root } from "../harness/synthesised";
import { checks } from "./packed/programs";
import { openProject, pack, packages, runNode } from "./packed/project";

jest.setTimeout(180_000);

const frameworks = [
  { framework: "cdktf", other: "cdktn" },
  { framework: "cdktn", other: "cdktf" },
];
const MOST_BYTES = 400_000;

/** ts-node checks no types: the compiler does that for the same files in a test of its own, once. */
const untyped = { TS_NODE_TRANSPILE_ONLY: "true" };

/** The first block of a kind in the guide. */
async function guideBlock(kind: string): Promise<string> {
  const guide = await readFile(path.join(root, "docs/guides/cdktf.md"), "utf8");
  return new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, "m").exec(guide)?.[1] ?? "";
}

let scratch: string;
let tarball: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), "dialog360-packed-"));
  tarball = await pack(scratch);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test("the tarball is small", async () => {
  expect((await stat(tarball)).size).toBeLessThan(MOST_BYTES);
});

describe.each(frameworks)("installed beside $framework alone", ({ framework, other }) => {
  let project: Folder;
  let installed: string;
  beforeAll(async () => {
    project = await openProject(tarball, framework);
    installed = path.join(project.path, "node_modules/terraform-provider-dialog360");
    await writeFile(path.join(project.path, "guide.json"), await guideBlock("json"));
    const program = (await guideBlock("ts")).replace(/cdktn"/g, `${framework}"`);
    await writeFile(path.join(project.path, "guide.ts"), program);
  });
  afterAll(() => project.remove());

  const read = (file: string) => readFile(path.join(project.path, file), "utf8");

  test("the package holds its doors, its program and its texts, and brings no dependency along", async () => {
    const entries = await readdir(installed, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => path.relative(installed, path.join(parentPath, name)));
    const others = names.filter(
      (name) =>
        !/^build\/cdkt[fn]\/(index|bindings\/|constructs\/).*\.(js|d\.ts)$|^build\/cdkt[fn]\/index\.(js|d\.ts)$/.test(
          name.split(path.sep).join("/"),
        ),
    );
    expect(others.sort()).toEqual([
      "LICENSE",
      "README.md",
      path.join("build", "THIRD-PARTY-NOTICES.txt"),
      path.join("build", "terraform-provider-dialog360.cjs"),
      "package.json",
    ]);
    const { dependencies = {} } = JSON.parse(await readFile(path.join(installed, "package.json"), "utf8"));
    expect(dependencies).toEqual({});
    await expect(stat(path.join(project.path, "node_modules", other))).rejects.toThrow("ENOENT");
  });

  test("the door names the other framework nowhere in its code", async () => {
    const folder = path.join(installed, "build", framework);
    const entries = await readdir(folder, { recursive: true, encoding: "utf8" });
    for (const file of entries.filter((name) => name.endsWith(".js") || name.endsWith(".d.ts"))) {
      const text = await readFile(path.join(folder, file), "utf8");
      expect([file, text.match(new RegExp(`["'/]${other}["'/]`))]).toEqual([file, null]);
    }
  });

  test("CommonJS, ESM and ts-node synthesise the same, and terraform finds it valid", async () => {
    const programs = {
      commonjs: ["main.cjs"],
      esm: ["main.mjs"],
      "ts-node": ["node_modules/ts-node/dist/bin.js", "-P", "tsconfig.init.json", "main.ts"],
    };
    const outcomes = Object.entries(programs).map(([name, args]) =>
      runNode(project.path, { ...untyped, CDKTF_OUTDIR: name }, ...args),
    );
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatchObject({ code: 0 });

    const made = Object.keys(programs).map((name) => read(`${name}/stacks/packed/cdk.tf.json`));
    const [commonjs, ...rest] = await Promise.all(made);
    for (const text of rest) expect(text).toBe(commonjs);
    expect(commonjs).toContain('"channel_id": "viennaCH"');
    expect(await project.validate("commonjs/stacks/packed")).toEqual({ valid: true, errors: [] });
  });

  test("the guide's program runs with the guide's settings, and terraform finds it valid", async () => {
    const args = ["node_modules/ts-node/dist/bin.js", "-P", "guide.json", "guide.ts"];
    expect(await runNode(project.path, { ...untyped, CDKTF_OUTDIR: "guide" }, ...args)).toMatchObject({
      code: 0,
    });

    expect(await project.validate("guide/stacks/tracking")).toEqual({ valid: true, errors: [] });
    expect(await read("guide/stacks/tracking/cdk.tf.json")).toContain('"viennaCH"');
  });

  test("ts-node used the TypeScript that cdktf init brings", async () => {
    const { version } = JSON.parse(await read("node_modules/typescript/package.json"));

    expect(version).toMatch(/^5\.9\./);
  });

  test.each(checks)("types hold under $name, libraries included", async ({ name, compiler }) => {
    const args = ["--noEmit", "--pretty", "false", "-p", `tsconfig.${name}.json`];

    const outcome = await runNode(project.path, {}, path.join(packages[compiler], "bin/tsc"), ...args);

    expect(outcome).toEqual({ code: 0, output: "" });
  });

  test("its program installs a provider that Terraform takes", async () => {
    const program = path.join(project.path, "node_modules/.bin/terraform-provider-dialog360");
    const { stdout } = await promisify(execFile)(program, ["version"]);
    expect(stdout).toMatch(/^terraform-provider-dialog360 \d/);

    await promisify(execFile)(program, ["install", "--mirror", path.join(project.path, "mirror")]);
    await project.synthesise([process.execPath, "main.cjs"], { CDKTF_OUTDIR: "installed" });
    expect(await project.validate("installed/stacks/packed")).toEqual({ valid: true, errors: [] });
  });
});
