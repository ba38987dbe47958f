import { createSimulator, type Fault, SimulatorError } from "../../../src/simulator";
import { ask, askChannels, askSwitch, asPartner } from "../ask";
import { manualClock } from "../manual-clock";

test("a fault meets the next requests of its route, so many times, and no others", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "channels", status: 503, times: 2, skip: 1 });
  const statuses = [];
  for (let turn = 0; turn < 4; turn++) {
    statuses.push((await askChannels(simulator)).status, (await askSwitch(simulator, "enable_ctwa")).status);
  }
  expect(statuses).toEqual([200, 200, 503, 200, 503, 200, 200, 200]);
  expect(simulator.control.faults()).toEqual([]);
});

test("a fault can be for a path alone, with * for any text, and for its third request", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "any", path: "*/channels/exampleCH/*_ctwa", skip: 2, status: 503 });
  const statuses = [];
  for (const action of ["enable_ctwa", "disable_ctwa", "enable_ctwa", "disable_ctwa"] as const) {
    statuses.push((await askSwitch(simulator, action)).status);
    statuses.push((await askSwitch(simulator, action, "berlinCH")).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 503, 200, 200, 200]);
});

test.each([
  ["/api/v2/token", "token", true],
  ["/api/v2/toke", "token", false],
  ["*", "token", true],
  ["/api/*/token", "token", true],
  ["/api/v2/token*token", "token", false],
  ["/api/*channels*CH/*", "enable_ctwa", true],
  ["/api/*channels*CH", "enable_ctwa", false],
  ["*/partners/*/channels", "channels", true],
  ["*/partners/*/channels", "enable_ctwa", false],
])("the path %s meets the route %s: %s", async (path, name, met) => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "any", path, status: 418 });
  const [asked, method] = addresses[name] ?? ["", ""];
  expect((await ask(simulator, asked, { method })).status === 418).toBe(met);
});

const addresses: Readonly<Record<string, readonly [path: string, method: string]>> = {
  token: ["/api/v2/token", "POST"],
  partner: ["/api/v2/partners/examplePA", "GET"],
  clients: ["/api/v2/partners/examplePA/clients", "GET"],
  channels: ["/api/v2/partners/examplePA/channels", "GET"],
  enable_ctwa: ["/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa", "POST"],
  disable_ctwa: ["/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/disable_ctwa", "POST"],
  facebook_accounts: ["/signals/v1/clients/exampleCL/facebook-accounts", "GET"],
  facebook_account: ["/signals/v1/clients/exampleCL/facebook-accounts/910000000000001", "GET"],
  ads: ["/signals/v1/app/100001/ads/account/900000000000102", "GET"],
  ad: ["/signals/v1/app/100001/ads/920000000001001", "GET"],
  keyword_postback: ["/signals/v1/app/100001/ads/920000000001001/keywords/1001/signal", "GET"],
};

test.each(Object.entries(addresses))("the route %s has its own faults", async (route, [path, method]) => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: route as Fault["route"], status: 418, times: "always" });
  for (const [name, [otherPath, otherMethod]] of Object.entries(addresses)) {
    const { status } = await ask(simulator, otherPath, { method: otherMethod });
    expect([name, status === 418]).toEqual([name, name === route]);
  }
  simulator.control.clearFaults();
  expect((await ask(simulator, path, { method })).status).not.toBe(418);
});

test("a fault for any route meets every path, but not the control surface", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "any", status: 503, times: "always" });
  for (const [path, method] of [...Object.values(addresses), ["/nowhere", "GET"] as const]) {
    expect((await ask(simulator, path, { method })).status).toBe(503);
  }
  expect((await ask(simulator, "/_simulator/requests")).status).toBe(200);
});

test.each([
  ["a status alone, at the hub", "channels", { status: 500 }, 500, /"developer_message":"simulated/],
  ["a status alone, at the token endpoint", "token", { status: 500 }, 500, /"error":"server_error"/],
  ["a status alone, at Signals", "ads", { status: 500 }, 500, /^\{"message":/],
  [
    "a body of its own",
    "channels",
    { status: 403, body: { error: { message: "no" } } },
    403,
    /^\{"error":\{/,
  ],
  ["JSON of the wrong shape", "channels", { body: [1] }, 200, /^\[1\]$/],
  ["JSON null", "channels", { body: null }, 200, /^null$/],
  ["broken JSON", "channels", { body: '{"partner_ch' }, 200, /^\{"partner_ch$/],
  ["a page of HTML", "channels", { html: true }, 502, /^<!DOCTYPE html>/],
  ["a page of HTML that says all is well", "channels", { html: true, status: 200 }, 200, /^<!DOCTYPE html>/],
  ["a hundred bytes with a status", "channels", { bytes: 100, status: 500 }, 500, /^\{"filler":"x{87}"\}$/],
  ["no body", "channels", { empty: true }, 200, /^$/],
  ["no body and no content", "channels", { empty: true, status: 204 }, 204, /^$/],
] as const)("an answer can be %s", async (_what, route, effects, status, body) => {
  const simulator = createSimulator();
  simulator.control.addFault({ route, ...effects });
  const [path, method] = addresses[route] ?? ["", ""];
  const answered = await ask(simulator, path, { method });
  expect(answered.status).toBe(status);
  expect(answered.text).toMatch(body);
});

test("an answer can be ten megabytes of nothing", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "channels", bytes: 10_000_000 });
  const { status, text, json } = await askChannels(simulator);
  expect([status, text.length, Object.keys(json)]).toEqual([200, 10_000_000, ["filler"]]);
});

test.each([
  [429, { retryAfter: 7 }, "retry-after", "7"],
  [503, { retryAfter: "Thu, 01 Jan 2026 00:00:09 GMT" }, "retry-after", "Thu, 01 Jan 2026 00:00:09 GMT"],
  [302, { headers: { location: "http://elsewhere.example/" } }, "location", "http://elsewhere.example/"],
])("a %d can carry %j", async (status, extra, header, value) => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "channels", status, ...extra });
  expect((await askChannels(simulator)).headers.get(header)).toBe(value);
});

test("a switch that fails is not carried out, unless the fault says that it was applied", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "enable_ctwa", status: 500 });
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(500);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
  simulator.control.addFault({ route: "enable_ctwa", status: 500, applied: true });
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(500);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
});

test("a fault comes before the credential is looked at", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "channels", status: 503 });
  expect((await ask(simulator, "/api/v2/partners/examplePA/channels", { headers: {} })).status).toBe(503);
});

test("latency and a fault's delay are waited for by the clock", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ clock, latencyMs: 20 });
  simulator.control.addFault({ route: "channels", delayMs: 300 });
  expect((await askChannels(simulator)).status).toBe(200);
  await askChannels(simulator);
  expect(clock.slept).toEqual([20, 300, 20]);
});

test("whoever goes away during the latency leaves nothing done", async () => {
  const simulator = createSimulator({ latencyMs: 60_000 });
  const leaving = new AbortController();
  const [path, method] = addresses["enable_ctwa"] ?? ["", ""];
  const request = new Request(`http://simulator${path}`, {
    method,
    headers: asPartner,
    signal: leaving.signal,
  });
  const answer = simulator.fetch(request);
  leaving.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
  expect(simulator.requests.list()).toMatchObject([{ route: "enable_ctwa", status: null }]);
});

test.each<Partial<Fault>>([{ cut: true }, { hang: true }, { slowBody: 1 }, { tls: true }])(
  "%j is refused without a socket",
  async (effect) => {
    const simulator = createSimulator();
    simulator.control.addFault({ route: "channels", ...effect });
    await expect(askChannels(simulator)).rejects.toThrow(SimulatorError);
  },
);

test.each([
  [{ status: 500 }, "needs a route"],
  [{ route: "nonsense" }, "needs a route"],
  [{ route: "any", nonsense: 1 }, "has no nonsense"],
  [{ route: "any", times: 0 }, "times"],
  [{ route: "any", status: 42 }, "status"],
  [{ route: "any", path: "channels" }, "path"],
  [{ route: "any", bytes: 10_000_000_000 }, "bytes"],
  [{ route: "any", cut: "sideways" }, "cut"],
  [{ route: "any", headers: { a: 1 } }, "headers"],
])("the fault %j is refused", (fault, message) => {
  expect(() => createSimulator().control.addFault(fault as unknown as Fault)).toThrow(message);
});
