import { spawn } from "node:child_process";
import path from "node:path";
import { executable } from "../harness/workspace";

const bundle = path.resolve(__dirname, "../../../build/terraform-provider-dialog360.cjs");
const ways: readonly (readonly [string, string, readonly string[]])[] = [
  ["the executable", executable, []],
  ["the bundle on Node", process.execPath, [bundle]],
];

/** What a person who types the name of the program sees. */
function start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(program, args, {
      env: { PATH: process.env["PATH"], ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}

describe.each(ways)("%s, started by hand", (_what, program, args) => {
  test("says on one screen what it is and how to install it, and fails without a stack", async () => {
    const { code, stdout, stderr } = await start(program, args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Terraform and OpenTofu");
    expect(stderr).toContain("terraform-provider-dialog360 install");
    const lines = stderr.trimEnd().split("\n");
    expect(lines.length).toBeLessThan(24);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("names its version and what it runs on", async () => {
    const { code, stdout } = await start(program, [...args, "version"]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^terraform-provider-dialog360 \d+\.\d+\.\d+ \((Bun|Node) /);
  });

  test("names a command that it does not have, and shows those it has", async () => {
    const { code, stderr } = await start(program, [...args, "plan"]);

    expect(code).toBe(2);
    expect(stderr).toContain('"plan"');
    expect(stderr).toContain("install");
  });

  test("is not led to serve by another plugin's cookie", async () => {
    const { code, stdout } = await start(program, args, { TF_PLUGIN_MAGIC_COOKIE: "another" });

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
