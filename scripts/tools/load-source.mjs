// Bundles a source file with all it imports, and loads it.
import { createRequire } from "node:module";
import { build } from "esbuild";
import { textFiles } from "../build/bundle.mjs";

/**
 * The exports of a source file. Its bundle carries a source map, so that a debugger shows the sources.
 * @param {{ root: string, source: string, outfile: string }} place
 */
export async function loadSource({ root, source, outfile }) {
  await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    loader: textFiles,
    logLevel: "warning",
  });
  return createRequire(import.meta.url)(outfile);
}
