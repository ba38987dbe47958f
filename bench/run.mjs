// npm run bench: every figure that the documents speak of, measured side by side in one run. A table here,
// the same in build/bench.json. Words after "npm run bench --" choose: start-up, plan, codec, library.
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { codec } from "./codec.mjs";
import { library } from "./library.mjs";
import { plans } from "./plan.mjs";
import { startUp } from "./start-up.mjs";
import { table } from "./table.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const suites = { "start-up": startUp, plan: plans, codec, library };
const place = {
  root,
  executable: path.join(root, "dist/terraform-provider-dialog360"),
  bundle: path.join(root, "build/terraform-provider-dialog360.cjs"),
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(suites);
const unknown = chosen.find((name) => !Object.hasOwn(suites, name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}
const built = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

const rows = [];
for (const name of chosen) rows.push(...(await suites[name](place)));
console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}\n`);
console.log(table(rows));
await mkdir(path.join(root, "build"), { recursive: true });
await writeFile(path.join(root, "build/bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
