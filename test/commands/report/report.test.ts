import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseReportArguments } from "../../../src/commands/report/arguments";
import { run as runAny } from "../hub-world";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360-report-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runAny("report", ...argv);

function file(name: string, content: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

const PLAN = JSON.stringify({
  ...{ format_version: "1.2", planned_values: {}, resource_changes: [] },
  configuration: { provider_config: { d: { full_name: "example.com/dialog360/dialog360" } } },
});

test.each([
  [[], "--managed"],
  [["--managed", "a", "--plan", "b"], "one of"],
  [["--managed", ""], "empty"],
  [["--managed", "-", "--ignore", "-"], "standard input"],
  [["--declared", "a", "--format", "pdf"], '"pdf"'],
  [["--declared", "a", "--fail-on", "as-declared"], '"as-declared"'],
  [["--declared", "a", "--fail-on", "none,moved"], "alone"],
  [["--declared", "a", "--out", ""], "--out is empty"],
  [["--declared", "a", "--format", "json,html", "--out", "-"], "one format"],
  [["--declared", "a", "--offline"], "--plan"],
  [["--plan", "a", "--offline", "--format", "junit"], "junit"],
  [["--nonsense"], "--nonsense"],
])("wrong arguments end with 1, since 2 means drift, case %#", async (argv, word) => {
  const { code, stdout, stderr } = await run(...argv);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(word);
  expect(stderr).toContain("report --help");
});

test("without --fail-on, drift fails a report, and nothing fails the summary of a plan", () => {
  expect([...parseReportArguments(["--managed", "a"]).failOn]).toEqual([
    ...["missing", "terminated", "moved", "differs", "stale"],
  ]);
  expect(parseReportArguments(["--plan", "a"]).failOn.size).toBe(0);
  expect(parseReportArguments(["--managed", "a", "--fail-on", "none"]).failOn.size).toBe(0);
  expect([
    ...parseReportArguments(["--plan", "a", "--fail-on", "moved", "--fail-on", "stale"]).failOn,
  ]).toEqual(["moved", "stale"]);
});

test.each([
  ["--managed", "there is no such file", () => path.join(folder, "nothing.json")],
  ["--managed", "folder", () => folder],
  ["--managed", "not JSON", () => file("a.json", '{"format_version":"1.0","values":{"root_mod')],
  ["--managed", "a plan, not a state", () => file("a.json", PLAN)],
  ["--managed", "not a state", () => file("a.json", "{}")],
  ["--plan", "not a plan", () => file("a.json", "{}")],
  ["--plan", "one plan", () => file("a.json", PLAN + PLAN)],
  ["--declared", "no column", () => file("a.csv", "name,state\nx,on\n")],
  ["--declared", "not JSON", () => file("a.json", '[{"channel":"aCH"')],
  ["--declared", "not a text file", () => file("a.csv", "\u0000")],
])(
  "%s with a file that is %s is an error that names it, and nothing is written",
  async (option, reason, place) => {
    const named = place();
    if (reason === "not a text file") writeFileSync(named, Buffer.from([0x63, 0xff, 0xfe]));
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run(
      option,
      named,
      "--format",
      "json,html",
      "--out",
      `${folder}/x`,
    );

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(named);
    expect(stderr).toContain(reason);
    expect(readdirSync(folder)).toEqual(before);
  },
);

test("the summary of a plan needs no hub; what cannot be written leaves no other file behind", async () => {
  const plan = file("plan.json", PLAN);

  expect(await run("--plan", plan, "--offline", "--format", "markdown")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^## Plan/),
  });
  const files = ["--format", "json,markdown", "--out"];
  expect(await run("--plan", plan, "--offline", ...files, `${plan}/x`)).toMatchObject({ code: 1 });
  expect(readdirSync(folder)).toEqual(["plan.json"]);
  expect(await run("--plan", plan, "--offline", ...files, `${folder}/x`)).toMatchObject({
    code: 0,
    stdout: "",
  });
  expect(readdirSync(folder).sort()).toEqual(["plan.json", "x.json", "x.md"]);
});
