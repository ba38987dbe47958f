import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Clone, cloneScripts } from "./clone";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

/** Stands in for jest: writes results where --outputFile says. */
const tests = (results: object, code: number) => `
  const file = process.argv.find((word) => word.startsWith("--outputFile=")).slice("--outputFile=".length);
  require("node:fs").writeFileSync(file, ${JSON.stringify(JSON.stringify(results))});
  process.exitCode = ${code};
`;
const allPassed = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const check = 'require("node:fs").writeFileSync("checked", String(process.env.CI));';
const bench = 'require("node:fs").writeFileSync("measured", process.argv.slice(2).join(" "));';
/** Stands in for npm, which takes half a second to start: the first test runs the real one. */
const quickNpm = `#!/bin/sh
[ "$1" = run ] && shift
script=$1
shift
[ "$1" = -- ] && shift
exec node "$script.cjs" "$@"
`;
const scripts = { test: "node test.cjs", check: "node check.cjs", bench: "node bench.cjs" };

let clone: Clone;
beforeEach(() => {
  clone = cloneScripts();
  clone.write("package.json", { scripts });
  clone.write("check.cjs", check);
  clone.write("bench.cjs", bench);
  clone.write("bin/npm", quickNpm);
  chmodSync(path.join(clone.folder, "bin/npm"), 0o755);
  cpSync(path.join(__dirname, "../../.ci"), path.join(clone.folder, ".ci"), { recursive: true });
});
afterEach(() => clone.remove());

function ci(): Promise<{ code: number; lastLine: string }> {
  const PATH = `${path.join(clone.folder, "bin")}:${process.env["PATH"]}`;
  const options = { cwd: "/", env: { ...process.env, PATH } };
  return new Promise((resolve) => {
    const child = execFile(path.join(clone.folder, ".ci/run"), options, (_error, stdout) =>
      resolve({ code: child.exitCode ?? -1, lastLine: stdout.trim().split("\n").at(-1) ?? "" }),
    );
  });
}

test("tests and checks that succeed end with exit code 0 and the true numbers", async () => {
  rmSync(path.join(clone.folder, "bin"), { recursive: true });
  clone.write("test.cjs", tests(allPassed, 0));

  expect(await ci()).toEqual({ code: 0, lastLine: "jest: 5 passed, 0 failed" });
  expect(existsSync(path.join(clone.folder, "checked"))).toBe(true);
  expect(readFileSync(path.join(clone.folder, "measured"), "utf8")).toBe("--short");
});

test("failing tests end with another exit code, after the checks have run too", async () => {
  const results = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1 };
  clone.write("test.cjs", tests(results, 1));

  expect(await ci()).toEqual({ code: 1, lastLine: "jest: 3 passed, 2 failed" });
  expect(existsSync(path.join(clone.folder, "checked"))).toBe(true);
});

test("a failing check ends with another exit code", async () => {
  clone.write("test.cjs", tests(allPassed, 0));
  clone.write("check.cjs", "process.exitCode = 1;");

  expect((await ci()).code).toBe(1);
});

test("figures far from what they should be end with another exit code", async () => {
  clone.write("test.cjs", tests(allPassed, 0));
  clone.write("bench.cjs", "process.exitCode = 1;");

  expect((await ci()).code).toBe(1);
});

test("tests that never began claim no numbers", async () => {
  clone.write("test.cjs", "process.exitCode = 1;");

  const { code, lastLine } = await ci();

  expect(code).toBe(1);
  expect(lastLine).not.toMatch(/^jest:/);
});
