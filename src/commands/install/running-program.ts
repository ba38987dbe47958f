import { existsSync, realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { version } from "../../version";
import { executableName } from "./executable-name";

/**
 * The program that runs now, by the file that Terraform starts: an executable of its own, a launcher that starts
 * a program in its runtime folder, or a bundle that Node runs.
 */
export type Program = { readonly kind: "executable" | "launcher" | "bundle"; readonly file: string };

/** The folder of a Linux release that holds the program which its launcher starts. */
export const RUNTIME_FOLDER = "runtime";

/** Bun shows a compiled executable its own code at a path below this folder. */
const INSIDE_EXECUTABLE = /^(\/\$bunfs\/|[A-Z]:[\\/]~BUN[\\/])/i;

/** Finds the file that this process was started from. */
export function runningProgram(
  argv: readonly string[] = process.argv,
  execPath: string = process.execPath,
): Program {
  const main = argv[1] ?? "";
  if (!INSIDE_EXECUTABLE.test(main)) return { kind: "bundle", file: realpathSync(main) };
  const file = realpathSync(execPath);
  const launcher = launcherOf(file);
  return launcher === undefined ? { kind: "executable", file } : { kind: "launcher", file: launcher };
}

/** The running file may be the C library's loader, which takes the program as an argument from the same folder. */
function launcherOf(file: string): string | undefined {
  const folder = path.dirname(file);
  if (path.basename(folder) !== RUNTIME_FOLDER) return undefined;
  const launcher = path.join(path.dirname(folder), executableName(process.platform, version));
  return existsSync(launcher) ? launcher : undefined;
}

/**
 * The folder that dev_overrides can name.
 * @throws if it holds no executable; the folder of a bundle usually holds none
 */
export async function executableFolder(program: Program): Promise<string> {
  const folder = path.dirname(program.file);
  const names = [executableName(process.platform), executableName(process.platform, version)];
  for (const name of names) {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    if (found?.isFile() === true) return folder;
  }
  const file = path.join(folder, executableName(process.platform));
  throw new Error(`${file} does not exist. "npm run build" makes it; or leave --dev-overrides out.`);
}
