// Lays out what one entry point of the npm package is compiled from: the library as it is, told to use one framework,
// and the example program for that framework.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { readTree } from "../../tools/files.mjs";

/** Each is an entry point of the package. The sources name the first. */
export const FRAMEWORKS = ["cdktf", "cdktn"];

const PACKAGE = "terraform-provider-dialog360";

/** Where the compiler puts what it makes, below the staged folder. */
export const OUTPUT = "out";

/**
 * Writes the sources for one framework into a folder, with a tsconfig.json beside them.
 * @param {string} root
 * @param {string} framework
 * @param {string} folder
 */
export async function stageLibrary(root, framework, folder) {
  const sources = await librarySources(root, framework);
  const examples = await readTree(path.join(root, "examples", framework));
  const programs = [...examples].filter(([file]) => file.endsWith(".ts"));
  /** @type {[string, string][]} */
  const files = [
    ...[...sources].map(([file, text]) => inFolder("library", file, text)),
    ...programs.map(([file, text]) => inFolder("example", file, text)),
    ["tsconfig.json", JSON.stringify(options(framework), null, 2)],
  ];
  for (const [file, text] of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 * @returns {[string, string]}
 */
function inFolder(folder, file, text) {
  return [`${folder}/${file}`, text];
}

/**
 * @param {string} root
 * @param {string} framework
 * @returns {Promise<Map<string, string>>} the sources of one entry point, by their path below lib/
 */
async function librarySources(root, framework) {
  const tree = await readTree(path.join(root, "lib"));
  const wanted = [...tree].filter(([file]) => belongs(file, framework));
  return new Map(wanted.map(([file, text]) => [file, useFramework(file, text, framework)]));
}

/**
 * @param {string} file
 * @param {string} framework
 */
function belongs(file, framework) {
  if (!file.endsWith(".ts")) return false;
  return !file.startsWith("bindings/") || file.startsWith(`bindings/${framework}/`);
}

/**
 * The framework's name stands in import lines alone: as a package, and as the folder of its bindings.
 * @param {string} file
 * @param {string} text
 * @param {string} framework
 */
export function useFramework(file, text, framework) {
  if (file.startsWith("bindings/")) return text;
  return text.replace(/(from "(?:[./]+bindings\/)?)cdktf"/g, `$1${framework}"`);
}

/**
 * Generated bindings break two of our own strict flags; fields are assigned, as the generators expect.
 * @param {string} framework
 */
function options(framework) {
  return {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022"],
      module: "commonjs",
      moduleResolution: "bundler",
      types: ["node"],
      strict: true,
      useDefineForClassFields: false,
      isolatedModules: true,
      skipLibCheck: true,
      declaration: true,
      noEmitOnError: true,
      rootDir: ".",
      outDir: OUTPUT,
      paths: { [`${PACKAGE}/${framework}`]: ["./library/index.ts"] },
    },
    include: ["library", "example"],
  };
}
