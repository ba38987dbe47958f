import { createSimulator, type Fault, type SimulatorOptions } from "../../../src/simulator";
import { ask, askChannels, askSwitch, logIn } from "../ask";
import { manualClock } from "../manual-clock";

test("a token is refused after its last request, and a new one is good again", async () => {
  const simulator = createSimulator({ tokenRequests: 2 });
  const status = async (token: string) =>
    (await ask(simulator, "/api/v2/partners/examplePA", { headers: { authorization: `Bearer ${token}` } }))
      .status;
  const token = await logIn(simulator);
  expect([await status(token), await status(token), await status(token)]).toEqual([200, 200, 401]);
  expect(await status(await logIn(simulator))).toBe(200);
  expect((await askChannels(simulator)).status).toBe(200);
});

const enable = "/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa";

test.each([301, 302, 307, 308] as const)(
  "a switch can stand at a slash, with %d to lead there",
  async (slashStatus) => {
    const simulator = createSimulator({ slashRoutes: "switches", slashStatus });
    const { status, headers } = await askSwitch(simulator, "enable_ctwa");
    expect([status, headers.get("location")]).toEqual([slashStatus, `${enable}/`]);
    expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
    expect((await ask(simulator, `${enable}/`, { method: "POST" })).status).toBe(200);
    expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
    expect((await askChannels(simulator)).status).toBe(200);
  },
);

test("the redirect of a list keeps its query", async () => {
  const simulator = createSimulator({ slashRoutes: "lists" });
  const { headers } = await askChannels(simulator, { limit: "2", filters: '{"id":"exampleCH"}' });
  const location = headers.get("location") ?? "";
  expect((await ask(simulator, location)).json).toMatchObject({ limit: 2, total: 1 });
});

const start = Date.UTC(2026, 0, 1);
const hour = 3_600;

test.each<[SimulatorOptions, Record<string, string>]>([
  [{}, { "retry-after": "4" }],
  [{ clockSkew: hour }, { "retry-after": "4", date: "Thu, 01 Jan 2026 01:00:00 GMT" }],
  [
    { retryHint: "date", clockSkew: hour },
    { "retry-after": "Thu, 01 Jan 2026 01:00:04 GMT", date: "Thu, 01 Jan 2026 01:00:00 GMT" },
  ],
  [{ retryHint: "x-ratelimit-reset" }, { "x-ratelimit-reset": "4" }],
  [{ retryHint: "x-ratelimit-reset-epoch" }, { "x-ratelimit-reset": String(start / 1000 + 4) }],
  [{ retryHint: "ratelimit-reset" }, { "ratelimit-reset": "4" }],
])("with %j, a 429 that means four seconds says %j", async (options, expected) => {
  const requestsPerWindow = { requests: 1, seconds: 4, retryAfter: true };
  const simulator = createSimulator({ ...options, requestsPerWindow, clock: manualClock() });
  await askChannels(simulator);
  const refused = await askChannels(simulator);
  const names = ["retry-after", "x-ratelimit-reset", "ratelimit-reset"];
  expect(refused.status).toBe(429);
  expect(Object.fromEntries(refused.headers)).toMatchObject(expected);
  expect(names.filter((name) => refused.headers.has(name))).toEqual(names.filter((name) => name in expected));
  const fault = createSimulator({ ...options, clock: manualClock() });
  fault.control.addFault({ route: "channels", status: 429, retryAfter: 4 });
  expect(Object.fromEntries((await askChannels(fault)).headers)).toMatchObject(expected);
});

test.each<[NonNullable<Fault["failure"]>, unknown]>([
  ["meta", { meta: { success: false, http_code: 403, developer_message: expect.any(String) } }],
  ["http_code", { meta: { http_code: 403, developer_message: expect.any(String) } }],
  ["error", { error: "forbidden", error_description: expect.any(String) }],
  ["success", { success: false, message: expect.any(String) }],
  ["errors", { errors: [expect.any(String)] }],
])("a failure told as %s has status 200, and nothing is done", async (failure, body) => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "enable_ctwa", failure });
  const { status, json } = await askSwitch(simulator, "enable_ctwa");
  expect([status, json]).toEqual([200, body]);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
});

test("a fault can be for look-ups of a channel alone", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "channels", query: '*filters={*"id":*', status: 503, times: "always" });
  expect((await askChannels(simulator)).status).toBe(200);
  expect((await askChannels(simulator, { filters: '{"client_id":"exampleCL"}' })).status).toBe(200);
  expect((await askChannels(simulator, { limit: "1", filters: '{"id":"exampleCH"}' })).status).toBe(503);
});
