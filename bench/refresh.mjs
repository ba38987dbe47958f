// Requests and time of refreshing many separate resources, compared with as many built-in ones.
import { withGrown } from "./grown-state.mjs";
import { growthRows } from "./growth.mjs";
import { tell } from "./progress.mjs";
import { inTurn, timed } from "./timing.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {import("./timing.mjs").Figures} Figures
 * @typedef {{ size: number, rounds: number, warmUp?: boolean }} Measure
 */

const PAGE = 1_000;
const SIZES = [
  { size: 1_000, rounds: 3 },
  { size: 10_000, rounds: 1, warmUp: false },
];
const SHORT = [{ size: 1_000, rounds: 1, warmUp: false }];

/**
 * @param {Place} place
 * @returns rows for the table
 */
export async function refreshes({ executable, short }) {
  const rows = [];
  for (const measure of short ? SHORT : SIZES) rows.push(...(await refreshOf(executable, measure)));
  return [...rows, ...growthRows(rows)];
}

/**
 * @param {string} executable
 * @param {Measure} measure
 * @returns {Promise<Row[]>}
 */
function refreshOf(executable, { size, rounds, ...turns }) {
  return withGrown({ executable, size }, async ({ tracked, builtIn, count }) => {
    let requests = 0;
    /** @param {Folder} folder */
    const refresh = (folder) => timed(() => folder.terraform("plan", "-refresh-only", "-input=false"));
    const counted = async () => {
      await tracked.forgetRequests();
      const time = await refresh(tracked);
      requests = (await tracked.requests()).length;
      return time;
    };
    const seen = await inTurn({ tracked: counted, builtIn: () => refresh(builtIn) }, rounds, turns);
    tell(`refresh of ${count}`, seen);
    return rowsOf({ size, count, requests, ...seen });
  });
}

/**
 * @param {{ size: number, count: number, requests: number, tracked: Figures, builtIn: Figures }} seen
 * @returns {Row[]}
 */
function rowsOf({ size, count, requests, tracked, builtIn }) {
  const growth = "refresh of separate channels";
  // Login, first page; then look-ups until they have cost as much as the other pages would, and these pages.
  const exact = 2 + 2 * (Math.ceil(size / PAGE) - 1);
  return [
    { what: `refresh of ${count} separate terraform_data`, unit: "ms", ...builtIn },
    { what: `refresh of ${count} separate channels`, unit: "ms", growth, size, ...tracked, against: builtIn },
    { what: "requests of that refresh", unit: "", median: requests, exact },
  ];
}
