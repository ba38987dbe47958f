// npm run bench: every figure in the documents, measured side by side in one run. A table here,
// the same in build/bench.json. Words after "npm run bench --" choose suites, or single rows of fleet, blocks and
// repeated, such as fleet-50000-empty-plan. With --markdown the rows of these three go into docs/guides/scale.md.
// A wrong number of requests fails. With --short it is a minute's worth, and fails on ratios of more than twice their
// target too: that is what CI runs.
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runBuild } from "../scripts/tools/run-build.mjs";
import { beside } from "./beside.mjs";
import { codec } from "./codec.mjs";
import { writeGuide } from "./guide.mjs";
import { library } from "./library.mjs";
import { refreshes } from "./refresh.mjs";
import { suitesOfRows } from "./shapes.mjs";
import { startUp } from "./start-up.mjs";
import { table } from "./table.mjs";
import { grossFailures, inexact } from "./verdict.mjs";

/**
 * What the benchmarks measure, and whether in short.
 * @typedef {{ root: string, short: boolean, executable: string, bundle: string }} Place
 * @typedef {import("./verdict.mjs").Row} Row
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** @type {Record<string, (place: Place) => Promise<Row[]>>} */
const suites = {
  "start-up": startUp,
  blocks: beside("blocks"),
  fleet: beside("fleet"),
  repeated: beside("repeated"),
  refresh: refreshes,
  codec,
  library,
};
const rowSuites = suitesOfRows();
const SHORT = ["start-up", "blocks", "fleet", "refresh"];
const FLAGS = ["--short", "--markdown"];
const short = process.argv.includes("--short");
const markdown = process.argv.includes("--markdown");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const place = {
  root,
  short,
  executable: path.join(root, "dist/terraform-provider-dialog360"),
  bundle: path.join(root, "build/terraform-provider-dialog360.cjs"),
};

const chosen = words.length > 0 ? words : short ? SHORT : Object.keys(suites);
const flag = process.argv.slice(2).find((word) => word.startsWith("--") && !FLAGS.includes(word));
if (flag !== undefined) {
  console.error(`There is no argument ${flag}. There are: ${FLAGS.join(", ")}, and names of benchmarks.`);
  process.exit(2);
}
const unknown = chosen.find((name) => !Object.hasOwn(suites, name) && !rowSuites.has(name));
if (unknown !== undefined) {
  const names = [...Object.keys(suites), ...rowSuites.keys()].join(", ");
  console.error(`There is no benchmark "${unknown}". There are: ${names}.`);
  process.exit(2);
}
if (!runBuild(root)) process.exit(1);

/**
 * Rows of one suite are measured in the same folders.
 * @param {string} name
 */
function measureOf(name) {
  const suite = [...rowSuites.values()].find((one) => one === name);
  if (suite === undefined || chosen.includes(name)) return suites[name];
  return beside(suite, new Set(chosen));
}

/** @type {Record<string, Row[]>} */
const bySuite = {};
await mkdir(path.join(root, "build"), { recursive: true });
for (const name of new Set(chosen.map((word) => rowSuites.get(word) ?? word))) {
  bySuite[name] = (await measureOf(name)?.(place)) ?? [];
  const soFar = Object.values(bySuite).flat();
  await writeFile(path.join(root, "build/bench.json"), `${JSON.stringify(soFar, null, 2)}\n`);
}
const rows = Object.values(bySuite).flat();
if (markdown) await writeGuide(root, bySuite);
console.log(`\n${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}\n`);
console.log(table(rows));
const failures = short ? grossFailures(rows) : inexact(rows);
for (const { what } of failures) console.error(`Far off its target: ${what}`);
process.exitCode = failures.length > 0 ? 1 : 0;
