import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder that holds package.json. */
export const root = path.join(__dirname, "../..");

/** One file with its text; the path is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** One import line, static or dynamic. `to` is a file of the tree, or undefined for a package. */
export interface ImportLine {
  readonly from: string;
  readonly specifier: string;
  readonly to: string | undefined;
}

/** The files below a folder of the tree whose path passes. */
export function readFiles(folder: string, passes: (file: string) => boolean): SourceFile[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const files = entries.map((entry) => path.posix.join(folder, entry.split(path.sep).join("/")));
  return files
    .filter(passes)
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
}

/** All TypeScript of src/. */
export function readSources(): SourceFile[] {
  return readFiles("src", (file) => file.endsWith(".ts"));
}

const IMPORTS = [
  /^\s*(?:import|export)\s[^;"']*?\sfrom\s+"([^"]+)"/gm,
  /^\s*import\s+"([^"]+)"/gm,
  /\b(?:import|require)\s*\(\s*"([^"]+)"\s*\)/g,
];

/** Every import line of the given files, types included: knowing a type is knowing. */
export function readImports(sources: readonly SourceFile[]): ImportLine[] {
  const files = new Set(sources.map(({ file }) => file));
  return sources.flatMap(({ file, text }) => {
    const matches = IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)]);
    return matches.map(([, specifier = ""]) => ({
      from: file,
      specifier,
      to: target(files, file, specifier),
    }));
  });
}

function target(files: ReadonlySet<string>, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const place = path.posix.join(path.posix.dirname(from), specifier);
  return [`${place}.ts`, `${place}/index.ts`].find((file) => files.has(file)) ?? place;
}
