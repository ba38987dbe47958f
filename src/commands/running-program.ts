import { realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { executableName } from "./executable-name";

/** The program that runs now: an executable of its own, or a bundle that Node runs. */
export type Program = { readonly kind: "executable" | "bundle"; readonly file: string };

/** Bun shows a compiled executable its own code at a path below this folder. */
const INSIDE_EXECUTABLE = /^(\/\$bunfs\/|[A-Z]:[\\/]~BUN[\\/])/i;

/** Finds the file that this process was started from. */
export function runningProgram(
  argv: readonly string[] = process.argv,
  execPath: string = process.execPath,
): Program {
  const main = argv[1] ?? "";
  if (INSIDE_EXECUTABLE.test(main)) return { kind: "executable", file: realpathSync(execPath) };
  return { kind: "bundle", file: realpathSync(main) };
}

/**
 * The folder that dev_overrides can name.
 * @throws where it holds no executable, as the folder of a bundle usually does not
 */
export async function executableFolder(program: Program): Promise<string> {
  const folder = path.dirname(program.file);
  const file = path.join(folder, executableName(process.platform));
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true) return folder;
  throw new Error(`${file} does not exist. "npm run build" makes it; or leave --dev-overrides out.`);
}
