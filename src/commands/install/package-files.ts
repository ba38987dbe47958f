import { chmod, copyFile, link, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { executableName } from "./executable-name";
import { type Program, RUNTIME_FOLDER } from "./running-program";

/** A file of the package that Terraform starts, by its path below the package's folder. */
export interface PackageFile {
  readonly name: string;
  /** Writes it to this path, in a folder that exists. */
  write(file: string): Promise<void>;
}

/** The licence files of a release. */
const LICENCES: readonly string[] = ["LICENSE", "THIRD-PARTY-NOTICES.txt"];
const BUNDLE_NAME = "provider.cjs";

/** The files that Terraform needs to start this program, with its licences. */
export async function packageFiles(program: Program, version: string): Promise<PackageFile[]> {
  const executable = executableName(process.platform, version);
  if (program.kind === "bundle") return [copyOf(program.file, BUNDLE_NAME), nodeLauncher(executable)];
  const folder = path.dirname(program.file);
  const companions = await companionFiles(program);
  return [
    ...companions.map((name) => copyOf(path.join(folder, name), name)),
    copyOf(program.file, executable, 0o755),
  ];
}

/** Hard links to files that were placed, so that a hundred megabytes are on disk once; copies if links fail. */
export function linksTo(folder: string, files: readonly PackageFile[]): PackageFile[] {
  return files.map(({ name }) => {
    const placed = path.join(folder, name);
    return { name, write: (file) => link(placed, file).catch(() => copyFile(placed, file)) };
  });
}

/** Writes all files below a folder. */
export async function writePackage(files: readonly PackageFile[], folder: string): Promise<void> {
  for (const { name, write } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await write(file);
  }
}

/** The files in the program's folder that belong to it. The folder may hold other files, such as downloads. */
async function companionFiles({ kind, file }: Program): Promise<string[]> {
  const folder = path.dirname(file);
  const licences = (await filesIn(folder)).filter((name) => LICENCES.includes(name));
  const runtime = kind === "launcher" ? await filesIn(path.join(folder, RUNTIME_FOLDER)) : [];
  return [...licences, ...runtime.map((name) => path.join(RUNTIME_FOLDER, name))];
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Terraform starts executables only, and Windows starts no script. */
function nodeLauncher(executable: string): PackageFile {
  if (process.platform === "win32") {
    throw new Error("Windows cannot start a bundle as a provider. Install from the executable instead.");
  }
  const script = `#!/bin/sh\nexec node "$(dirname "$0")/${BUNDLE_NAME}" "$@"\n`;
  return { name: executable, write: (file) => writeFile(file, script, { mode: 0o755 }) };
}

function copyOf(source: string, name: string, mode?: number): PackageFile {
  return {
    name,
    async write(file) {
      await copyFile(source, file);
      if (mode !== undefined) await chmod(file, mode);
    },
  };
}
