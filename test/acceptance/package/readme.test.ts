import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createSimulator, listen } from "../../../src/simulator";
import { terraformBinary } from "../harness/terraform";

// Whole tours run here, each of them a dozen runs of the binary.
jest.setTimeout(180_000);

const root = path.resolve(__dirname, "../../..");
let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "dialog360-reader-"));
  if (terraformBinary !== "terraform") await provideTerraform();
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

/** The page says `terraform`: that name then runs the binary under test. */
async function provideTerraform(): Promise<void> {
  await mkdir(path.join(home, "bin"));
  const text = `#!/bin/sh\nexec ${terraformBinary} "$@"\n`;
  await writeFile(path.join(home, "bin/terraform"), text, { mode: 0o755 });
}

/** The commands in README's shell blocks that contain a text. */
async function commandsWith(text: string): Promise<string> {
  const block = (await blocks("sh")).find((content) => content.includes(text));
  if (block === undefined) throw new Error(`README has no commands with ${text}`);
  return block;
}

async function blocks(language: string): Promise<readonly string[]> {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, block = ""]) => block,
  );
}

/** Types commands into a shell that stops at the first that fails, with "yes" for whoever asks. */
async function type(commands: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const PATH = `${path.join(home, "bin")}:${process.env["PATH"]}`;
  const child = spawn("sh", ["-e", "-c", commands], {
    cwd,
    env: { PATH, HOME: home, CHECKPOINT_DISABLE: "1", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Most commands end without reading it.
  child.stdin.on("error", () => {}).end("yes\n");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`exit code ${code}:\n${output}`);
  return output;
}

test("the tour fits on a few screens and shows its commands, both kinds of drift, and what it cost", async () => {
  const output = await type(await commandsWith("npm start\n"), root);

  for (const word of ["init", "plan", "apply", "destroy"]) expect(output).toContain(`$ terraform ${word}`);
  expect(output).toContain("real hub documents no such flag");
  expect(output).toContain("hamburgCH (exampleCL) off");
  expect(output).toContain("munichCH (bakeryCL) on");
  expect(output).toMatch(/^drift of a switch +1 changed +[\d.]+ s +\d+$/m);
  expect(output).toMatch(/^import +1 imported/m);
  const [report = ""] = /build\/start\/\S+\.html/.exec(output) ?? [];
  expect(await readFile(path.join(root, report), "utf8")).toContain("viennaCH");
  expect(output.split("\n").length).toBeLessThanOrEqual(120);
});

test("a kept tour leaves a world in which the three lines work, and says how to clear it away", async () => {
  expect(await readFile(path.join(root, "README.md"), "utf8")).toContain("`npm start -- --keep`");
  const output = await type("npm start -- --keep", root);
  const [, lines = ""] = /Type these three lines:\n\n(.*?)\n\n/s.exec(output) ?? [];
  const [, change = ""] = /(curl -X PATCH .*)/.exec(output) ?? [];
  const [, clearAway = ""] = /When you are done: (.*)/.exec(output) ?? [];
  try {
    expect(lines.trim().split("\n")).toHaveLength(3);
    expect(await type(lines, root)).toContain("No changes.");

    await type(change, root);
    expect(await type(lines, root)).toContain("1 to change");
  } finally {
    await type(clearAway, root);
  }
  await expect(type(lines, root)).rejects.toThrow();
});

test("whoever uses it for real builds, installs, and applies the configuration of the page", async () => {
  const simulator = createSimulator();
  const listening = await listen(simulator);
  try {
    await type(await commandsWith("terraform-provider-dialog360 install"), root);
    const [configuration = ""] = await blocks("hcl");
    const project = await mkdtemp(path.join(home, "project-"));
    await writeFile(path.join(project, "main.tf"), configuration);

    const env = { DIALOG360_HUB_BASE_URL: listening.hubBaseUrl };
    await type(await commandsWith("terraform init"), project, env);

    expect(simulator.control.channel("berlinCH")).toMatchObject({ ctwa: true });
  } finally {
    await listening.close();
  }
});
