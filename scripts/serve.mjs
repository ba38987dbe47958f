// Serves the provider from source in this process, for breakpoints: bundles the commands and calls "serve --reattach".
// The bundle stays below the clone: debuggers follow source maps only there.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { refuseUnknownArguments } from "./tools/arguments.mjs";
import { loadSource } from "./tools/load-source.mjs";

refuseUnknownArguments();

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const outfile = path.join(root, "build/serve.cjs");
const { runCommand } = await loadSource({ root, source: "src/commands/index.ts", outfile });
process.exitCode = await runCommand(["serve", "--reattach"]);
