import type { Client } from "../../../src/client";
import { templateOf } from "../../../src/client/http/target";
import { clientFor, thrownBy } from "../client-for";
import { type Handler, type SmallServer, startServer } from "../small-server";
import { skippingClock } from "../test-clock";
import { channelId, tinyHub } from "../tiny-hub";

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: channelId(0) };
const LIST = "GET /partners/{partner_id}/channels";
const NONE = { requests: 1, retries: 0, tooMany: 0, waitedMs: 0 };

let server: SmallServer;
let client: Client;

async function serve(handler: Handler, settings: Parameters<typeof clientFor>[1] = {}): Promise<void> {
  server = await startServer(handler);
  client = clientFor(server.url, settings);
}

afterEach(async () => {
  await client.close();
  await server.close();
});

/** The n-th answer to the list, then the hub's own. */
function hubThat(...answers: { status: number; headers?: Record<string, string> }[]) {
  const hub = tinyHub(1);
  hub.before = ({ path }) => (path.endsWith("/channels") ? answers.shift() : undefined);
  return hub.handler;
}

test("a client that was not used has used nothing", async () => {
  await serve(tinyHub(1).handler);
  expect(client.usage()).toEqual([]);
});

test("requests are counted by method and path, and no id is in what they are called", async () => {
  await serve(tinyHub(1).handler);
  await client.channels.list("examplePA", {});
  await client.channels.list("otherPA", {});
  await client.ctwa.enable(REF);
  await client.ctwa.disable(REF);
  // What this hub answers here is of no matter.
  await Promise.allSettled([
    client.signals.facebookAccounts("exampleCL"),
    client.signals.facebookAccount("exampleCL", "exampleFA"),
    client.signals.ads("100001", "act_1"),
    client.signals.ad("100001", "exampleAD"),
    client.signals.keywordPostback("100001", "exampleAD", "exampleKW"),
    client.clients.find("examplePA", "exampleCL"),
  ]);
  const text = JSON.stringify(client.usage());
  for (const id of [
    "examplePA",
    "otherPA",
    "exampleCL",
    REF.channelId,
    "exampleFA",
    "100001",
    "act_1",
    "exampleAD",
    "exampleKW",
  ]) {
    expect(text).not.toContain(id);
  }
  const channel = "/partners/{partner_id}/clients/{client_id}/channels/{channel_id}";
  expect(client.usage().map(({ endpoint, requests }) => [endpoint, requests])).toEqual([
    [LIST, 2],
    ["GET /partners/{partner_id}/clients", 1],
    ["GET /v1/app/{app_id}/ads/account/{ad_account_id}", 1],
    ["GET /v1/app/{app_id}/ads/{ad_id}", 1],
    ["GET /v1/app/{app_id}/ads/{ad_id}/keywords/{keyword_id}/signal", 1],
    ["GET /v1/clients/{client_id}/facebook-accounts", 1],
    ["GET /v1/clients/{client_id}/facebook-accounts/{facebook_account_id}", 1],
    [`POST ${channel}/disable_ctwa`, 1],
    [`POST ${channel}/enable_ctwa`, 1],
    ["POST /token", 1],
  ]);
});

test("a path that nobody has named shows none of its parts", () => {
  expect(templateOf(["partners", "examplePA", "secrets", "exampleSE"])).toBe(
    "/partners/{partner_id}/{id}/{id}",
  );
  expect(templateOf(["constructor", "__proto__"])).toBe("/{id}/{id}");
});

test("what is sent again after a failure is a retry, and the wait before it is counted", async () => {
  const clock = skippingClock();
  await serve(hubThat({ status: 503 }, { status: 500 }), { clock });
  await client.channels.list("examplePA", {});
  const [list] = client.usage();
  expect(list).toMatchObject({ endpoint: LIST, requests: 3, retries: 2, tooMany: 0 });
  expect(list?.waitedMs).toBe(clock.slept.reduce((sum, ms) => sum + ms, 0));
  expect(list?.waitedMs).toBeGreaterThan(0);
});

test("what is sent again after a 429 is no retry, and its pause is counted", async () => {
  await serve(hubThat({ status: 429, headers: { "retry-after": "7" } }));
  await client.channels.list("examplePA", {});
  expect(client.usage()[0]).toEqual({
    endpoint: LIST,
    requests: 2,
    retries: 0,
    tooMany: 1,
    waitedMs: 7_000,
  });
});

test("a request that got no answer is counted, one that was not sent is not", async () => {
  await serve(() => ({ fault: "cut" }), { maxRetries: 0, credentials: { apiKey: "k-1" } });
  await thrownBy(client.channels.list("examplePA", {}));
  expect(client.usage()).toEqual([{ endpoint: LIST, ...NONE }]);
  await thrownBy(client.channels.list("examplePA", {}));
  expect(client.usage()).toEqual([{ endpoint: LIST, ...NONE }]);
});

test("a switch that is refused because only reading is allowed counts as not sent", async () => {
  await serve(tinyHub(1).handler, { readOnly: true, credentials: { apiKey: "k-1" } });
  await thrownBy(client.ctwa.enable(REF));
  expect(client.usage().filter(({ requests }) => requests > 0)).toEqual([]);
});
