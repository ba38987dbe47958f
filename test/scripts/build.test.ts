import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { type Clone, cloneScripts } from "./clone";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

const root = path.join(__dirname, "../..");
const main = `
  import { Hono } from "hono/tiny";
  declare const __VERSION__: string;
  console.log(__VERSION__, __dirname, __filename, new Hono().routes.length === 0, process.env["FROM_DOTENV"]);
`;
/** What the stand-in prints: the version, names that tell no folder, and nothing from a .env file. */
const printed = "4.5.6 . terraform-provider-dialog360.cjs true undefined\n";
const executable = "dist/terraform-provider-dialog360";

let clone: Clone;
beforeEach(() => {
  clone = cloneScripts();
  clone.write("package.json", { version: "4.5.6" });
  clone.write("package-lock.json", {});
  clone.write("src/main.ts", main);
});
afterEach(() => clone.remove());

/** Lets the clone use everything but Bun, as on a system that Bun does not know. */
function linkPackagesButBun(): void {
  mkdirSync(path.join(clone.folder, "node_modules"));
  for (const name of ["esbuild", "@esbuild", "hono"]) {
    symlinkSync(path.join(root, "node_modules", name), path.join(clone.folder, "node_modules", name));
  }
}

function at(file: string): string {
  return path.join(clone.folder, file);
}

function run(file: string): string {
  return execFileSync(at(file), { cwd: clone.folder, encoding: "utf8" });
}

test("with Bun the build makes an executable that reads nothing of the folder it is started in", async () => {
  clone.linkPackages();
  clone.write(".env", "FROM_DOTENV=1");
  const settingsOfTheUser = { BUN_OPTIONS: "--cwd=/nowhere" };

  const { code, stdout, stderr } = await clone.run("build.mjs", [], settingsOfTheUser);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/MB {2}dist\/terraform-provider-dialog360/);
  expect(run(executable)).toBe(printed);
  expect(readFileSync(at(executable)).includes(clone.folder)).toBe(false);
  expect(readdirSync(at("dist"))).toEqual(["terraform-provider-dialog360"]);
});

describe("where there is no Bun", () => {
  beforeEach(linkPackagesButBun);

  test("the build makes a launcher for Node, and says so", async () => {
    const { code, stdout } = await clone.run("build.mjs");

    expect(code).toBe(0);
    expect(stdout).toMatch(/\bBun\b/);
    expect(run(executable)).toBe(printed);
  });

  test("the bundle runs on Node by itself and its notices name what it carries", async () => {
    await clone.run("build.mjs");

    const bundle = at("build/terraform-provider-dialog360.cjs");
    expect(execFileSync(process.execPath, [bundle], { encoding: "utf8" })).toBe(printed);
    expect(readFileSync(at("build/THIRD-PARTY-NOTICES.txt"), "utf8")).toMatch(
      /^hono \d+\.\d+\.\d+ \(MIT\)$/m,
    );
    expect(Object.keys(JSON.parse(readFileSync(at("build/meta.json"), "utf8")).inputs)).toContain(
      "src/main.ts",
    );
  });

  test("a second build of the same sources does nothing", async () => {
    await clone.run("build.mjs");
    const before = statSync(at(executable)).ino;

    const { stdout } = await clone.run("build.mjs");

    expect(stdout).toMatch(/\bup to date\b/i);
    expect(statSync(at(executable)).ino).toBe(before);
  });

  test.each([
    ["a source changes", () => clone.write("src/main.ts", 'console.log("changed");'), "changed\n"],
    ["a source appears", () => clone.write("src/other.ts", ""), printed],
    [
      "the version changes",
      () => clone.write("package.json", { version: "5.0.0" }),
      printed.replace("4.5.6", "5.0.0"),
    ],
    ["a result is gone", () => rmSync(at(executable)), printed],
    ["a result was cut short", () => clone.write("dist/provider.cjs", ""), printed],
  ])("when %s it builds again", async (_name, change, wanted) => {
    await clone.run("build.mjs");
    change();

    const { stdout } = await clone.run("build.mjs");

    expect(stdout).toContain("Built:");
    expect(run(executable)).toBe(wanted);
  });

  test("a source that does not compile ends in one message and leaves the last build as it was", async () => {
    await clone.run("build.mjs");
    clone.write("src/main.ts", "const = ;");

    const { code, stderr } = await clone.run("build.mjs");

    expect(code).toBe(1);
    expect(stderr).toContain("src/main.ts:1:");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(run(executable)).toBe(printed);
  });
});
