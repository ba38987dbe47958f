// What a plan of separate blocks costs beside the same number of built-in terraform_data blocks, which need no process
// and no wire.
import { builtInBlocks, trackedBlocks } from "./configurations.mjs";
import { openFolder } from "./folder.mjs";
import { asBuiltIn, asTracked, growState } from "./grown-state.mjs";
import { growthRows } from "./growth.mjs";
import { inTurn, timed } from "./timing.mjs";

/** Starting a provider three times costs something, however little there is to plan. */
const ofFew = (floor) => 2 * floor + 250;
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
const SMALLEST_WORLD = 24;

/** @returns rows for the table */
export async function plans({ executable, short }) {
  const rows = [];
  for (const measure of short ? SHORT : SIZES) rows.push(...(await planOf(executable, measure)));
  return [...rows, ...growthRows(rows)];
}

async function planOf(executable, { size, rounds, allowed }) {
  const world = Math.max(size, SMALLEST_WORLD);
  const tracked = await openFolder({ executable, channels: world });
  const builtIn = await openFolder({ executable, channels: 1 });
  try {
    const channels = (await tracked.channels()).slice(0, size);
    await growState(tracked, channels, { blocks: trackedBlocks, change: asTracked });
    await builtIn.write(builtInBlocks(["one"]));
    await builtIn.terraform("init", "-input=false");
    await growState(builtIn, channels, { blocks: builtInBlocks, change: asBuiltIn });
    await tracked.forgetRequests();
    const plan = (folder) => () => timed(() => folder.terraform("plan", "-input=false"));
    const seen = await inTurn({ tracked: plan(tracked), builtIn: plan(builtIn) }, rounds);
    const requests = (await tracked.requests()).length / (rounds + 1);
    return rowsOf({ size, count: channels.length, requests, allowed, ...seen });
  } finally {
    await tracked.close();
    await builtIn.close();
  }
}

function rowsOf({ size, count, requests, allowed, tracked, builtIn }) {
  const target = allowed(builtIn.median) / builtIn.median;
  const growth = "plan of separate channels";
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
