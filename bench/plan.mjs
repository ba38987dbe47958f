// What a plan of separate blocks costs beside the same number of built-in terraform_data blocks, which need no process
// and no wire.
import { withGrown } from "./grown-state.mjs";
import { growthRows } from "./growth.mjs";
import { inTurn, timed } from "./timing.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {import("./timing.mjs").Figures} Figures
 * @typedef {{ size: number, rounds: number, allowed: (floor: number) => number }} Measure
 */

/** Starting a provider three times costs something, however little there is to plan. */
/** @param {number} floor */
const ofFew = (floor) => 2 * floor + 250;
/** @param {number} floor */
const ofMany = (floor) => 1.6 * floor;
const SIZES = [
  { size: 1, rounds: 9, allowed: ofFew },
  { size: 100, rounds: 7, allowed: ofFew },
  { size: 1_000, rounds: 5, allowed: ofMany },
];
const SHORT = [
  { size: 1, rounds: 5, allowed: ofFew },
  { size: 100, rounds: 3, allowed: ofFew },
];

/**
 * @param {Place} place
 * @returns rows for the table
 */
export async function plans({ executable, short }) {
  const rows = [];
  for (const measure of short ? SHORT : SIZES) rows.push(...(await planOf(executable, measure)));
  return [...rows, ...growthRows(rows)];
}

/**
 * @param {string} executable
 * @param {Measure} measure
 * @returns {Promise<Row[]>}
 */
function planOf(executable, { size, rounds, allowed }) {
  return withGrown({ executable, size }, async ({ tracked, builtIn, count }) => {
    await tracked.forgetRequests();
    /** @param {Folder} folder */
    const plan = (folder) => () => timed(() => folder.terraform("plan", "-input=false"));
    const seen = await inTurn({ tracked: plan(tracked), builtIn: plan(builtIn) }, rounds);
    const requests = (await tracked.requests()).length / (rounds + 1);
    return rowsOf({ size, count, requests, allowed, ...seen });
  });
}

/**
 * @param {{ size: number, count: number, requests: number, allowed: (floor: number) => number, tracked: Figures, builtIn: Figures }} seen
 * @returns {Row[]}
 */
function rowsOf({ size, count, requests, allowed, tracked, builtIn }) {
  const target = allowed(builtIn.median) / builtIn.median;
  // Of fewer, the start of the processes is nearly all.
  const growth = size < 100 ? undefined : "plan of separate channels";
  return [
    { what: `plan of ${count} separate terraform_data`, unit: "ms", ...builtIn },
    {
      what: `plan of ${count} separate channels`,
      unit: "ms",
      growth,
      size,
      ...tracked,
      against: builtIn,
      target,
    },
    { what: "requests of that plan", unit: "", median: requests, exact: 2 },
  ];
}
