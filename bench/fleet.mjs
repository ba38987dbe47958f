// What one fleet of many channels costs besides one terraform_data that holds the same map.
import { rm } from "node:fs/promises";
import path from "node:path";
import { builtInFleet, fleet } from "./configurations.mjs";
import { openFolder } from "./folder.mjs";
import { growthRows } from "./growth.mjs";
import { peakWhile } from "./peak-memory.mjs";
import { tell } from "./progress.mjs";
import { inTurn, timed } from "./timing.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {{ size: number, rounds: number, warmUp?: boolean }} Measure
 * @typedef {{ channels: number, ours: Folder, builtIn: Folder, turns: Omit<Measure, "size"> }} Both
 */

const PAGE = 1_000;
/** A plan without changes may take so many times as long as with the built-in object. */
const TIMES = 1.5;
/** Three starts of the provider's process, which a small fleet notices. */
const STARTS = 250;
const SIZES = [
  { size: 1_000, rounds: 5 },
  { size: 10_000, rounds: 3 },
  { size: 50_000, rounds: 1, warmUp: false },
];
const SHORT = [{ size: 1_000, rounds: 2, warmUp: false }];

/**
 * @param {Place} place
 * @returns rows for the table
 */
export async function fleets({ executable, short }) {
  const rows = [];
  for (const measure of short ? SHORT : SIZES) rows.push(...(await fleetOf(executable, measure)));
  return [...rows, ...growthRows(rows)];
}

/**
 * @param {string} executable
 * @param {Measure} measure
 * @returns {Promise<Row[]>}
 */
async function fleetOf(executable, { size, ...turns }) {
  const ours = await openFolder({ executable, channels: size });
  const builtIn = await openFolder({ executable, channels: 1 });
  try {
    const ids = await ours.channelIds();
    await ours.write(fleet(ids));
    await builtIn.write(builtInFleet(ids));
    await builtIn.terraform("init", "-input=false");
    return await rowsOf({ executable, size, channels: ids.length, ours, builtIn, turns });
  } finally {
    await ours.close();
    await builtIn.close();
  }
}

/**
 * @param {Both & { executable: string, size: number }} both
 * @returns {Promise<Row[]>}
 */
async function rowsOf({ executable, size, channels, ours, builtIn, turns }) {
  /** @type {(prepare: (folder: Folder) => Promise<void>, ...args: string[]) => ReturnType<typeof beside>} */
  const both = (prepare, ...args) => beside({ channels, ours, builtIn, turns }, prepare, args);
  const pages = Math.ceil(size / PAGE);
  const lookUp = 1 + pages;
  // The plan and the apply each look at all channels first; the simulator reports no tracking state to look at after.
  const all = 2 * lookUp + channels;
  /** @type {(what: string, seen: Awaited<ReturnType<typeof beside>>, wanted: { exact: number }) => [Row, Row, Row]} */
  const row = (what, { ours: seen, floor, requests }, wanted) => [
    { what: `${what} of ${channels} in one terraform_data`, unit: "ms", ...floor },
    {
      what: `${what} of a fleet of ${channels}`,
      unit: "ms",
      growth: `${what} of a fleet`,
      size,
      ...seen,
      against: floor,
    },
    { what: `requests of that ${what}`, unit: "", median: requests, ...wanted },
  ];
  const { result: created, peak: applyPeak } = await peakWhile(executable, () =>
    both(forget, "apply", "-auto-approve", "-input=false"),
  );
  const { result: again, peak: planPeak } = await peakWhile(executable, () =>
    both(nothing, "plan", "-input=false"),
  );
  const peaks = { apply: applyPeak, plan: planPeak };
  const refreshed = await both(nothing, "plan", "-refresh-only", "-input=false");
  const planned = await both(forget, "plan", "-input=false");
  const [floor, plan, requests] = row("plan without changes", again, { exact: lookUp });
  return [
    ...row("plan of a new one", planned, { exact: lookUp }),
    ...[floor, { ...plan, target: allowed(size, floor.median) }, requests],
    ...row("refresh", refreshed, { exact: lookUp }),
    ...row("apply of a new one", created, { exact: all }),
    ...Object.entries(peaks).map(([what, median]) => ({
      what: `provider's peak memory, ${what} of a fleet of ${channels}`,
      unit: "MB",
      median,
    })),
  ];
}

/**
 * @param {number} size
 * @param {number} floor
 */
function allowed(size, floor) {
  return size < 10_000 ? TIMES + STARTS / floor : TIMES;
}

/**
 * The same command in both folders in turn, with the number of requests that one of ours makes.
 * @param {Both} both
 * @param {(folder: Folder) => Promise<void>} prepare
 * @param {string[]} args
 */
async function beside({ channels, ours, builtIn, turns }, prepare, args) {
  let runs = 0;
  await ours.forgetRequests();
  /** @type {(folder: Folder) => () => Promise<number>} */
  const once = (folder) => async () => {
    await prepare(folder);
    return timed(() => folder.terraform(...args));
  };
  const counted = async () => {
    runs += 1;
    return once(ours)();
  };
  const seen = await inTurn({ ours: counted, floor: once(builtIn) }, turns.rounds, turns);
  tell(`${args.slice(0, 2).join(" ")} of a fleet of ${channels}`, seen);
  return { ...seen, requests: (await ours.requests()).length / runs };
}

/**
 * Terraform then knows of nothing, and creates.
 * @param {Folder} folder
 */
async function forget({ folder }) {
  await rm(path.join(folder, "terraform.tfstate"), { force: true });
}

async function nothing() {}
