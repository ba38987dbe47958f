import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Program, RUNTIME_FOLDER } from "./running-program";

/** What a release holds for whoever passes it on. */
const LICENCES: readonly string[] = ["LICENSE", "THIRD-PARTY-NOTICES.txt"];

/**
 * The files that belong to a program and lie beside it: by their paths below its folder. What else lies there,
 * among somebody's downloads, say, is not ours.
 */
export async function filesBeside({ kind, file }: Program): Promise<string[]> {
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
