// npm run test:cores -- PATH… [jest arguments]: runs the acceptance tests with several Terraform and OpenTofu binaries,
// one after the other, and prints which suites passed with which. Arguments that begin with "-" and all after them go
// to jest: --testPathPatterns channel
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { matrix } from "./cores/matrix.mjs";
import { findTerraform } from "./tools/terraform-binary.mjs";

const WRONG_ARGUMENTS = 2;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

process.exitCode = main(process.argv.slice(2));

/** @param {string[]} words */
function main(words) {
  const options = words.findIndex((word) => word.startsWith("-"));
  const paths = options === -1 ? words : words.slice(0, options);
  const jestArguments = options === -1 ? [] : words.slice(options);
  const binaries = paths.map((binary) => findTerraform({ ...process.env, TERRAFORM_BINARY: binary }));
  const missing = paths.find((_, index) => binaries[index] === undefined);
  if (paths.length === 0 || missing !== undefined) {
    console.error(
      missing === undefined ? "No binary is named." : `${missing} is not a program that can be run.`,
    );
    console.error("Usage: npm run test:cores -- PATH… [jest arguments]");
    return WRONG_ARGUMENTS;
  }
  const runs = binaries.map((binary) => {
    const core = nameOf(String(binary));
    console.error(`\n${core}: ${binary}`);
    return { core, results: runSuites(String(binary), jestArguments) };
  });
  const { lines, failed } = matrix(runs, path.join(root, "test/acceptance"));
  console.log(["", ...lines].join("\n"));
  return failed ? 1 : 0;
}

/**
 * @param {string} binary
 * @returns {string} such as "Terraform 1.11.4"
 */
function nameOf(binary) {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" };
  const printed = execFileSync(binary, ["version"], { encoding: "utf8", env });
  return (printed.split("\n")[0] ?? "").replace(" v", " ");
}

/**
 * @param {string} binary
 * @param {readonly string[]} jestArguments
 */
function runSuites(binary, jestArguments) {
  const folder = mkdtempSync(path.join(tmpdir(), "dialog360-cores-"));
  const file = path.join(folder, "results.json");
  const jest = path.join(root, "node_modules/jest/bin/jest.js");
  try {
    spawnSync(
      process.execPath,
      [jest, "--selectProjects", "acceptance", "--json", `--outputFile=${file}`, ...jestArguments],
      // With --json jest prints the results to its output too: they are read from the file instead.
      {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, TERRAFORM_BINARY: binary },
      },
    );
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
