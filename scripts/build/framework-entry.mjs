// Makes the npm package's entry point ./framework: one file of JavaScript, and the types that it shows.
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { readTree, writeAtomically } from "../tools/files.mjs";
import { bundleOptions, firstOutput } from "./bundle.mjs";
import { runCompiler } from "./typescript.mjs";

const SOURCE = "src/framework";
const FOLDER = "build/framework";

/**
 * @param {{ root: string, version: string }} options
 * @returns {Promise<string[]>} the files made, by path below the root
 */
export async function makeFrameworkEntryPoint({ root, version }) {
  if (!existsSync(path.join(root, SOURCE))) return [];
  const [code, types] = await Promise.all([bundleEntryPoint(root, version), declareEntryPoint(root)]);
  /** @type {Map<string, string | Uint8Array>} */
  const contents = new Map([[`${FOLDER}/index.js`, code]]);
  for (const [name, text] of types) contents.set(`${FOLDER}/${name}`, text);
  await rm(path.join(root, FOLDER), { recursive: true, force: true });
  for (const [file, content] of contents) await writeAtomically(path.join(root, file), content);
  return [...contents.keys()];
}

/**
 * @param {string} root
 * @param {string} version
 */
async function bundleEntryPoint(root, version) {
  const result = await build({
    ...bundleOptions(version),
    absWorkingDir: root,
    entryPoints: [`${SOURCE}/index.ts`],
    outfile: `${FOLDER}/index.js`,
    minify: true,
    write: false,
  });
  return firstOutput(result.outputFiles);
}

/** @param {string} root */
async function declareEntryPoint(root) {
  const scratch = await mkdtemp(path.join(root, "build/framework-types-"));
  try {
    const config = path.join(scratch, "tsconfig.json");
    await writeFile(config, JSON.stringify(declarationConfig(root, scratch)));
    await runCompiler(root, config);
    return reachable(await readTree(path.join(scratch, "types", path.basename(SOURCE))), "index.d.ts");
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} scratch
 */
function declarationConfig(root, scratch) {
  return {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023"],
      module: "commonjs",
      moduleResolution: "bundler",
      strict: true,
      exactOptionalPropertyTypes: true,
      isolatedModules: true,
      skipLibCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      types: ["node"],
      rootDir: path.dirname(path.join(root, SOURCE)),
      outDir: path.join(scratch, "types"),
    },
    include: [],
    files: [path.join(root, SOURCE, "index.ts")],
  };
}

/**
 * The declarations that a reader of one of them meets; the others are nobody's business.
 * @param {ReadonlyMap<string, string>} files
 * @param {string} first
 */
function reachable(files, first) {
  /** @type {Map<string, string>} */
  const met = new Map();
  const ways = [first];
  for (let file = ways.pop(); file !== undefined; file = ways.pop()) {
    const text = files.get(file);
    if (met.has(file) || text === undefined) continue;
    met.set(file, text);
    for (const [, target = ""] of text.matchAll(/(?:from |import\()"(\.[^"]*)"/g)) {
      const place = path.posix.join(path.posix.dirname(file), target);
      ways.push(`${place}.d.ts`, `${place}/index.d.ts`);
    }
  }
  return met;
}
