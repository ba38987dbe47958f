import type { Client, ClientSettings } from "../../../src/client";
import type { Simulator, SimulatorOptions } from "../../../src/simulator";
import { thrownBy } from "../client-for";
import { skippingClock } from "../test-clock";
import { type Connected, connect } from "./connected";

// What the real API cannot be made to do: the client and the simulator read the same documents apart from each other.

let connected: Connected;
let simulator: Simulator;
let client: Client;

async function start(options: SimulatorOptions = {}, settings: Partial<ClientSettings> = {}): Promise<void> {
  connected = await connect(options, settings);
  ({ simulator, client } = connected);
}

afterEach(() => connected.close());

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
const find = (id = "exampleCH") => client.channels.find("examplePA", id);
const routes = () => simulator.requests.list().map((request) => request.route);

test("reading all channels of a partner costs one login and one page", async () => {
  await start();
  const ids = simulator.control.channels("examplePA").map((channel) => channel.id);
  const channels = await Promise.all(ids.map((id) => find(id)));
  expect(channels.map((channel) => channel?.id)).toEqual(ids);
  expect(routes()).toEqual(["token", "channels"]);
});

test("a switch is thrown, and seen where the hub reports it", async () => {
  await start({ ctwaField: "integration.ctwa_enabled" });
  expect(await find()).toMatchObject({ ctwaTracking: false, ctwaField: "integration.ctwa_enabled" });
  await client.ctwa.enable(REF);
  expect(await find()).toMatchObject({ ctwaTracking: true });
  await client.ctwa.disable(REF);
  expect(await find()).toMatchObject({ ctwaTracking: false });
});

test("a hub that reports no switch, as documented, leaves it open", async () => {
  await start();
  await client.ctwa.enable(REF);
  expect(await find()).toMatchObject({ ctwaTracking: null, ctwaField: null, ctwaFieldMissing: false });
});

test("a hub that refuses a switch that changes nothing is content all the same", async () => {
  await start({ strictSwitch: true });
  await client.ctwa.enable(REF);
  await client.ctwa.enable(REF);
  await client.ctwa.disable(REF);
  await client.ctwa.disable(REF);
  expect(simulator.requests.list().map((request) => request.status)).toContain(409);
});

test("a token that was revoked is renewed once", async () => {
  await start();
  await find();
  simulator.control.revokeTokens();
  await client.channels.lookUp("examplePA", "exampleCH");
  expect(routes()).toEqual(["token", "channels", "channels", "token", "channels"]);
});

test("a wrong password is one request for everybody and is not in the error", async () => {
  const password = "wrong-example-password";
  await start({}, { credentials: { username: "partner@example.com", password } });
  const errors = await Promise.all(Array.from({ length: 200 }, () => thrownBy(find())));
  for (const error of errors) expect(error).toMatchObject({ kind: "login" });
  expect(JSON.stringify(errors.map(String))).not.toContain(password);
  expect(routes()).toEqual(["token"]);
});

test("a hub that takes five requests per 30 s is served at its pace", async () => {
  const clock = skippingClock();
  await start(
    { requestsPerWindow: { requests: 5, seconds: 30, retryAfter: true }, clock },
    { credentials: { apiKey: "example-api-key" }, maxRetries: 0, clock },
  );
  const channels = simulator.control
    .channels("examplePA")
    .filter((channel) => channel.client_id === "exampleCL");
  const ids = channels.slice(0, 12).map((channel) => channel.id);
  await Promise.all(
    Array.from({ length: 12 }, (_, one) =>
      client.channels.lookUp("examplePA", ids[one % ids.length] ?? "exampleCH"),
    ),
  );
  const statuses = simulator.requests.list().map((request) => request.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(12);
  expect(statuses).toContain(429);
});

test.each([{ status: 503 }, { html: true }, { cut: "before" }, { cut: "after" }, { cut: "body" }] as const)(
  "one fault %j on the way to the list is not noticed",
  async (fault) => {
    await start({}, { clock: skippingClock() });
    simulator.control.addFault({ route: "channels", times: 1, ...fault });
    expect(await find()).toMatchObject({ id: "exampleCH" });
  },
);

test("ads come from all pages, in either envelope", async () => {
  for (const signalsEnvelope of ["array", "object"] as const) {
    await start({ signalsEnvelope });
    const appId = (await find())?.appId ?? "";
    expect(await client.signals.ads(appId, "900000000000102")).toHaveLength(130);
    if (signalsEnvelope === "object") break;
    await connected.close();
  }
});
