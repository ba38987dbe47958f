import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../files-below";
import { bundleCommands, type Program } from "../program";

// Processes are started, and the machine may be busy with other tests.
jest.setTimeout(60_000);

const hosts = ["registry.terraform.io", "registry.opentofu.org"];
let program: Program;
beforeEach(() => {
  program = bundleCommands();
});
afterEach(() => program.remove());

function executablesIn(mirror: string): string[] {
  const names = filesBelow(mirror).filter((file) =>
    /^terraform-provider.*(?<!\.zip)$/.test(path.basename(file)),
  );
  return names.map((file) => path.join(mirror, file)).sort();
}

test("the program lies under both hosts in the mirror that Terraform looks into by itself", async () => {
  const { code, stdout, stderr } = await program.run("install");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const mirror = path.join(program.home, ".terraform.d/plugins");
  const system = { linux: "linux", darwin: "darwin" }[process.platform as string];
  const arch = { x64: "amd64", arm64: "arm64" }[process.arch as string];
  const wanted = hosts.map((host) =>
    path.join(
      mirror,
      host,
      `dialog360/dialog360/7.8.9/${system}_${arch}/terraform-provider-dialog360_v7.8.9`,
    ),
  );
  expect(executablesIn(mirror)).toEqual(wanted.sort());
  for (const file of wanted) expect(stdout).toContain(`${file}: installed`);
});

test("what was installed starts and is this version", async () => {
  await program.run("install");

  for (const file of executablesIn(path.join(program.home, ".terraform.d/plugins"))) {
    expect(execFileSync(file, ["version"], { encoding: "utf8" })).toContain("7.8.9");
  }
});

test("the block that a configuration needs is printed, without a host", async () => {
  const { stdout } = await program.run("install");

  expect(stdout).toMatch(/source {2}= "dialog360\/dialog360"\n\s+version = "~> 7\.8\.9"/);
});

test("installing twice changes nothing and says so", async () => {
  await program.run("install");
  const mirror = path.join(program.home, ".terraform.d/plugins");
  const before = filesBelow(mirror).map((file) => statSync(path.join(mirror, file)).ino);

  const { code, stdout } = await program.run("install");

  expect(code).toBe(0);
  expect(stdout).not.toContain(": installed");
  expect(stdout).toContain(": already there");
  expect(filesBelow(mirror).map((file) => statSync(path.join(mirror, file)).ino)).toEqual(before);
});

test("another build of the same version replaces the first, and the lock file is mentioned", async () => {
  await program.run("install");
  writeFileSync(program.file, `${readFileSync(program.file, "utf8")}\n// rebuilt\n`);

  const { stdout } = await program.run("install");

  expect(stdout).toMatch(/\breplaced\b/);
  expect(stdout).toContain("terraform providers lock -fs-mirror=");
  const copies = filesBelow(program.home).filter((file) => file.endsWith("provider.cjs"));
  expect(copies).toHaveLength(2);
  for (const copy of copies)
    expect(readFileSync(path.join(program.home, copy), "utf8")).toContain("// rebuilt");
});

test("a mirror of one's own comes with the settings that make Terraform look into it", async () => {
  const mirror = path.join(program.home, "my mirror");

  const { code, stdout } = await program.run("install", "--mirror", mirror);

  expect(code).toBe(0);
  expect(executablesIn(mirror)).toHaveLength(2);
  expect(stdout).toContain(`path    = "${mirror}"`);
  for (const host of hosts) expect(stdout).toContain(`"${host}/dialog360/dialog360"`);
});

test("a mirror that cannot be written is named with the reason and a way out", async () => {
  const file = path.join(program.home, "a-file");
  writeFileSync(file, "");

  const { code, stdout, stderr } = await program.run("install", "--mirror", path.join(file, "below"));

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(`Cannot write ${file}`);
  expect(stderr).toMatch(/\bis a file\b/);
  expect(stderr).toContain("--mirror DIR");
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("the folder of a version is replaced as a whole: what an earlier build left there goes", async () => {
  await program.run("install");
  const [executable = ""] = executablesIn(path.join(program.home, ".terraform.d/plugins"));
  const folder = path.dirname(executable);
  mkdirSync(path.join(folder, "provider.cjs.old"));
  writeFileSync(path.join(folder, "provider.cjs.old/leftover"), "");

  const { code, stdout } = await program.run("install");

  expect(code).toBe(0);
  expect(stdout).toContain(`${executable}: replaced`);
  expect(filesBelow(folder).sort()).toEqual(["provider.cjs", path.basename(executable)]);
});

test("a folder that cannot be replaced stays as it was, and nothing unfinished stays behind", async () => {
  const mirror = path.join(program.home, "mirror");
  await program.run("install", "--mirror", mirror);
  const [executable = ""] = executablesIn(mirror);
  const versionFolder = path.dirname(path.dirname(executable));
  rmSync(versionFolder, { recursive: true });
  writeFileSync(versionFolder, "in the way");

  const { code, stderr } = await program.run("install", "--mirror", mirror);

  expect(code).toBe(1);
  expect(stderr).toContain(`Cannot write ${versionFolder}`);
  expect(readFileSync(versionFolder, "utf8")).toBe("in the way");
  expect(filesBelow(mirror).filter((file) => /unfinished|replaced/.test(file))).toEqual([]);
});

test("dev_overrides name the folder of the executable for both hosts, and nothing is copied", async () => {
  const folder = path.dirname(program.file);
  writeFileSync(path.join(folder, "terraform-provider-dialog360"), "");

  const { code, stdout } = await program.run("install", "--dev-overrides");

  expect(code).toBe(0);
  for (const host of hosts) expect(stdout).toContain(`"${host}/dialog360/dialog360" = "${folder}"`);
  expect(filesBelow(program.home)).toHaveLength(2);
});

test("dev_overrides of a folder without an executable are refused with a way out", async () => {
  const { code, stderr } = await program.run("install", "--dev-overrides");

  expect(code).toBe(1);
  expect(stderr).toContain("terraform-provider-dialog360");
  expect(stderr).toContain("npm run build");
});

test("an empty folder, as an unset variable gives it, is refused", async () => {
  const { code, stderr } = await program.run("install", "--mirror", "");

  expect(code).toBe(2);
  expect(stderr).toMatch(/^install: --mirror /);
});

test.each(["--help", "-h"])("install %s tells how to install, and installs nothing", async (word) => {
  const { code, stdout, stderr } = await program.run("install", word);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("install [--mirror DIR]");
  expect(executablesIn(program.home)).toEqual([program.file]);
});

test("a mirror and no copy at all are not asked for together", async () => {
  const { code, stderr } = await program.run("install", "--mirror", "elsewhere", "--dev-overrides");

  expect(code).toBe(2);
  expect(stderr).toMatch(/--mirror.*--dev-overrides/);
});
