import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { asked } from "../harness/asked";
import { seedOfMany } from "../harness/many-clients";
import { runCommand } from "../harness/run-command";
import { openWorld, type World } from "../harness/world";

jest.setTimeout(120_000);

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const channelId = (number: number) => `m${number}CH`;

/** Every second channel is tracked, and so is every second one of these. */
const isTracked = (number: number) => number % 2 === 0;
const flipped = numbers(100, 50);
const moved = numbers(20, 3);
const terminated = numbers(30, 2);
const newClient = "c39CL";

let world: World;
beforeAll(async () => {
  world = await openWorld({ simulator: { seed: seedOfMany(3_000, 40), ctwaField: "ctwa_enabled" } });
});

/** The report on the state as it is now. */
async function report(...args: string[]) {
  const { stdout } = await world.workspace.run("show", "-json");
  return runCommand(world, ["report", "--managed", "-", ...args], stdout);
}

test("3,000 channels of 40 clients: adopted, as declared, changed elsewhere, reported exactly, healed", async () => {
  const { simulator, workspace } = world;
  expect(await runCommand(world, ["adopt", "--out", "."])).toMatchObject({ code: 0 });
  expect(await planSummary()).toMatchObject({ switches: 0, counts: { adopted: 3_000 } });
  await workspace.apply();

  simulator.requests.clear();
  const clean = await report();
  expect(clean).toMatchObject({ code: 0, stdout: expect.stringMatching(/^as-declared +3,000 /m) });
  // The last page is full, so one more is asked for.
  expect(asked(simulator)).toEqual({ token: 1, channels: 4 });

  changeElsewhere();
  const drifted = await report("--format", "html,markdown,json", "--out", "drift");
  expect(drifted).toMatchObject({ code: 2, stdout: "" });
  const { comparison } = JSON.parse(await workspace.read("drift.json"));
  expect(comparison).toMatchObject({
    failing: 55,
    counts: { differs: 50, moved: 3, terminated: 2, missing: 0, "as-declared": 2_945 },
  });
  expect(foundAs("differs", comparison.channels)).toEqual(flipped.map(channelId));
  expect(foundAs("moved", comparison.channels)).toEqual(moved.map(channelId));
  expect(foundAs("terminated", comparison.channels)).toEqual(terminated.map(channelId));
  const named = (await workspace.read("drift.md")).match(/(?<=<tr><td><code>)\w+CH/g);
  expect(named?.sort()).toEqual([...flipped, ...moved, ...terminated].map(channelId).sort());
  expect(await workspace.read("drift.html")).toContain("55 of 3,000");

  await declareMovedAndTerminated(workspace.folder);
  // The flipped channels, and the switches of the moved ones under their new client.
  expect(await planSummary()).toMatchObject({ counts: { on: 25 + 2, off: 25 + 1 } });
  await workspace.apply();
  expect(await report()).toMatchObject({ code: 0 });
  const isHealed = (number: number) =>
    simulator.control.channel(channelId(number))?.ctwa === isTracked(number);
  expect([...flipped, ...moved].filter((number) => !isHealed(number))).toEqual([]);
});

/** Flips 50 channels, moves 3 to another client, and terminates 2. */
function changeElsewhere(): void {
  const { control } = world.simulator;
  for (const number of flipped) control.changeChannel(channelId(number), { ctwa: !isTracked(number) });
  for (const number of moved) control.changeChannel(channelId(number), { client_id: newClient });
  const ended = { hub_status: "terminated", terminated_at: new Date(Date.now() - 1_000).toISOString() };
  for (const number of terminated) control.changeChannel(channelId(number), ended);
}

function foundAs(
  finding: string,
  rows: readonly { readonly channel_id: string; readonly finding: string }[],
): string[] {
  const numberOf = (id: string) => Number(id.slice(1, -2));
  return rows
    .filter((row) => row.finding === finding)
    .map((row) => row.channel_id)
    .sort((a, b) => numberOf(a) - numberOf(b));
}

/** What `report` says of a new plan, without the hub. */
async function planSummary() {
  const { workspace } = world;
  expect(await workspace.plan()).toMatchObject({ code: 2 });
  const { stdout } = await workspace.run("show", "-json", "plan.bin");
  const args = ["report", "--plan", "-", "--offline", "--format", "json"];
  const run = await runCommand(world, args, stdout);
  expect(run).toMatchObject({ code: 0 });
  return JSON.parse(run.stdout).plan;
}

/** What a person does with the report: keys of terminated channels go, and moved keys go to their client's fleet. */
async function declareMovedAndTerminated(folder: string): Promise<void> {
  const gone = [...moved, ...terminated].map((number) => `"${channelId(number)}"`);
  const keys = moved.map((number) => `    "${channelId(number)}" = ${isTracked(number)}\n`).join("");
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".tf"))) {
    const text = await readFile(path.join(folder, file), "utf8");
    const lines = text.split("\n").filter((line) => !gone.some((key) => line.includes(key)));
    const kept = lines.join("\n");
    const isTarget = text.includes(`"${newClient}"`);
    const changed = isTarget ? kept.replace("channels = {\n", `channels = {\n${keys}`) : kept;
    await writeFile(path.join(folder, file), changed);
  }
}
