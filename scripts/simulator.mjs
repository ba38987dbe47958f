// Runs the simulator on its own: bundles its command from source into a temporary folder and calls it.
// Words after "npm run simulator --" are its options; --help lists them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadSource } from "./tools/load-source.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const { runCommand } = await loaded("src/commands/index.ts");
process.exitCode = await runCommand(["simulator", ...process.argv.slice(2)]);

/**
 * Once loaded, the bundle is not needed any more.
 * @param {string} source
 */
async function loaded(source) {
  const folder = await mkdtemp(path.join(tmpdir(), "dialog360-simulator-"));
  try {
    return await loadSource({ root, source, outfile: path.join(folder, "simulator.cjs") });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
