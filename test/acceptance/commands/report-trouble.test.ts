import { readdir } from "node:fs/promises";
import { seedOfMany } from "../harness/many-clients";
import { runCommand } from "../harness/run-command";
import { openWorld, type World } from "../harness/world";

let world: World;
beforeAll(async () => {
  world = await openWorld({ simulator: { seed: seedOfMany(12, 3), ctwaField: "ctwa_enabled" } });
});
afterEach(() => world.simulator.control.reset());

const CSV = "channel,client,tracking\nm0CH,c0CL,on\nm1CH,c1CL,off\n";
const report = (args: readonly string[], input = CSV) =>
  runCommand(world, ["report", "--declared", "-", ...args], input);

test("only GET and the login are sent", async () => {
  world.simulator.requests.clear();
  expect(await report([])).toMatchObject({ code: 0 });
  const sent = world.simulator.requests
    .list()
    .map(({ method, route }) => (route === "token" ? "login" : method));
  expect([...new Set(sent)].sort()).toEqual(["GET", "login"]);
});

test("--fail-on decides what ends it with 2, and --ignore exempts until its day", async () => {
  const tracked = await report(["--fail-on", "unmanaged-tracked", "--format", "json"]);
  expect(tracked.code).toBe(2);
  expect(JSON.parse(tracked.stdout).comparison).toMatchObject({ failing: 5, counts: { unmanaged: 5 } });
  expect(tracked.stderr).toContain("5 unmanaged-tracked");

  const clients = [0, 1, 2].map((index) => `,c${index}CL,not yet ours,2199-12-31\n`).join("");
  await world.workspace.write("ignore.csv", `channel,client,reason,until\n${clients}`);
  const ignored = await report(["--fail-on", "unmanaged-tracked", "--ignore", "ignore.csv"]);
  expect(ignored).toMatchObject({ code: 0 });
});

test("names that are markup, templates and several lines leave each format whole", async () => {
  const all = await report([
    "--fail-on",
    "none",
    "--format",
    "html,markdown,junit,json,table",
    "--out",
    "names",
  ]);
  expect(all).toMatchObject({ code: 0, stdout: "" });
  for (const ending of ["html", "md", "xml"]) {
    expect(await world.workspace.read(`names.${ending}`)).not.toMatch(/<script>alert|\u202e/);
  }
  const lines = (await world.workspace.read("names.txt")).split("\n");
  expect(lines.filter((line) => /^m2CH .*Two.*lines \}.* unmanaged-tracked/.test(line))).toHaveLength(1);
  const { comparison } = JSON.parse(await world.workspace.read("names.json"));
  expect(comparison.channels).toHaveLength(12);
});

test("a hub that reports nothing makes declared channels unverified, and their end and move still show", async () => {
  const { control } = world.simulator;
  control.changeSettings({ ctwaField: null });
  control.changeChannel("m1CH", { client_id: "c2CL" });
  const { code, stdout } = await report(["--format", "json"]);

  expect(code).toBe(2);
  expect(JSON.parse(stdout).comparison.counts).toMatchObject({
    ...{ unverified: 1, moved: 1, differs: 0, "unmanaged-tracked": 0, unmanaged: 10 },
  });
});

test.each([
  ["a refusal", { status: 403, times: 100 }, "403"],
  ["an answer that is no JSON", { body: "<html>", times: 100 }, "html"],
])("%s is an error, nothing is written, and no secret is shown", async (_, fault, word) => {
  world.simulator.control.addFault({ route: "channels", ...fault });
  const before = await readdir(world.workspace.folder);
  const { code, stdout, stderr } = await report(["--format", "html,json", "--out", "refused"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.toLowerCase()).toContain(word);
  expect(stderr).not.toContain("example-password");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(await readdir(world.workspace.folder)).toEqual(before);
});

test("a partner without channels has a report too: what is declared is missing", async () => {
  const { control } = world.simulator;
  for (const { id } of control.channels("examplePA")) control.removeChannel(id);
  const { code, stdout } = await report(["--format", "json"]);

  expect(code).toBe(2);
  expect(JSON.parse(stdout).comparison).toMatchObject({ failing: 2, counts: { missing: 2 } });
  expect(await report(["--format", "html"], "channel,tracking\n")).toMatchObject({ code: 0 });
});
