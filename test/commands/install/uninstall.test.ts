import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../files-below";
import { bundleCommands, type Program } from "../program";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

let program: Program;
let mirror: string;
beforeEach(() => {
  program = bundleCommands();
  mirror = path.join(program.home, "mirror");
});
afterEach(() => program.remove());

test("what install made is listed and removed, and nothing else", async () => {
  await program.run("install", "--mirror", mirror);
  const made = filesBelow(mirror);
  const other = path.join(mirror, "registry.terraform.io/example/example/1.0.0/notes.txt");
  mkdirSync(path.dirname(other), { recursive: true });
  writeFileSync(other, "not ours");

  const { code, stdout, stderr } = await program.run("uninstall", "--mirror", mirror, "--yes");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(made.filter((file) => file.endsWith(".json") || file.endsWith(".zip"))).toHaveLength(6);
  for (const file of made) {
    expect(
      stdout.split("\n").some((line) => line !== "" && path.join(mirror, file).startsWith(line.trim())),
    ).toBe(true);
  }
  expect(filesBelow(mirror)).toEqual([path.relative(mirror, other)]);
  expect(existsSync(path.join(mirror, "registry.terraform.io/dialog360"))).toBe(false);
});

test("from the mirror that Terraform looks into by itself it goes too, and the second time there is nothing", async () => {
  await program.run("install");

  expect((await program.run("uninstall", "--yes")).code).toBe(0);
  expect(filesBelow(path.join(program.home, ".terraform.d/plugins"))).toEqual([]);
  const { code, stdout } = await program.run("uninstall");
  expect([code, stdout]).toEqual([0, expect.stringContaining("7.8.9")]);
});

test("where nobody can be asked, it lists, refuses with 2 and removes nothing", async () => {
  await program.run("install", "--mirror", mirror);
  const before = filesBelow(mirror);

  const { code, stdout, stderr } = await program.run("uninstall", "--mirror", mirror);

  expect(code).toBe(2);
  expect(stdout).toContain(path.join(mirror, "registry.terraform.io"));
  expect(stderr).toContain("--yes");
  expect(filesBelow(mirror)).toEqual(before);
});

test("another version in the mirror stays, and stays listed", async () => {
  await program.run("install", "--mirror", mirror);
  const newer = bundleCommands("7.9.0");
  try {
    await newer.run("install", "--mirror", mirror);
  } finally {
    newer.remove();
  }

  await program.run("uninstall", "--mirror", mirror, "--yes");

  const folder = path.join(mirror, "registry.opentofu.org/dialog360/dialog360");
  expect(JSON.parse(readFileSync(path.join(folder, "index.json"), "utf8"))).toEqual({
    versions: { "7.9.0": {} },
  });
  expect(filesBelow(folder).filter((file) => file.includes("7.8.9"))).toEqual([]);
  expect(filesBelow(folder).filter((file) => file.includes("7.9.0")).length).toBeGreaterThan(2);
});
