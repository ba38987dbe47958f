// Builds what the other scripts run.
import { spawnSync } from "node:child_process";
import path from "node:path";

/**
 * @param {string} root
 * @param {{ quiet?: boolean }} [options] quiet: what the build prints is shown only if it fails
 * @returns {boolean} whether it succeeded; the build has said why not
 */
export function runBuild(root, { quiet = false } = {}) {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], {
    stdio: ["ignore", quiet ? "pipe" : "inherit", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0 && quiet) console.error(stdout);
  return status === 0;
}
