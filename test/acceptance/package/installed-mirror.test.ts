import { execFile } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import https from "node:https";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { createAuthority } from "../../authority";
import { bundleCommands, type Program } from "../../commands/program";
import { filesBelow } from "../../files-below";
import { type Run, startTerraform, terraformBinary, unwrapped } from "../harness/terraform";

// What `install` has made, and what it tells people to type, with the real binary.

let program: Program;
let mirror: string;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  program = bundleCommands();
  mirror = path.join(program.home, "a mirror");
  folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-mirror-user-"));
  env = { PATH: process.env["PATH"], HOME: program.home, CHECKPOINT_DISABLE: "1" };
  env["TF_CLI_CONFIG_FILE"] = path.join(program.home, "terraform.rc");
  writeFileSync(
    path.join(folder, "main.tf"),
    'terraform {\n  required_providers {\n    dialog360 = { source = "dialog360/dialog360" }\n  }\n}\n',
  );
});

afterEach(async () => {
  program.remove();
  await rm(folder, { recursive: true, force: true });
});

const terraform = (...args: string[]): Promise<Run> => startTerraform(args, folder, env).done;

/** The settings that the command printed, from their first line to their end. */
function settingsIn(stdout: string): string {
  const start = stdout.indexOf("provider_installation {");
  return stdout.slice(start, stdout.indexOf("\n}\n", start) + 3);
}

/** Runs a line of a shell, with the binary under test where it says terraform. */
function shell(line: string): Promise<number> {
  return new Promise((resolve) => {
    const command = line.replaceAll("terraform ", `'${terraformBinary}' `);
    const child = execFile("/bin/sh", ["-c", command], { cwd: folder, env }, () =>
      resolve(child.exitCode ?? -1),
    );
  });
}

test("after a rebuild of the same version, the printed command makes init work again", async () => {
  const { stdout } = await program.run("install", "--mirror", mirror);
  writeFileSync(env["TF_CLI_CONFIG_FILE"] ?? "", settingsIn(stdout));
  expect((await terraform("init")).code).toBe(0);
  writeFileSync(program.file, `${readFileSync(program.file, "utf8")}\n// rebuilt\n`);

  const again = await program.run("install", "--mirror", mirror);

  for (const args of [["init"], ["init", "-upgrade"]]) {
    const refused = await terraform(...args);
    expect(refused.code).toBe(1);
    expect(unwrapped(refused)).toContain("checksums");
  }
  const command = again.stdout.split("\n").find((line) => line.startsWith("terraform providers lock"));
  expect(await shell(command ?? "false")).toBe(0);
  expect((await terraform("init")).code).toBe(0);
  expect((await program.run("install", "--mirror", mirror)).stdout).not.toContain("providers lock");
});

test("a web server that serves the mirror is a network mirror", async () => {
  await program.run("install", "--mirror", mirror);
  const authority = createAuthority("example mirror");
  const pem = path.join(program.home, "authority.pem");
  writeFileSync(pem, authority.pem);
  const server = https.createServer(authority.issue("localhost"), async (request, response) => {
    const file = path.join(mirror, decodeURIComponent(request.url ?? ""));
    const content = await readFile(file).catch(() => null);
    const type = file.endsWith(".json") ? "application/json" : "application/zip";
    response.writeHead(content === null ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  try {
    const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
    writeFileSync(
      env["TF_CLI_CONFIG_FILE"] ?? "",
      `provider_installation {\n  network_mirror {\n    url = "${url}"\n  }\n}\n`,
    );
    await mkdir(path.join(folder, ".terraform"), { recursive: true });
    env = { ...env, SSL_CERT_FILE: pem };

    const { code, output } = await terraform("init");

    expect([code, output]).toEqual([0, expect.stringContaining("7.8.9")]);
    const providers = path.join(folder, ".terraform/providers");
    const executable = filesBelow(providers).find((file) => file.endsWith("_v7.8.9"));
    expect(statSync(path.join(providers, executable ?? "")).mode & 0o111).toBe(0o111);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
