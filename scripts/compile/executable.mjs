// Makes the file that Terraform starts: the bundle compiled into Bun, or a launcher where there is no Bun.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { writeAtomically } from "../files.mjs";
import { bunEnvironment } from "./bun.mjs";

const NAME = "terraform-provider-dialog360";

const BUN_OPTIONS = [
  "--compile",
  "--minify",
  "--bytecode",
  "--format=cjs",
  // The executable runs in the user's Terraform folder: what lies there is not for it to read.
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
];

/** @returns {Promise<string[]>} the files made, by path below the root */
export async function compileExecutable({ root, bun, bundle }) {
  const file = `dist/${NAME}${process.platform === "win32" ? ".exe" : ""}`;
  const scratch = await mkdtemp(path.join(root, "build/compile-"));
  try {
    const made = path.join(scratch, path.basename(file));
    const args = ["build", ...BUN_OPTIONS, path.join(root, bundle), "--outfile", made];
    await promisify(execFile)(bun.file, args, { cwd: scratch, env: bunEnvironment });
    await mkdir(path.join(root, "dist"), { recursive: true });
    await rename(made, path.join(root, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return [file];
}

/** A shell script beside the bundle. Windows starts no script as a provider, so there it cannot be made. */
export async function writeLauncher({ root, code }) {
  if (process.platform === "win32")
    throw new Error("Windows needs Bun for the executable, and none is installed");
  const files = [
    { file: "dist/provider.cjs", content: code },
    { file: `dist/${NAME}`, content: launcherText("provider.cjs"), mode: 0o755 },
  ];
  for (const { file, content, mode } of files) await writeAtomically(path.join(root, file), content, mode);
  return files.map(({ file }) => file);
}

/** The shell script that runs a bundle lying in its own folder. */
export function launcherText(bundle) {
  return `#!/bin/sh\nexec node "$(dirname "$0")/${bundle}" "$@"\n`;
}
