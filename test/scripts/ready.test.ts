import { chmodSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { type Clone, cloneScripts, type Run } from "./clone";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

const lock = {
  "": { name: "example" },
  "node_modules/a": { version: "1.0.0", dev: true },
  "node_modules/a/node_modules/b": { version: "2.0.0", dev: true },
  "node_modules/for-one-system": { version: "1.0.0", optional: true },
};

/** Stands in for npm: notes each call, installs, and answers a dry run with what it would add and change. */
const npm = (added: number, changed: number) => `
  const fs = require("fs");
  const args = process.argv.slice(2).join(" ");
  fs.appendFileSync("npm-was-called", args + "\\n");
  if (args.includes("--dry-run")) {
    console.log("add example 1.0.0\\n" + JSON.stringify({ added: ${added}, audited: 0, changed: ${changed} }, null, 2));
  } else {
    fs.rmSync("node_modules", { recursive: true, force: true });
    fs.mkdirSync("node_modules");
    fs.writeFileSync("node_modules/.package-lock.json", "{}");
  }
`;

let clone: Clone;
beforeEach(() => {
  clone = cloneScripts();
  clone.write("package-lock.json", { packages: lock });
  clone.write("npm-cli.js", npm(0, 0));
});
afterEach(() => clone.remove());

/** As npm leaves it when somebody installs by hand. */
function installByHand(): void {
  clone.write("node_modules/.package-lock.json", "{}");
}

function ready(argv: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return clone.run("ready.mjs", argv, { npm_execpath: path.join(clone.folder, "npm-cli.js"), ...env });
}

/** The arguments of each call of npm. */
function npmCalls(): readonly string[] {
  const file = path.join(clone.folder, "npm-was-called");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

test("on a fresh clone npm ci runs, also for development in production, after a line that says how much that is", async () => {
  const { code, stdout } = await ready([], { NODE_ENV: "production" });

  expect(code).toBe(0);
  expect(npmCalls()).toEqual([expect.stringMatching(/^ci --include=dev --include=optional /)]);
  expect(stdout).toMatch(/npm ci: 2 packages, about \d+ MB/);
});

test("after that nothing happens and nothing is printed", async () => {
  await ready();

  expect(await ready()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(npmCalls()).toHaveLength(1);
});

test("another lock makes npm ci run again when npm finds something to install", async () => {
  await ready();
  clone.write("package-lock.json", { packages: { ...lock, "node_modules/c": { version: "1.0.0" } } });
  clone.write("npm-cli.js", npm(1, 0));

  await ready();
  await ready();

  expect(npmCalls()).toHaveLength(3);
  expect(npmCalls().at(-1)).not.toContain("--dry-run");
});

test("packages that npm installed by hand are kept, and npm is asked only once", async () => {
  installByHand();

  await ready();
  await ready();

  expect(npmCalls()).toEqual([expect.stringContaining("--dry-run")]);
});

test.each([
  ["missing", npm(1, 0)],
  ["of another version", npm(0, 1)],
])("a package that is %s after an install by hand makes npm ci run", async (_name, program) => {
  installByHand();
  clone.write("npm-cli.js", program);

  await ready();

  expect(npmCalls()).toHaveLength(2);
  expect(npmCalls().at(-1)).not.toContain("--dry-run");
});

test("packages that were copied from another system are not taken as they are", async () => {
  await ready();
  clone.write("other.cjs", 'Object.defineProperty(process, "arch", { value: "other" });');
  const pretend = { NODE_OPTIONS: `--require ${JSON.stringify(path.join(clone.folder, "other.cjs"))}` };

  await ready([], pretend);

  expect(npmCalls()).toHaveLength(2);
});

test("a clone without a lock is refused", async () => {
  rmSync(path.join(clone.folder, "package-lock.json"));

  const { code, stderr } = await ready();

  expect(code).toBe(1);
  expect(stderr).toContain("package-lock.json");
});

test("when npm fails, so does this, and says so", async () => {
  clone.write("npm-cli.js", "process.exitCode = 7;");

  const { code, stderr } = await ready();

  expect(code).toBe(1);
  expect(stderr).toContain("npm ci");
});

/** An environment in which only the programs of the clone are found. */
function onlyOwnPrograms(...programs: readonly string[]): NodeJS.ProcessEnv {
  for (const program of programs) {
    clone.write(`bin/${program}`, "#!/bin/sh\n");
    chmodSync(path.join(clone.folder, "bin", program), 0o755);
  }
  return { PATH: path.join(clone.folder, "bin"), TERRAFORM_BINARY: "" };
}

describe("with --terraform", () => {
  test("where there is neither terraform nor tofu, three lines say how to get one, before anything is installed", async () => {
    const { code, stderr } = await ready(["--terraform"], onlyOwnPrograms());

    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(3);
    expect(stderr).toContain("https://developer.hashicorp.com/terraform/install");
    expect(stderr).toContain("https://opentofu.org/docs/intro/install/");
    expect(stderr).toContain("TERRAFORM_BINARY=");
    expect(npmCalls()).toEqual([]);
  });

  test.each([
    ["brew", "brew install"],
    ["apk", "apk add"],
  ])("the command of %s is named where that is the package manager", async (manager, command) => {
    const { stderr } = await ready(["--terraform"], onlyOwnPrograms(manager));

    expect(stderr).toContain(command);
  });

  test.each(["terraform", "tofu"])("%s alone on PATH is enough", async (program) => {
    expect(await ready(["--terraform"], onlyOwnPrograms(program))).toMatchObject({ code: 0 });
  });

  test("a file named terraform that nobody may run does not count", async () => {
    clone.write("bin/terraform", "");

    expect(await ready(["--terraform"], onlyOwnPrograms())).toMatchObject({ code: 2 });
  });

  test("TERRAFORM_BINARY serves where nothing is on PATH", async () => {
    const env = onlyOwnPrograms("my-terraform");
    const file = path.join(clone.folder, "bin/my-terraform");

    expect(await ready(["--terraform"], { ...env, PATH: "/nowhere", TERRAFORM_BINARY: file })).toMatchObject({
      code: 0,
    });
  });

  test("a TERRAFORM_BINARY that cannot be run is refused, whatever is on PATH", async () => {
    const env = { ...onlyOwnPrograms("terraform"), TERRAFORM_BINARY: "/nowhere/terraform" };

    const { code, stderr } = await ready(["--terraform"], env);

    expect(code).toBe(2);
    expect(stderr).toContain("/nowhere/terraform");
  });
});

test.each([
  ["12.22.12", 1],
  ["20.18.0", 1],
  ["20.18.1", 0],
  ["20.19.0", 0],
  ["22.0.0", 0],
])("Node %s ends it with exit code %i", async (version, wanted) => {
  clone.write("old.cjs", `Object.defineProperty(process.versions, "node", { value: "${version}" });`);
  const pretend = { NODE_OPTIONS: `--require ${JSON.stringify(path.join(clone.folder, "old.cjs"))}` };

  const { code, stderr } = await ready([], pretend);

  expect(code).toBe(wanted);
  if (wanted === 1) expect([stderr.includes("20.18.1"), stderr.includes(version)]).toEqual([true, true]);
});

const scripts = ["ready.mjs", "ready/packages.mjs", "tools/npm.mjs", "tools/terraform-binary.mjs"];

test.each(scripts)("%s holds no syntax and no module name that Node 12 does not know", (file) => {
  const text = readFileSync(path.join(clone.folder, "scripts", file), "utf8");
  const code = (target: string) => transformSync(text, { target, format: "esm" }).code;
  const imports = [...text.matchAll(/ from "\.\/?(.*)"/g)].map(([, name = ""]) => path.posix.basename(name));

  expect(code("node12.20")).toBe(code("esnext"));
  expect(text).not.toMatch(/from "node:/);
  expect(text).not.toMatch(/^await|\.(at|findLast|replaceAll|hasOwn)\(/m);
  expect(scripts.map((name) => path.posix.basename(name))).toEqual(expect.arrayContaining(imports));
});
