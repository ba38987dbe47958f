import { readFileSync } from "node:fs";
import path from "node:path";
import { Diagnostics } from "../../src/framework";
import { checkConfiguration, resolveSettings } from "../../src/provider/settings/resolve";
import { type Configuration, settingsSchema } from "../../src/provider/settings/schema";
import { reportUsage } from "../../src/provider/usage-report";
import { folder } from "./settings/folder";

const { path: home, write } = folder();

const LIST = {
  endpoint: "GET /partners/{partner_id}/channels",
  requests: 3,
  retries: 1,
  tooMany: 1,
  waitedMs: 2_500,
};
const LOGIN = { endpoint: "POST /token", requests: 1, retries: 0, tooMany: 0, waitedMs: 0 };

function reported(place: string | null, applied = false) {
  const lines: [string, string, Record<string, unknown>][] = [];
  const log = { log: (...line: (typeof lines)[number]) => void lines.push(line) } as never;
  reportUsage({ endpoints: [LIST, LOGIN], applied }, log, place);
  return lines;
}

test("one line of the log tells what a process came to", () => {
  const lines = reported(null, true);
  expect(lines).toEqual([
    [
      "info",
      "requests of this process",
      {
        provider_version: expect.stringMatching(/^\d/),
        process_id: process.pid,
        started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        ended_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        applied: true,
        requests: 4,
        retries: 1,
        too_many_requests: 1,
        waited_ms: 2_500,
        endpoints: [
          { endpoint: LIST.endpoint, requests: 3, retries: 1, too_many_requests: 1, waited_ms: 2_500 },
          { endpoint: "POST /token", requests: 1, retries: 0, too_many_requests: 0, waited_ms: 0 },
        ],
      },
    ],
  ]);
});

test("the same is appended to the file, one line for each process, after what stands there", () => {
  const place = write("usage.jsonl", '{"earlier":true}\n');
  const [[, , first] = []] = reported(place);
  reported(place, true);
  const lines = readFileSync(place, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { earlier: true },
    first,
    expect.objectContaining({ applied: true }),
  ]);
});

test.each([
  ["a folder that is missing", () => path.join(home, "none", "usage.jsonl")],
  ["a folder in the file's place", () => home],
])("%s is a warning in the log, and nothing is thrown", (_, place) => {
  const lines = reported(place());
  expect(lines.map(([level, message]) => `${level}: ${message}`)).toEqual([
    "info: requests of this process",
    "warn: the usage report was not written",
  ]);
});

describe("a target that cannot be written is a warning at usage_report_path", () => {
  function warnings(given: string | null, environment = {}) {
    const nothing = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
    const config = { ...(nothing as unknown as Configuration), api_key: "k-1", usage_report_path: given };
    const [validate, configure] = [new Diagnostics(), new Diagnostics()];
    checkConfiguration(config, validate);
    const { usageReportPath } = resolveSettings(config, environment, configure);
    return { validate: validate.list, configure: configure.list, usageReportPath };
  }

  test.each([
    ["a missing folder", () => path.join(home, "none", "usage.jsonl"), /directory that does not exist/],
    ["a folder", () => home, /which is a directory/],
    ["a path through a file", () => path.join(write("file", ""), "x"), /not a directory/],
  ])("%s, which validate tells", (_, place, expected) => {
    const { validate, configure } = warnings(place());
    expect(validate).toEqual([
      expect.objectContaining({
        severity: "warning",
        detail: expect.stringMatching(expected),
        path: [{ attribute: "usage_report_path" }],
      }),
    ]);
    expect(configure).toEqual([]);
  });

  test("which configuring tells where the environment names it", () => {
    const { configure } = warnings(null, { DIALOG360_USAGE_REPORT_PATH: path.join(home, "none", "x") });
    expect(configure).toEqual([
      expect.objectContaining({
        severity: "warning",
        detail: expect.stringContaining("DIALOG360_USAGE_REPORT_PATH"),
      }),
    ]);
  });

  test("and one that can be is none", () => {
    const place = path.join(home, "new.jsonl");
    expect(warnings(place)).toEqual({ validate: [], configure: [], usageReportPath: place });
  });
});
