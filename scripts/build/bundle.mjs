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
  return { code: result.outputFiles[0].contents, metafile: result.metafile };
}

/** The files of the simulator's control page, which go along as text. */
export const textFiles = { ".browser.mjs": "text", ".css": "text", ".html": "text" };

/** Takes of undici only what is used; the tests run with all of it. */
const undiciParts = {
  name: "undici-parts",
  setup({ onResolve }) {
    const parts = fileURLToPath(new URL("undici-parts.cjs", import.meta.url));
    onResolve({ filter: /^undici$/ }, () => ({ path: parts }));
  },
};

/** What every bundle of ours has in common. Without names for this file, Bun writes the build's folder into it. */
export function bundleOptions(version) {
  return {
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    loader: textFiles,
    plugins: [undiciParts],
    define: {
      __VERSION__: JSON.stringify(version),
      __filename: JSON.stringify(FILE_NAME),
      __dirname: JSON.stringify("."),
    },
  };
}
