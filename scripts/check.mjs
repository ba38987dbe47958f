// Looks at everything that can be judged without running the provider. One line per step; exit code 1 if one fails.
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runSteps } from "./check/run-steps.mjs";
import { checkSteps } from "./check/steps.mjs";
import { refuseUnknownArguments } from "./tools/arguments.mjs";

refuseUnknownArguments();

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const failed = await runSteps(checkSteps(root), {
  cwd: root,
  parallel: availableParallelism(),
  print: console.log,
});
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
