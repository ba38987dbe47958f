import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { runCommand } from "../../src/commands";
import { commands } from "../../src/commands/commands";
import { bundleCommands, type Program } from "./program";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

let program: Program;
beforeAll(() => {
  program = bundleCommands();
});
afterAll(() => program.remove());

test("started without words, the program says on one screen what it is and how to install it, and fails", async () => {
  const { code, stdout, stderr } = await program.run();

  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("Terraform and OpenTofu");
  expect(stderr).toContain("terraform-provider-dialog360 install");
  expect(stderr.split("\n").length).toBeLessThanOrEqual(25);
});

test.each(["help", "--help", "-h"])("%s prints the same screen and succeeds", async (word) => {
  const { code, stdout, stderr } = await program.run(word);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("install [--mirror DIR]");
});

test.each(["version", "--version"])("%s prints the version that the build put in", async (word) => {
  const { code, stdout } = await program.run(word);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^terraform-provider-dialog360 7\.8\.9 \(Node \d+\.\d+\.\d+, \w+ \w+\)\n$/);
});

test.each(["instal", "constructor", "__proto__"])(
  "%s, which is no command, is named and fails",
  async (word) => {
    const { code, stderr } = await program.run(word);

    expect(code).toBe(2);
    expect(stderr).toContain(`"${word}"`);
  },
);

test.each(["install", "uninstall", "version", "simulator", "serve"])(
  "an option that %s does not know is named, without a stack, with exit code 2",
  async (command) => {
    const { code, stdout, stderr } = await run(command, "--miror", "somewhere");

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--miror");
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);

test("serve alone is refused with the argument that it needs", async () => {
  const { code, stdout, stderr } = await run("serve");

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("--reattach");
});

test.each(Object.keys(commands))("%s --help tells its uses and how it ends", async (command) => {
  const { code, stdout, stderr } = await run(command, "--help");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const [words] of commands[command]?.uses ?? []) expect(stdout).toContain(words);
  expect(stdout).toMatch(/^ {2}2 /m);
});

/** Runs a command in this process and keeps what it writes. */
async function run(...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const code = await runCommand(argv, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { code, ...written };
}

test.each([
  ["a reader that is gone is no failure", '{ sleep 0.2; "$0" "$1" help; echo "code $?" >&2; } | :', 0, ""],
  ["a full disk is one, in words", '"$0" "$1" help > /dev/full; echo "code $?" >&2', 1, "ENOSPC"],
])("%s", async (_name, script, code, fact) => {
  const { stderr } = await promisify(execFile)("sh", ["-c", script, process.execPath, program.file]);

  expect(stderr).toContain(`code ${code}`);
  expect(stderr).toContain(fact);
  expect(stderr).not.toMatch(/^\s+at /m);
});
