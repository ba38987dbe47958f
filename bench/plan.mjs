// What a plan costs beside the same number of built-in terraform_data blocks, which need no process and no wire.
import { openFolder } from "./folder.mjs";
import { inTurn, timed } from "./timing.mjs";

const REQUIRED =
  'terraform {\n  required_providers {\n    dialog360 = { source = "dialog360/dialog360" }\n  }\n}\nprovider "dialog360" {}\n';

const SMALLEST_WORLD = 24;

/** @returns rows for the table */
export async function plans({ executable }) {
  const one = { executable, world: SMALLEST_WORLD, most: 1, rounds: 9, allowed: (floor) => 2 * floor + 250 };
  const many = { executable, world: 1_000, most: 1_000, rounds: 5, allowed: (floor) => 1.6 * floor };
  return [...(await planOf(one)), ...(await planOf(many))];
}

async function planOf({ executable, world, most, rounds, allowed }) {
  const tracked = await openFolder({ executable, channels: world });
  const builtIn = await openFolder({ executable, channels: SMALLEST_WORLD });
  try {
    const ids = (await tracked.channelIds()).slice(0, most);
    await tracked.write(REQUIRED + ids.map(trackingBlock).join("\n"));
    await builtIn.write(ids.map(dataBlock).join("\n"));
    await builtIn.terraform("init", "-input=false");
    for (const folder of [tracked, builtIn]) await folder.terraform("apply", "-auto-approve");
    await tracked.forgetRequests();
    const seen = await inTurn(
      { tracked: () => timedPlan(tracked), builtIn: () => timedPlan(builtIn) },
      rounds,
    );
    const requests = (await tracked.requests()).length / (rounds + 1);
    const floor = seen.builtIn.median;
    const target = allowed(floor) / floor;
    return [
      { what: `plan of ${ids.length} terraform_data`, unit: "ms", ...seen.builtIn },
      {
        what: `plan of ${ids.length} of ${world} channels`,
        unit: "ms",
        ...seen.tracked,
        against: floor,
        target,
      },
      { what: "requests of that plan", unit: "", median: requests, target: 2 },
    ];
  } finally {
    await tracked.close();
    await builtIn.close();
  }
}

function timedPlan(folder) {
  return timed(() => folder.terraform("plan", "-input=false"));
}

function trackingBlock(id) {
  return `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n}`;
}

function dataBlock(id) {
  return `resource "terraform_data" "${id}" {\n  input = "${id}"\n}`;
}
