import { spawn } from "node:child_process";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { type ProgressRecord, parseProgress } from "../../../src/progress-record";
import { titles } from "../../../src/provider/titles";
import { until } from "../harness/asked";
import { fleet, fleetState } from "../harness/fleets";
import { addressOf, isOn, tracking } from "../harness/tracking";
import { executable } from "../harness/workspace";
import { openWorld, type World } from "../harness/world";

const FILE = "progress.json";
const ids = ["exampleCH", "berlinCH", "hamburgCH", "grazCH", "linzCH", "parisCH", "munichCH"];
const three = ids.slice(0, 3);

let world: World;
beforeAll(async () => {
  world = await openWorld({ env: { DIALOG360_PROGRESS_PATH: FILE } });
});
beforeEach(() => rm(path.join(world.workspace.folder, FILE), { force: true }));

async function record(): Promise<ProgressRecord> {
  return parseProgress(await world.workspace.read(FILE)) as ProgressRecord;
}

/** Starts the command that draws the file, as a person does in a second window. */
function watch() {
  const place = path.join(world.workspace.folder, FILE);
  const child = spawn(executable, ["progress", place], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const done = new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
  return { done, waits: () => until(() => said.includes(FILE)) };
}

test("an apply of a block and a fleet shows its switches and its end; a plan shows nothing", async () => {
  const { workspace } = world;
  await workspace.configure(fleet("three", three) + tracking("graz", 'channel_id = "grazCH"'));
  await workspace.plan();
  await expect(workspace.read(FILE)).rejects.toThrow("ENOENT");
  const watched = watch();
  await watched.waits();

  await workspace.apply();

  expect(await record()).toMatchObject({ outcome: "complete", done: 4, pending: 0, failed: 0 });
  expect(await watched.done).toEqual({ code: 0, said: expect.stringContaining("4 done") });
  const { mode } = await stat(path.join(workspace.folder, FILE));
  expect(mode & 0o777).toBe(0o600);
  expect(await workspace.read(FILE)).not.toMatch(/examplePA|exampleCL|berlinCH|partner@example\.com/);
});

test("a switch that the hub refuses makes it a failed one", async () => {
  const { workspace, simulator } = world;
  simulator.control.addFault({ route: "disable_ctwa", status: 422 });
  await workspace.configure(
    fleet("three", three) + tracking("graz", 'channel_id = "grazCH"', "enabled = false"),
  );
  const watched = watch();
  await watched.waits();

  expect((await workspace.run("apply", "-auto-approve", "-input=false")).code).toBe(1);

  expect(await record()).toMatchObject({ outcome: "failed", done: 0, failed: 1 });
  expect((await watched.done).code).toBe(1);
});

test("so does an error before the first switch", async () => {
  const { workspace, simulator } = world;
  await workspace.configure(fleet("three", three) + tracking("linz", 'channel_id = "linzCH"'));
  await workspace.run("plan", "-input=false", "-out=saved.bin");
  simulator.control.removeChannel("linzCH");

  expect((await workspace.run("apply", "-input=false", "saved.bin")).code).toBe(1);

  expect(await record()).toMatchObject({ outcome: "failed", failed: 0 });
});

test("a destroy counts the switches that it sends", async () => {
  await world.workspace.configure("");
  await world.workspace.apply();
  expect(await record()).toMatchObject({ outcome: "complete", done: 3 });
});

test("Ctrl-C after five of ten switches keeps those, and the next apply sends the other five", async () => {
  await world.close();
  world = await openWorld({
    env: { DIALOG360_PROGRESS_PATH: FILE, DIALOG360_MAX_CONCURRENT_REQUESTS: "1" },
    simulator: { channels: 20 },
  });
  const { workspace, simulator } = world;
  const channels = simulator.control.channels("examplePA");
  const off = channels.filter(({ terminated_at: end, ctwa }) => end === null && !ctwa);
  const ten = off.slice(0, 10).map(({ id }) => id);
  const sent = () => simulator.requests.list("enable_ctwa").length;
  await workspace.configure(fleet("ten", ten));
  simulator.control.addFault({ route: "enable_ctwa", skip: 4, delayMs: 1_500 });
  const run = workspace.start("apply", "-auto-approve", "-input=false", "-no-color");
  await until(() => sent() === 5);

  run.interrupt();
  await run.done;

  expect(sent()).toBe(5);
  expect(ten.filter((id) => isOn(world, id))).toHaveLength(5);
  expect(await record()).toMatchObject({ outcome: "stopped", done: 5, pending: 5, failed: 0 });
  expect(Object.values((await fleetState(world, "ten"))["pending"] as object)).toEqual(
    Array(5).fill("not_sent"),
  );

  await workspace.apply();
  expect(sent()).toBe(10);
  expect(await record()).toMatchObject({ outcome: "complete", done: 5, pending: 0 });
  expect((await workspace.plan()).code).toBe(0);
});

test("a file in a missing directory is a warning, and the apply is done", async () => {
  world.workspace.setEnv({ DIALOG360_PROGRESS_PATH: "missing/progress.json" });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  const { output } = await world.workspace.apply();
  expect(output).toContain(titles.progressFailed);
  expect(await world.workspace.state()).toHaveProperty([addressOf("berlin")]);
});
