// Makes the npm package of the framework, tf-provider-framework, as a folder that npm can pack: JavaScript with source
// maps for both module systems, declarations, the program, the template and the texts.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { readTree, writeAtomically } from "../tools/files.mjs";
import { thirdPartyNotices } from "./notices.mjs";
import { runCompiler } from "./typescript.mjs";

const SOURCE = "src/framework";
const PACKAGE = "packages/framework";
/** Where the package lies once it is built. */
export const FRAMEWORK_FOLDER = "build/tf-provider-framework";

/** Entry points: the file in src/framework, and the name in the package. */
const ENTRIES = /** @type {const} */ ([
  ["index.ts", "index"],
  ["testing/index.ts", "testing"],
]);

/**
 * @param {{ root: string }} options
 * @returns {Promise<string[]>} the files made, by path below the root
 */
export async function makeFrameworkPackage({ root }) {
  if (!existsSync(path.join(root, SOURCE))) return [];
  /** @type {Map<string, string | Uint8Array>} */
  const contents = new Map([...(await ownTexts(root)), ...(await declarations(root))]);
  for (const [entry, name] of ENTRIES) {
    for (const [file, content] of await bundleEntry(root, entry, name)) contents.set(file, content);
  }
  const folder = path.join(root, FRAMEWORK_FOLDER);
  await rm(folder, { recursive: true, force: true });
  for (const [file, content] of contents)
    await writeAtomically(path.join(folder, file), content, file.startsWith("bin/") ? 0o755 : 0o644);
  return [...contents.keys()].map((file) => `${FRAMEWORK_FOLDER}/${file}`);
}

/**
 * The files of the package that are written by hand, and the licence.
 * @param {string} root
 * @returns {Promise<[string, Uint8Array][]>}
 */
async function ownTexts(root) {
  const folder = path.join(root, PACKAGE);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = files.map(async (file) => named(path.relative(folder, file), await readFile(file)));
  return [...(await Promise.all(texts)), named("LICENSE", await readFile(path.join(root, "LICENSE")))];
}

/**
 * @param {string} file
 * @param {Uint8Array} content
 * @returns {[string, Uint8Array]}
 */
function named(file, content) {
  return [file.split(path.sep).join("/"), content];
}

/**
 * CommonJS, and a module that passes it on: a program that uses both has one framework. Node finds the names of the
 * exports in the list that esbuild appends.
 * @param {string} root
 * @param {string} entry
 * @param {string} name
 * @returns {Promise<[string, string | Uint8Array][]>}
 */
async function bundleEntry(root, entry, name) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`${SOURCE}/${entry}`],
    outfile: path.join(root, "dist", `${name}.js`),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: true,
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    write: false,
    plugins: [besideMain],
  });
  const code = result.outputFiles.find((file) => file.path.endsWith(".js"));
  const map = result.outputFiles.find((file) => file.path.endsWith(".map"));
  return [
    [`dist/${name}.js`, code?.contents ?? ""],
    [`dist/${name}.js.map`, map?.contents ?? ""],
    [`dist/${name}.mjs`, `export * from "./${name}.js";\n`],
    ...(name === "index"
      ? /** @type {[string, string][]} */ ([
          ["THIRD-PARTY-NOTICES.txt", await thirdPartyNotices(root, result.metafile, { withRuntime: false })],
        ])
      : []),
  ];
}

/** The second entry point uses the first as it is, so that both have the same classes. */
/** @type {import("esbuild").Plugin} */
const besideMain = {
  name: "beside-main",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.$/ }, ({ importer }) =>
      importer.includes(`${path.sep}testing${path.sep}`) ? { path: "./index.js", external: true } : undefined,
    );
  },
};

/**
 * @param {string} root
 * @returns {Promise<[string, string | Uint8Array][]>}
 */
async function declarations(root) {
  const scratch = await mkdtemp(path.join(root, "build/framework-types-"));
  try {
    const config = path.join(scratch, "tsconfig.json");
    await writeFile(config, JSON.stringify(declarationConfig(root, scratch)));
    await runCompiler(root, config);
    const types = await readTree(path.join(scratch, "types", path.basename(SOURCE)));
    const met = reachable(
      types,
      ENTRIES.map(([entry]) => entry.replace(/\.ts$/, ".d.ts")),
    );
    return [
      ...[...met].map(([file, text]) => /** @type {[string, string]} */ ([`types/${file}`, text])),
      ["types/index.d.mts", 'export * from "./index.js";\n'],
      ["types/testing.d.mts", 'export * from "./testing/index.js";\n'],
    ];
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
    files: ENTRIES.map(([entry]) => path.join(root, SOURCE, entry)),
  };
}

/**
 * The declarations that a reader of these meets; the others are nobody's business.
 * @param {ReadonlyMap<string, string>} files
 * @param {readonly string[]} first
 */
function reachable(files, first) {
  /** @type {Map<string, string>} */
  const met = new Map();
  const ways = [...first];
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
