// npm run bench: every figure that the documents speak of, measured side by side in one run. A table here,
// the same in build/bench.json. Words after "npm run bench --" choose: start-up, plan, fleet, refresh, codec, library.
// With --short it is a minute's worth of the first four, and fails on a wrong number of requests and on ratios of more
// than twice their target: that is what CI runs.
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { codec } from "./codec.mjs";
import { fleets } from "./fleet.mjs";
import { library } from "./library.mjs";
import { plans } from "./plan.mjs";
import { refreshes } from "./refresh.mjs";
import { startUp } from "./start-up.mjs";
import { table } from "./table.mjs";
import { grossFailures } from "./verdict.mjs";

/**
 * What the benchmarks measure, and whether in short.
 * @typedef {{ root: string, short: boolean, executable: string, bundle: string }} Place
 * @typedef {import("./verdict.mjs").Row} Row
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** @type {Record<string, (place: Place) => Promise<Row[]>>} */
const suites = { "start-up": startUp, plan: plans, fleet: fleets, refresh: refreshes, codec, library };
const SHORT = ["start-up", "plan", "fleet", "refresh"];
const short = process.argv.includes("--short");
const words = process.argv.slice(2).filter((word) => word !== "--short");
const place = {
  root,
  short,
  executable: path.join(root, "dist/terraform-provider-dialog360"),
  bundle: path.join(root, "build/terraform-provider-dialog360.cjs"),
};

const chosen = words.length > 0 ? words : short ? SHORT : Object.keys(suites);
const unknown = chosen.find((name) => !Object.hasOwn(suites, name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}
const built = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

/** @type {Row[]} */
const rows = [];
await mkdir(path.join(root, "build"), { recursive: true });
for (const name of chosen) {
  rows.push(...((await suites[name]?.(place)) ?? []));
  await writeFile(path.join(root, "build/bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
}
console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}\n`);
console.log(table(rows));
const failures = short ? grossFailures(rows) : [];
for (const { what } of failures) console.error(`Far from what it should be: ${what}`);
process.exitCode = failures.length > 0 ? 1 : 0;
