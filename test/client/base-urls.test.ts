import { checkBaseUrls, DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../src/client";

const check = (hubBaseUrl: string, signalsBaseUrl = DEFAULT_SIGNALS_BASE_URL) =>
  checkBaseUrls({ hubBaseUrl, signalsBaseUrl });

test.each([
  [DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL],
  [`${DEFAULT_HUB_BASE_URL}/`, `${DEFAULT_SIGNALS_BASE_URL}/`],
  ["http://127.0.0.1:4010/api/v2", "http://localhost:4010/signals"],
  ["http://[::1]:4010", "https://mocks.example/signals/1"],
])("nothing speaks against %s and %s", (hub, signals) => {
  expect(check(hub, signals)).toEqual([]);
});

test.each([
  ["not a url", "malformed", "error"],
  ["hub.360dialog.io/api/v2", "malformed", "error"],
  ["ftp://hub.360dialog.io", "malformed", "error"],
  ["https://someone:secret@hub.360dialog.io/api/v2", "malformed", "error"],
  ["https://hub.360dialog.io/api/v2?x=1", "malformed", "error"],
  ["https://api.signals.360dialog.io", "wrong_host", "error"],
  ["https://hub.360dialog.com", "wrong_host", "error"],
  ["https://waba-v2.360dialog.io", "wrong_host", "error"],
  ["https://hub.360dialog.io", "wrong_path", "warning"],
  ["https://hub.360dialog.io/api/v1", "wrong_path", "warning"],
  ["http://hub.example/api/v2", "insecure", "warning"],
])("the hub base URL %s is %s, which is an %s", (url, kind, severity) => {
  expect(check(url)).toEqual([expect.objectContaining({ setting: "hubBaseUrl", kind, severity })]);
});

test("a password in a base URL is not repeated", () => {
  expect(check("https://someone:secret@hub.360dialog.io/api/v2")[0]?.message).not.toContain("secret");
});

test("swapped base URLs are two errors that say which API lives where", () => {
  const problems = check(DEFAULT_SIGNALS_BASE_URL, DEFAULT_HUB_BASE_URL);
  expect(problems.map((problem) => [problem.setting, problem.kind])).toEqual([
    ["hubBaseUrl", "wrong_host"],
    ["signalsBaseUrl", "wrong_host"],
  ]);
  expect(problems[0]?.message).toMatch(/api\.signals\.360dialog\.io .*\bSignals API\b/);
  expect(problems[1]?.message).toMatch(/hub\.360dialog\.io .*\bPartner Hub\b/);
});
