// Compiles the npm package's entry points, one for each framework: JavaScript and types, and the example programs.
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { transform } from "esbuild";
import { readTree, writeAtomically } from "../../tools/files.mjs";
import { runCompiler } from "../typescript.mjs";
import { FRAMEWORKS, OUTPUT, stageLibrary } from "./stage.mjs";

/**
 * @param {string} root
 * @returns {Promise<string[]>} the files made, by path below the root
 */
export async function compileLibrary(root) {
  return (await Promise.all(FRAMEWORKS.map((framework) => compileEntryPoint(root, framework)))).flat();
}

/**
 * Looks at the types alone, and leaves nothing behind.
 * @param {string} root
 * @param {string} framework
 */
export async function checkEntryPoint(root, framework) {
  await inStage(root, framework, (folder) => runCompiler(root, folder, "--noEmit"));
}

/**
 * @param {string} root
 * @param {string} framework
 */
async function compileEntryPoint(root, framework) {
  return await inStage(root, framework, async (folder) => {
    await runCompiler(root, folder);
    const made = path.join(folder, OUTPUT);
    await compactBindings(path.join(made, "library/bindings"));
    return [
      ...(await replaceFolder(root, path.join(made, "library"), `build/${framework}`)),
      ...(await replaceFolder(root, path.join(made, "example"), `build/examples/${framework}`)),
    ];
  });
}

/**
 * Generated code is read by nobody, and its comments stand in the types as well: without them and without white space
 * it takes a third less of the package.
 * @param {string} folder
 */
async function compactBindings(folder) {
  const programs = [...(await readTree(folder))].filter(([file]) => file.endsWith(".js"));
  await Promise.all(
    programs.map(async ([file, text]) => {
      const { code } = await transform(text, {
        minifyWhitespace: true,
        legalComments: "none",
        target: "es2022",
      });
      await writeAtomically(path.join(folder, file), code);
    }),
  );
}

/**
 * Below the project, so that the compiler finds the packages that are installed.
 * @template T
 * @param {string} root
 * @param {string} framework
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inStage(root, framework, work) {
  await mkdir(path.join(root, "build"), { recursive: true });
  const folder = await mkdtemp(path.join(root, `build/library-${framework}-`));
  try {
    await stageLibrary(root, framework, folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} made
 * @param {string} file
 */
async function replaceFolder(root, made, file) {
  const tree = await readTree(made);
  if (tree.size === 0) return [];
  const place = path.join(root, file);
  await mkdir(path.dirname(place), { recursive: true });
  await rm(place, { recursive: true, force: true });
  await rename(made, place);
  return [...tree.keys()].map((name) => `${file}/${name}`);
}
