import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { executable, type Workspace } from "./workspace";

/** What Terraform starts: the executable, or the bundle that it was made from, on Node. */
export type Runtime = "the executable" | "the bundle on Node";

/** A provider in a folder of one workspace, so that its processes and sockets can be told from all others. */
export interface OwnProvider {
  /** Process ids of those that run now. */
  running(): Promise<readonly number[]>;
  /** Names of what lies in the workspace's temporary folder, where sockets are made. */
  temporary(): Promise<readonly string[]>;
}

const bundle = path.resolve(__dirname, "../../../build/terraform-provider-dialog360.cjs");

/**
 * Gives the workspace a provider and a temporary folder of its own.
 * @param node the program that the bundle runs on
 * @default node this Node
 */
export async function ownProvider(
  workspace: Workspace,
  runtime: Runtime,
  node = process.execPath,
): Promise<OwnProvider> {
  const folder = path.join(workspace.folder, "provider");
  const temporary = path.join(workspace.folder, "tmp");
  await mkdir(folder);
  await mkdir(temporary);
  const file = path.join(folder, path.basename(executable));
  if (runtime === "the executable") await symlink(executable, file);
  else await writeNodeLauncher(file, path.join(folder, "provider.cjs"), node);
  await workspace.useProviderIn(folder);
  workspace.setEnv({ TMPDIR: temporary });
  return {
    running: async () =>
      (await commandLines()).filter(({ words }) => words.includes(folder)).map(({ pid }) => pid),
    temporary: () => readdir(temporary),
  };
}

async function writeNodeLauncher(file: string, copy: string, node: string): Promise<void> {
  await copyFile(bundle, copy);
  await writeFile(file, `#!/bin/sh\nexec "${node}" "${copy}" "$@"\n`);
  await chmod(file, 0o755);
}

async function commandLines(): Promise<readonly { pid: number; words: string }[]> {
  const { stdout } = await promisify(execFile)("ps", ["-axo", "pid=,args="]);
  return stdout
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [{ pid: Number(match[1]), words: match[2] ?? "" }]));
}
