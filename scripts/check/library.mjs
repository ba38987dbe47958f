// Checks the types of the library and of its example as they are for one framework: node check.mjs cdktn
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkEntryPoint } from "../build/library/compile.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const [, , framework = "cdktf"] = process.argv;

await checkEntryPoint(root, framework).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
