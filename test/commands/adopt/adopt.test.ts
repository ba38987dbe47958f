import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Simulator } from "../../../src/simulator";
import { type HubWorld, openHubWorld, run as runAny } from "../hub-world";

let world: HubWorld;
let simulator: Simulator;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360-adopt-"));
  world = await openHubWorld();
  simulator = world.simulator;
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const run = (...argv: string[]) => runAny("adopt", ...argv);

const stateOf = (channels: Readonly<Record<string, boolean>>) =>
  JSON.stringify({
    format_version: "1.0",
    values: {
      root_module: {
        resources: [
          {
            ...{ mode: "managed", type: "dialog360_ctwa_tracking_fleet" },
            ...{ address: "dialog360_ctwa_tracking_fleet.bakery_example", values: { channels } },
          },
        ],
      },
    },
  });

test("it prints data on standard output and the summary on standard error", async () => {
  const { code, stdout, stderr } = await run("--as", "csv", "--client", "bakeryCL");

  expect(code).toBe(0);
  expect(stdout.trimEnd().split("\r\n")).toHaveLength(5);
  expect(stderr).toMatch(/^Bakery Example, bakeryCL +4 +1 +3 +0 +0$/m);
});

test("it writes a file for each client, and the provider block where there is none yet", async () => {
  const out = path.join(folder, "all");
  const relative = path.relative(process.cwd(), out);
  const written = await run("--client", "bakeryCL,cyclesCL", "--out", relative);
  expect(written).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining(` ${out}.`) });
  expect(readdirSync(out).sort()).toEqual(["bakery_example.tf", "cycles_example.tf", "terraform.tf"]);

  const again = await run("--client", "bakeryCL", "--out", out);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("bakery_example.tf") });
  expect(await run("--client", "bakeryCL", "--out", out, "--force")).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toHaveLength(3);
});

test("what a state manages is left out, and its names are not used again", async () => {
  const state = path.join(folder, "state.json");
  writeFileSync(state, `${stateOf({ viennaCH: true })}\n${stateOf({ grazCH: false })}\n`);
  const { code, stdout } = await run("--client", "bakeryCL", "--managed", state);

  expect(code).toBe(0);
  expect(stdout).toContain('"bakery_example_bakerycl"');
  expect(stdout.match(/"\w+CH"/g)).toEqual(['"linzCH"', '"salzburgCH"']);
});

test("states that manage no channel are a warning", async () => {
  const state = path.join(folder, "state.json");
  writeFileSync(state, '{"format_version":"1.0"}');

  expect((await run("--as", "csv", "--managed", state)).stderr).toContain("--managed");
});

test("where everything is managed there is nothing to write, and that is no failure", async () => {
  const state = path.join(folder, "state.json");
  writeFileSync(state, stateOf({ viennaCH: true, grazCH: true, linzCH: true, salzburgCH: true }));
  const out = path.join(folder, "all");

  expect(await run("--client", "bakeryCL", "--managed", state, "--out", out)).toMatchObject({ code: 0 });
  expect(existsSync(out)).toBe(false);
});

test.each([
  ["no such format", ["--as", "yaml"], 2, "--as"],
  ["no such account mode", ["--account-mode", "test"], 2, "--account-mode"],
  ["an empty folder name", ["--out", ""], 2, "--out"],
  ["a client that the partner does not have", ["--client", "strangeCL"], 1, "strangeCL"],
  ["no channel", ["--name", "no such name"], 1, "examplePA"],
  ["a state that is missing", ["--managed", "/nowhere/state.json"], 1, "/nowhere/state.json"],
])("%s is an error, and nothing is written", async (_name, argv, code, fact) => {
  const out = path.join(folder, "all");
  const ended = await run("--out", out, ...argv);

  expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(fact) });
  expect(existsSync(out)).toBe(false);
});

test("--tracked-only says what it lacks where the hub reports nothing", async () => {
  simulator.control.changeSettings({ ctwaField: null });
  const { code, stderr } = await run("--tracked-only");

  expect(code).toBe(1);
  expect(stderr).toContain("DIALOG360_CTWA_STATUS_FIELD");
});

test("an interrupted run leaves nothing behind", async () => {
  simulator.control.addFault({ route: "channels", delayMs: 60_000, times: "always" });
  const out = path.join(folder, "all");
  const running = run("--out", out);
  setTimeout(() => process.emit("SIGINT"), 50);

  expect(await running).toMatchObject({ code: 1, stderr: expect.stringContaining("interrupted") });
  expect(existsSync(out)).toBe(false);
});
