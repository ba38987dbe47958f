import { chmodSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { type Clone, cloneScripts, type Run } from "./clone";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

const other = process.platform === "darwin" ? "linux" : "darwin";
const lock = {
  "": { name: "example" },
  "node_modules/a": { version: "1.0.0", dev: true },
  "node_modules/a/node_modules/b": { version: "2.0.0", dev: true },
  "node_modules/a/node_modules/bundled": { version: "1.0.0", inBundle: true },
  "node_modules/here": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
  "node_modules/elsewhere": { version: "1.0.0", optional: true, os: [other], cpu: [process.arch] },
  "node_modules/not-here": { version: "1.0.0", optional: true, os: [`!${process.platform}`] },
};
const installed = {
  "node_modules/a": { version: "1.0.0" },
  "node_modules/a/node_modules/b": { version: "2.0.0" },
  "node_modules/here": { version: "1.0.0" },
};

let clone: Clone;
beforeEach(() => {
  clone = cloneScripts();
  clone.write("package-lock.json", { packages: lock });
  clone.write(
    "npm-cli.js",
    'require("fs").writeFileSync("npm-was-called", process.argv.slice(2).join(" "));',
  );
});
afterEach(() => clone.remove());

function install(packages: Record<string, object>): void {
  clone.write("node_modules/.package-lock.json", { packages });
  for (const place of Object.keys(packages)) clone.write(`${place}/package.json`, "{}");
}

function ready(argv: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return clone.run("ready.mjs", argv, { npm_execpath: path.join(clone.folder, "npm-cli.js"), ...env });
}

/** The arguments that npm was called with; undefined when it was not called. */
function npmCall(): string | undefined {
  const file = path.join(clone.folder, "npm-was-called");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

test("on a fresh clone npm ci runs, also for development in production, and how much that is is said before", async () => {
  const { code, stdout } = await ready([], { NODE_ENV: "production" });

  expect(code).toBe(0);
  expect(npmCall()).toMatch(/^ci --include=dev --include=optional /);
  expect(stdout).toMatch(/npm ci: 3 packages, about \d+ MB/);
});

test("where everything locked for this system is installed, nothing happens and nothing is said", async () => {
  install(installed);

  expect(await ready()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(npmCall()).toBeUndefined();
});

test.each([
  ["another version", { ...installed, "node_modules/a": { version: "0.9.0" } }, "a"],
  [
    "a nested package missing",
    { "node_modules/a": { version: "1.0.0" }, "node_modules/here": { version: "1.0.0" } },
    "b",
  ],
  [
    "this system's package missing, as after a copy from another one",
    { "node_modules/a": { version: "1.0.0" }, "node_modules/a/node_modules/b": { version: "2.0.0" } },
    "here",
  ],
])("%s makes npm ci run, and the package is named", async (_name, packages, name) => {
  install(packages);

  const { stdout } = await ready();

  expect(npmCall()).toBeDefined();
  expect(stdout).toContain(`(${name})`);
});

test("a package whose folder is gone is missing, whatever npm wrote down", async () => {
  clone.write("node_modules/.package-lock.json", { packages: installed });

  await ready();

  expect(npmCall()).toBeDefined();
});

test("when npm fails, so does this, and says so", async () => {
  clone.write("npm-cli.js", "process.exitCode = 7;");

  const { code, stderr } = await ready();

  expect(code).toBe(1);
  expect(stderr).toContain("npm ci failed");
});

test("without terraform and tofu two lines say where to get one, before anything is installed", async () => {
  const { code, stderr } = await ready(["--terraform"], { PATH: clone.folder });

  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(2);
  expect(stderr).toContain("https://developer.hashicorp.com/terraform/install");
  expect(stderr).toContain("https://opentofu.org/docs/intro/install/");
  expect(npmCall()).toBeUndefined();
});

test.each(["terraform", "tofu"])("%s alone on PATH is enough", async (program) => {
  clone.write(`bin/${program}`, "#!/bin/sh\n");
  chmodSync(path.join(clone.folder, "bin", program), 0o755);
  install(installed);

  const { code } = await ready(["--terraform"], { PATH: path.join(clone.folder, "bin") });

  expect(code).toBe(0);
});

test("a file named terraform that nobody may run does not count", async () => {
  clone.write("bin/terraform", "");
  install(installed);

  const { code } = await ready(["--terraform"], { PATH: path.join(clone.folder, "bin") });

  expect(code).toBe(1);
});

test.each([
  ["12.22.12", 1],
  ["20.18.0", 1],
  ["20.18.1", 0],
  ["20.19.0", 0],
  ["22.0.0", 0],
])("Node %s ends it with exit code %i", async (version, wanted) => {
  install(installed);
  clone.write("old.cjs", `Object.defineProperty(process.versions, "node", { value: "${version}" });`);
  const pretend = { NODE_OPTIONS: `--require ${JSON.stringify(path.join(clone.folder, "old.cjs"))}` };

  const { code, stderr } = await ready([], pretend);

  expect(code).toBe(wanted);
  if (wanted === 1)
    expect(stderr).toContain(`20.18.1 or newer is needed, better 22 or newer; this is ${version}`);
});

test("the script holds no syntax and no module name that Node 12 does not know", () => {
  const text = readFileSync(path.join(clone.folder, "scripts/ready.mjs"), "utf8");
  const code = (target: string) => transformSync(text, { target, format: "esm" }).code;

  expect(code("node12.20")).toBe(code("esnext"));
  expect(text).not.toMatch(/from "node:/);
  expect(text).not.toMatch(/^await|\.(at|findLast|replaceAll|hasOwn)\(/m);
});
