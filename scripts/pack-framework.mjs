// npm run pack:framework: the npm package of the framework, as an archive in dist.
import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FRAMEWORK_FOLDER } from "./build/framework-package.mjs";
import { refuseUnknownArguments } from "./tools/arguments.mjs";
import { npm } from "./tools/npm.mjs";
import { runBuild } from "./tools/run-build.mjs";

refuseUnknownArguments();

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const destination = path.join(root, "dist");

if (!runBuild(root)) process.exit(1);
await mkdir(destination, { recursive: true });
const { command, args } = npm("pack", path.join(root, FRAMEWORK_FOLDER), "--pack-destination", destination);
process.exitCode = spawnSync(command, args, { stdio: "inherit" }).status ?? 1;
