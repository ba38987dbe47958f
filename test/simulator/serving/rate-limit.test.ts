import { createSimulator } from "../../../src/simulator";
import { ask, askChannels, askSwitch } from "../ask";
import { manualClock } from "../manual-clock";

const window = { requests: 2, seconds: 30, retryAfter: true };

test("requests above the window get 429 with the seconds until there is room, and refused ones do not count", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ requestsPerWindow: window, clock });
  await askChannels(simulator);
  clock.advance(10_500);
  await askChannels(simulator);
  const refused = await askChannels(simulator);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "20"]);
  expect(refused.json.meta.http_code).toBe(429);
  clock.advance(19_499);
  expect((await askChannels(simulator)).headers.get("retry-after")).toBe("1");
  clock.advance(1);
  expect((await askChannels(simulator)).status).toBe(200);
  expect((await askChannels(simulator)).status).toBe(429);
});

test("429 can come without Retry-After", async () => {
  const simulator = createSimulator({ requestsPerWindow: { ...window, requests: 1, retryAfter: false } });
  await askChannels(simulator);
  const refused = await askChannels(simulator);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, null]);
});

test("a switch that was refused did nothing", async () => {
  const simulator = createSimulator({ requestsPerWindow: { ...window, requests: 1 } });
  await askChannels(simulator);
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(429);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
});

test("hub and Signals count apart, and the control surface does not count", async () => {
  const simulator = createSimulator({ requestsPerWindow: { ...window, requests: 1 } });
  const accounts = "/signals/v1/clients/exampleCL/facebook-accounts";
  await ask(simulator, "/_simulator/channels");
  expect((await askChannels(simulator)).status).toBe(200);
  expect((await ask(simulator, accounts)).status).toBe(200);
  expect((await askChannels(simulator)).status).toBe(429);
  expect((await ask(simulator, accounts)).status).toBe(429);
  expect((await ask(simulator, "/_simulator/channels")).status).toBe(200);
});
