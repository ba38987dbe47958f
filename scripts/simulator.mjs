// Runs the simulator on its own: bundles its command from source into a temporary folder and calls it.
// Words after "npm run simulator --" are its options; --help lists them.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { textFiles } from "./build/bundle.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const { runCommand } = await bundled("src/commands/index.ts");
process.exitCode = await runCommand(["simulator", ...process.argv.slice(2)]);

/**
 * The exports of a source file. Once loaded, the bundle is not needed any more.
 * @param {string} source
 */
async function bundled(source) {
  const folder = await mkdtemp(path.join(tmpdir(), "dialog360-simulator-"));
  try {
    const outfile = path.join(folder, "simulator.cjs");
    await build({
      absWorkingDir: root,
      entryPoints: [source],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      loader: textFiles,
      logLevel: "warning",
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
