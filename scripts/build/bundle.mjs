// Bundles src/main.ts with all it needs into one CommonJS file that runs on Node and goes into the executable.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FILE_NAME = "terraform-provider-dialog360.cjs";

/**
 * @param {{ root: string, version: string, entry?: string }} options entry is src/main.ts unless said otherwise
 * @returns {Promise<{ code: Uint8Array, metafile: import("esbuild").Metafile }>}
 */
export async function bundle({ root, version, entry = "src/main.ts" }) {
  const result = await build({
    ...bundleOptions(version),
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join("build", FILE_NAME),
    minify: true,
    write: false,
    // The npm package names this file as its program.
    banner: { js: "#!/usr/bin/env node" },
  });
  return { code: firstOutput(result.outputFiles), metafile: result.metafile };
}

/** The files of the simulator's control page, which go along as text. */
export const textFiles = /** @type {const} */ ({ ".browser.mjs": "text", ".css": "text", ".html": "text" });

/** Takes of undici only what is used; the tests run with all of it. */
/** @type {import("esbuild").Plugin} */
const undiciParts = {
  name: "undici-parts",
  setup({ onResolve }) {
    const parts = fileURLToPath(new URL("undici-parts.cjs", import.meta.url));
    onResolve({ filter: /^undici$/ }, () => ({ path: parts }));
    // Its HTTP parser comes twice, with and without SIMD, 50 kB each in the package. The plain one runs everywhere.
    onResolve({ filter: /llhttp_simd-wasm/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, "../llhttp/llhttp-wasm.js"),
    }));
  },
};

/**
 * What every bundle of ours has in common. Without names for this file, Bun writes the build's folder into it.
 * @param {string} version
 */
export function bundleOptions(version) {
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    bundle: true,
    platform: /** @type {const} */ ("node"),
    target: "node20",
    format: /** @type {const} */ ("cjs"),
    legalComments: /** @type {const} */ ("none"),
    logLevel: /** @type {const} */ ("silent"),
    metafile: /** @type {const} */ (true),
    loader: textFiles,
    plugins: [undiciParts],
    define: {
      __VERSION__: JSON.stringify(version),
      __filename: JSON.stringify(FILE_NAME),
      __dirname: JSON.stringify("."),
    },
  });
}

/**
 * The contents of the first file that a build made in memory.
 * @param {import("esbuild").OutputFile[]} files
 * @returns {Uint8Array}
 */
export function firstOutput([file]) {
  if (file === undefined) throw new Error("esbuild made no file");
  return file.contents;
}
