import { Diagnostics, UNKNOWN } from "../../../src/framework";
import { checkConfiguration, resolveSettings } from "../../../src/provider/settings/resolve";
import { type Configuration, settingsSchema, variableOf } from "../../../src/provider/settings/schema";
import type { Environment } from "../../../src/provider/settings/sources";

function configuration(parts: Partial<Configuration> = {}): Configuration {
  const nothing = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
  return { ...(nothing as unknown as Configuration), ...parts };
}

function resolve(parts: Partial<Configuration>, environment: Environment = {}) {
  const diagnostics = new Diagnostics();
  const settings = resolveSettings(configuration(parts), environment, diagnostics);
  return { settings, list: diagnostics.list, text: JSON.stringify(diagnostics.list) };
}

const LOGIN = { username: "partner@example.com", password: "example-password" };
const ENV_LOGIN = { DIALOG360_USERNAME: "env@example.com", DIALOG360_PASSWORD: "env-password" };

describe("settings", () => {
  test("have defaults", () => {
    expect(resolve(LOGIN).settings).toEqual({
      partnerId: null,
      credentials: LOGIN,
      hubBaseUrl: "https://hub.360dialog.io/api/v2",
      signalsBaseUrl: "https://api.signals.360dialog.io",
      ctwaStatusField: null,
      requestTimeoutMs: 30_000,
      maxRetries: 4,
      rateLimit: null,
      maxConcurrentRequests: null,
      pageSize: null,
      readOnly: false,
      progressPath: null,
      usageReportPath: null,
      authorities: [],
      maxDisablesPerRun: null,
      planChecks: "error",
      partnerSource: null,
      unknown: [],
      unknownForWrites: [],
      unknownForSignals: [],
    });
  });

  test("can all come from the environment", () => {
    const environment = {
      ...ENV_LOGIN,
      DIALOG360_PARTNER_ID: "envPA",
      DIALOG360_API_KEY: "env-key",
      DIALOG360_HUB_BASE_URL: "http://127.0.0.1:1/api/v2",
      DIALOG360_SIGNALS_BASE_URL: "http://127.0.0.1:1/signals",
      DIALOG360_CTWA_STATUS_FIELD: "integration.ctwa",
      DIALOG360_REQUEST_TIMEOUT: "1m30s",
      DIALOG360_MAX_RETRIES: "0",
      DIALOG360_RATE_LIMIT: "5/30s",
      DIALOG360_MAX_CONCURRENT_REQUESTS: "2",
      DIALOG360_PAGE_SIZE: "250",
      DIALOG360_READ_ONLY: "1",
      DIALOG360_PROGRESS_PATH: "/progress.json",
      DIALOG360_USAGE_REPORT_PATH: "/usage.jsonl",
      DIALOG360_MAX_DISABLES_PER_RUN: "0",
      DIALOG360_PLAN_CHECKS: "warning",
    };
    const { settings, list } = resolve({}, environment);

    expect(list).toEqual([]);
    expect(settings).toEqual({
      partnerId: "envPA",
      credentials: { username: "env@example.com", password: "env-password", apiKey: "env-key" },
      hubBaseUrl: "http://127.0.0.1:1/api/v2",
      signalsBaseUrl: "http://127.0.0.1:1/signals",
      ctwaStatusField: "integration.ctwa",
      requestTimeoutMs: 90_000,
      maxRetries: 0,
      rateLimit: { requests: 5, perSeconds: 30 },
      maxConcurrentRequests: 2,
      pageSize: 250,
      readOnly: true,
      progressPath: "/progress.json",
      usageReportPath: "/usage.jsonl",
      authorities: [],
      maxDisablesPerRun: 0,
      planChecks: "warning",
      partnerSource: "environment",
      unknown: [],
      unknownForWrites: [],
      unknownForSignals: [],
    });
  });

  test("of the configuration win over the environment, one by one", () => {
    const environment = { DIALOG360_PARTNER_ID: "envPA", DIALOG360_REQUEST_TIMEOUT: "1s" };

    expect(resolve({ ...LOGIN, partner_id: "examplePA" }, environment).settings).toMatchObject({
      partnerId: "examplePA",
      requestTimeoutMs: 1_000,
    });
  });

  test.each([
    ["true", true],
    [" TRUE ", true],
    ["false", false],
    ["0", false],
  ])("of the environment are a bool where they say %j", (word, readOnly) => {
    expect(resolve(LOGIN, { DIALOG360_READ_ONLY: word })).toMatchObject({ settings: { readOnly }, list: [] });
  });

  test("of the configuration can be a bool and a number", () => {
    const { settings } = resolve({ ...LOGIN, read_only: true, max_disables_per_run: 3 });

    expect(settings).toMatchObject({ readOnly: true, maxDisablesPerRun: 3 });
    expect(resolve({ ...LOGIN, read_only: false }, { DIALOG360_READ_ONLY: "1" }).settings.readOnly).toBe(
      false,
    );
  });

  test.each(["", "  "])("that are %j in the environment count as not set", (empty) => {
    const environment = { ...ENV_LOGIN, DIALOG360_PARTNER_ID: empty, DIALOG360_ACCESS_TOKEN: empty };

    expect(resolve({}, environment)).toMatchObject({ settings: { partnerId: null }, list: [] });
  });

  test("each name their variable in their description", () => {
    for (const [name, { description }] of Object.entries(settingsSchema)) {
      expect(description).toContain(`\`${variableOf(name as keyof typeof settingsSchema)}\``);
    }
  });

  test("that are secret are sensitive", () => {
    const sensitive = Object.entries(settingsSchema).filter(([, attribute]) => attribute.sensitive);

    expect(sensitive.map(([name]) => name)).toEqual(["password", "access_token", "api_key"]);
  });
});

describe("credentials", () => {
  test.each([
    ["an API key", { api_key: "key" }, { apiKey: "key" }],
    ["a token", { access_token: "Bearer token" }, { accessToken: "Bearer token" }],
    ["a token beside an API key", { access_token: "t", api_key: "k" }, { accessToken: "t", apiKey: "k" }],
    ["a login beside an API key", { ...LOGIN, api_key: "k" }, { ...LOGIN, apiKey: "k" }],
  ])("may be %s", (_, given, credentials) => {
    expect(resolve(given)).toMatchObject({ settings: { credentials }, list: [] });
  });

  test.each([
    ["api_key", { api_key: "key" }, { apiKey: "key" }],
    ["access_token", { access_token: "token" }, { accessToken: "token" }],
    ["an api_key that is not known yet", { api_key: UNKNOWN }, {}],
  ])("of the environment are ignored as a group once the configuration names %s", (_, given, credentials) => {
    const environment = { ...ENV_LOGIN, DIALOG360_ACCESS_TOKEN: "env-token", DIALOG360_API_KEY: "env-key" };
    const { settings, list } = resolve(given, environment);

    expect(settings.credentials).toEqual(credentials);
    expect(list).toEqual([]);
  });

  test("are missing: one error that names all ways and their variables", () => {
    const { list } = resolve({});

    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ severity: "error", summary: "Missing credentials" });
    for (const name of ["username", "password", "access_token", "api_key"] as const) {
      expect(list[0]?.detail).toContain(name);
      expect(list[0]?.detail).toContain(variableOf(name));
    }
    expect(list[0]).not.toHaveProperty("path");
  });

  test.each([
    ["a token and a password", { ...LOGIN, access_token: "secret-token" }, "Conflicting credentials"],
    ["a token and a user name", { username: "u", access_token: "secret-token" }, "Conflicting credentials"],
    ["a password without user name", { password: "secret-password" }, "Incomplete credentials"],
    ["a user name without password", { username: "u" }, "Incomplete credentials"],
  ])("in the configuration cannot be %s, as validate says already", (_, given, summary) => {
    const diagnostics = new Diagnostics();
    checkConfiguration(configuration(given), diagnostics);
    const { list, text } = resolve(given, ENV_LOGIN);

    expect(list).toEqual([expect.objectContaining({ severity: "error", summary })]);
    expect(diagnostics.list).toEqual(list);
    expect(text).toMatch(/username.*DIALOG360_USERNAME/);
    expect(text).not.toMatch(/secret-/);
  });

  test.each([
    ["a token and a login", { ...ENV_LOGIN, DIALOG360_ACCESS_TOKEN: "t" }, "Conflicting credentials"],
    ["a password without user name", { DIALOG360_PASSWORD: "p" }, "Incomplete credentials"],
  ])("in the environment cannot be %s", (_, environment, summary) => {
    const { list } = resolve({}, environment);

    expect(list).toEqual([
      expect.objectContaining({ summary, detail: expect.stringMatching(/^The environment sets DIALOG360_/) }),
    ]);
  });

  test("that are missing are no matter for validate", () => {
    const diagnostics = new Diagnostics();
    checkConfiguration(configuration(), diagnostics);

    expect(diagnostics.list).toEqual([]);
  });

  test("that are not known yet are neither missing nor half there", () => {
    const { settings, list } = resolve({ username: "u", password: UNKNOWN });

    expect(list).toEqual([]);
    expect(settings.unknown).toEqual(["password"]);
  });

  test("are there without a partner, which may be unknown as well", () => {
    const guards = resolve({ ...LOGIN, read_only: UNKNOWN, max_disables_per_run: UNKNOWN }).settings;
    expect(guards).toMatchObject({ unknown: [], unknownForWrites: ["read_only", "max_disables_per_run"] });
    const tuning = resolve({ ...LOGIN, max_retries: UNKNOWN, request_timeout: UNKNOWN }).settings;
    expect(tuning).toMatchObject({ unknown: [], unknownForWrites: [] });
    const signals = resolve({ ...LOGIN, signals_base_url: UNKNOWN }).settings;
    expect(signals).toMatchObject({ unknown: [], unknownForSignals: ["signals_base_url"] });
    expect(resolve({ ...LOGIN, plan_checks: UNKNOWN }).settings).toMatchObject({
      planChecks: "off",
      unknown: [],
    });
    expect(resolve({ ...LOGIN, partner_id: UNKNOWN }).settings).toMatchObject({
      partnerId: UNKNOWN,
      unknown: [],
    });
  });
});

describe("a setting of the environment", () => {
  test.each([
    ["DIALOG360_HUB_BASE_URL", "hub.example", /URL|https/],
    ["DIALOG360_HUB_BASE_URL", "https://api.signals.360dialog.io", /signals_base_url/],
    ["DIALOG360_SIGNALS_BASE_URL", "https://hub.360dialog.io/api/v2", /hub_base_url/],
    ["DIALOG360_REQUEST_TIMEOUT", "soon", /duration/],
    ["DIALOG360_MAX_RETRIES", "many", /whole number/],
    ["DIALOG360_MAX_RETRIES", "21", /whole number/],
    ["DIALOG360_RATE_LIMIT", "soon", /such as "5\/30s"; it is "soon"/],
    ["DIALOG360_MAX_CONCURRENT_REQUESTS", "33", /whole number from 1 to 32/],
    ["DIALOG360_PAGE_SIZE", "1001", /from 1 to 1000/],
    ["DIALOG360_READ_ONLY", "yes", /true or false; it is "yes"/],
    ["DIALOG360_READ_ONLY", "constructor", /it is "constructor"/],
    ["DIALOG360_MAX_DISABLES_PER_RUN", "-1", /whole number/],
    ["DIALOG360_MAX_DISABLES_PER_RUN", "1.5", /whole number/],
    ["DIALOG360_PARTNER_ID", "example/PA", /id/],
    ["DIALOG360_CTWA_STATUS_FIELD", "a..b", /dots/],
  ])("%s = %j is reported by the name of the variable", (variable, value, expected) => {
    const { list } = resolve({}, { ...ENV_LOGIN, [variable]: value });

    expect(list).toEqual([
      expect.objectContaining({
        severity: "error",
        summary: `Invalid ${variable}`,
        detail: expect.stringMatching(expected),
      }),
    ]);
  });

  test("that is secret is not shown when it is malformed", () => {
    const { list, text } = resolve({}, { DIALOG360_API_KEY: "secret\nkey" });

    expect(list).toHaveLength(1);
    expect(text).not.toMatch(/secret/);
  });
});

describe("a rate limit", () => {
  test("of the configuration has two parts", () => {
    const rate_limit = { requests: 300, per_seconds: 60 };

    expect(resolve({ ...LOGIN, rate_limit }).settings.rateLimit).toEqual({ requests: 300, perSeconds: 60 });
  });

  test("is not known while one of them is not", () => {
    const rate_limit = { requests: UNKNOWN as unknown as number, per_seconds: 60 };
    const { settings } = resolve({ ...LOGIN, rate_limit });

    expect(settings).toMatchObject({ rateLimit: null, unknown: ["rate_limit"] });
  });
});

describe("a base URL without encryption", () => {
  test.each([
    ["hub_base_url", "http://hub.example/api/v2"],
    ["signals_base_url", "http://signals.example"],
  ])("is a warning at %s, from validate alone", (name, url) => {
    const diagnostics = new Diagnostics();
    checkConfiguration(configuration({ [name]: url }), diagnostics);

    expect(diagnostics.list).toEqual([
      expect.objectContaining({ severity: "warning", path: [{ attribute: name }] }),
    ]);
    expect(resolve({ ...LOGIN, [name]: url }).list).toEqual([]);
  });

  test("is a warning that names its variable", () => {
    const { list } = resolve({}, { ...ENV_LOGIN, DIALOG360_HUB_BASE_URL: "http://hub.example/api/v2" });

    expect(list).toEqual([
      expect.objectContaining({
        severity: "warning",
        detail: expect.stringContaining("DIALOG360_HUB_BASE_URL"),
      }),
    ]);
  });

  test.each(["http://localhost:8080/x", "http://127.0.0.1:1", "http://[::1]:1/x"])("is fine at %s", (url) => {
    const diagnostics = new Diagnostics();
    checkConfiguration(configuration({ hub_base_url: url, signals_base_url: url }), diagnostics);

    expect(diagnostics.list).toEqual([]);
  });
});
