import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { zip } from "../../../scripts/release/zip.mjs";
import { mirrorFolders } from "../../../src/commands/install/mirror";
import { registryHost } from "../harness/since";
import { Workspace } from "../harness/workspace";

const version = "7.8.9";
const host = `${registryHost}/dialog360/dialog360`;
const places = mirrorFolders("", version, process.platform, process.arch);
const place = places.find((folder) => folder.startsWith(host)) ?? "";
const [, platform = ""] = /([^/]+)$/.exec(place) ?? [];
const program = `terraform-provider-dialog360_v${version}`;
const entries = [
  { name: program, mode: 0o755, content: Buffer.from("#!/bin/sh\n") },
  { name: "runtime/provider", mode: 0o755, content: Buffer.alloc(3_000_000, "provider ") },
  { name: "LICENSE", mode: 0o644, content: Buffer.from("words\n") },
];

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.open();
});
afterEach(() => workspace.close());

test("Terraform unpacks an archive of a release from a mirror, with folders and modes", async () => {
  const archive = path.join(
    workspace.folder,
    "mirror",
    host,
    `${program.replace("_v", "_")}_${platform}.zip`,
  );
  await mkdir(path.dirname(archive), { recursive: true });
  await writeFile(archive, await zip(entries));
  await workspace.write("terraform.rc", mirrorSettings(path.join(workspace.folder, "mirror")));
  await workspace.configure("");

  const { code, output } = await workspace.run("init", "-no-color");

  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`v${version}`) });
  const unpacked = path.join(workspace.folder, ".terraform/providers", place);
  expect((await readdir(unpacked)).sort()).toEqual(["LICENSE", "runtime", program].sort());
  for (const { name, mode, content } of entries) {
    expect((await readFile(path.join(unpacked, name))).equals(content)).toBe(true);
    expect((await stat(path.join(unpacked, name))).mode & 0o100).toBe(mode & 0o100);
  }
});

function mirrorSettings(folder: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`;
}
