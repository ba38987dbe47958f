// npm run test:extended: the suites that need more than Node and Terraform, or much time. Ends with what ran, and
// what was skipped because of what. Arguments go to jest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { summarise } from "./extended/summary.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(tmpdir(), "dialog360-extended-"));
try {
  process.exitCode = main(path.join(folder, "results.json"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} file */
function main(file) {
  const jest = path.join(root, "node_modules/jest/bin/jest.js");
  const args = ["--selectProjects", "extended", "--json", `--outputFile=${file}`, ...process.argv.slice(2)];
  // With --json jest prints the results to its output too: they are read from the file instead.
  const { status } = spawnSync(process.execPath, [jest, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const lines = summarise(JSON.parse(readFileSync(file, "utf8")), root);
  console.log(["", ...lines].join("\n"));
  return status ?? 1;
}
