import type { SimulatorOptions } from "../../../src/simulator";
import { skippingClock } from "../test-clock";
import { type Connected, connect } from "./connected";

// Each way in which the real API may differ from the plainest reading of its documents, and all that can stand
// together at once: the client finds every channel, throws the switch both ways, and sees what is reported.

let connected: Connected;

afterEach(() => connected.close());

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
const field = "integration.is_ctwa_active";
const quirks: readonly SimulatorOptions[] = [
  { maxPageSize: 20 },
  { maxPageSize: 20, churn: 1 },
  { maxPageSize: 20, churn: 7 },
  { ignoreFilters: true },
  { maxPageSize: 20, ignoreFilters: true },
  { ctwaField: "ctwa" },
  { ctwaField: field },
  { decoys: true },
  { ctwaField: "ctwa_tracking_enabled", decoys: true },
  { ctwaField: field, decoys: true },
  { strictSwitch: true },
  { switchStatus: 200, switchBody: "" },
  { switchStatus: 201, switchShowsChannel: true },
  { switchStatus: 202, switchBody: "accepted" },
  { switchStatus: 204, switchBody: "" },
  { switchDelayMs: 4_000 },
  { tokenLifetime: 3_600, tokenValidFor: 0.4, latencyMs: 300 },
  { requestsPerWindow: { requests: 5, seconds: 30, retryAfter: true } },
  { requestsPerWindow: { requests: 5, seconds: 30, retryAfter: false } },
  { latencyMs: 3_000 },
  {
    ...{ ctwaField: field, decoys: true, maxPageSize: 20, churn: 3, strictSwitch: true, switchStatus: 202 },
    ...{ switchShowsChannel: true, switchDelayMs: 2_000, tokenValidFor: 45, latencyMs: 300 },
    requestsPerWindow: { requests: 5, seconds: 30, retryAfter: true },
  },
];

test.each(quirks)("with %j every channel is found and every switch is thrown", async (options) => {
  const clock = skippingClock();
  connected = await connect({ channels: 70, ...options, clock }, { clock });
  const { simulator, client } = connected;
  const tracking = () => simulator.control.channel("exampleCH")?.ctwa;
  const ids = simulator.control.channels("examplePA").map((channel) => channel.id);
  const found = await Promise.all([...ids, "otherCH"].map((id) => client.channels.find("examplePA", id)));
  expect(found.map((channel) => channel?.id)).toEqual([...ids, undefined]);
  const reported = options.ctwaField === undefined ? null : true;
  await client.ctwa.enable(REF);
  await client.ctwa.enable(REF);
  expect(tracking()).toBe(true);
  expect(await client.channels.find("examplePA", "exampleCH")).toMatchObject({ ctwaTracking: reported });
  await client.ctwa.disable(REF);
  expect(tracking()).toBe(false);
  expect(await client.channels.find("examplePA", "exampleCH")).toMatchObject({
    ctwaTracking: reported && false,
  });
  const logins = simulator.requests.list("token").length;
  expect(logins > 1).toBe(options.tokenValidFor !== undefined);
  const listed = await client.channels.list("examplePA", {});
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});
