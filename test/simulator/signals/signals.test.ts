import { createSimulator } from "../../../src/simulator";
import { ask, asPartner } from "../ask";

const accounts = "/signals/v1/clients/exampleCL/facebook-accounts";
const ads = "/signals/v1/app/100001/ads/account/900000000000102";
const ad = "/signals/v1/app/100001/ads/920000000001001";
const postback = `${ad}/keywords/1001/signal`;

test.each([accounts, `${accounts}/910000000000001`, ads, ad, postback])(
  "%s takes bearer tokens only",
  async (path) => {
    const simulator = createSimulator();
    const status = async (headers: Record<string, string>) =>
      (await ask(simulator, path, { headers })).status;
    expect(await status(asPartner)).toBe(200);
    expect(await status({})).toBe(401);
    expect(await status({ "x-api-key": "example-api-key" })).toBe(401);
    expect(await status({ ...asPartner, "x-api-key": "nonsense" })).toBe(200);
    expect(await status({ authorization: "Bearer other-access-token" })).toBe(403);
  },
);

test.each([
  ["/signals/token", "POST"],
  ["/signals/partners/examplePA", "GET"],
  ["/signals/partners/examplePA/channels", "GET"],
  ["/signals/v1/app/100001/ads/920000000001001/keywords", "GET"],
  ["/api/v2/v1/clients/exampleCL/facebook-accounts", "GET"],
  ["/v1/clients/exampleCL/facebook-accounts", "GET"],
])("there is no %s", async (path, method) => {
  expect((await ask(createSimulator(), path, { method })).status).toBe(404);
});

test.each([
  ["/signals/v1/clients/nobodyCL/facebook-accounts", 404],
  ["/signals/v1/clients/otherCL/facebook-accounts", 403],
  [`${accounts}/910000000000002`, 404],
  ["/signals/v1/app/1/ads/account/900000000000102", 404],
  ["/signals/v1/app/1000001/ads/account/900000000000102", 403],
  ["/signals/v1/app/100001/ads/1", 404],
  ["/signals/v1/app/100001/ads/1/keywords/1001/signal", 404],
  ["/signals/v1/app/1000001/ads/920000000001001/keywords/1001/signal", 403],
  [`${ad}/keywords/1002/signal`, 404],
])("%s is answered with %d and a message", async (path, status) => {
  const answered = await ask(createSimulator(), path);
  expect(answered.status).toBe(status);
  expect(answered.json).toEqual({ message: expect.any(String) });
});

test("a client's Facebook accounts are listed, and one of them shows its ad accounts", async () => {
  const simulator = createSimulator();
  expect((await ask(simulator, accounts)).json).toEqual([
    { id: "910000000000001", name: "Example Coffee on Facebook" },
  ]);
  expect((await ask(simulator, `${accounts}/910000000000001`)).json.ad_accounts).toEqual([
    { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" },
    { id: "900000000000102", name: "Example Coffee Abroad", currency: "USD" },
  ]);
});

test("a client without a Facebook account has an empty list", async () => {
  expect((await ask(createSimulator(), accounts.replace("exampleCL", "cyclesCL"))).json).toEqual([]);
});

test.each([
  ["", 20, "920000000002001"],
  ["?limit=100", 100, "920000000002001"],
  ["?limit=100&offset=100", 30, "920000000002101"],
  ["?limit=1&offset=129", 1, "920000000002130"],
  ["?offset=130", 0, undefined],
])("ads%s are %d, from %s", async (query, count, first) => {
  const { json } = await ask(createSimulator(), ads + query);
  expect(json).toHaveLength(count);
  expect(json[0]?.id).toBe(first);
});

test.each(["limit=0", "limit=101", "limit=x", "limit=", "offset=-1", "offset=1e3"])(
  "%s is refused",
  async (query) => {
    expect((await ask(createSimulator(), `${ads}?${query}`)).status).toBe(400);
  },
);

test("an ad has the fields that are documented, in the list and alone, whether tracking is on or not", async () => {
  const simulator = createSimulator();
  const { json } = await ask(simulator, ad);
  expect(json).toEqual({
    id: "920000000001001",
    app_id: "100001",
    name: "Example Coffee Ads 1",
    status: "ACTIVE",
    created_time: "2025-02-03T10:00:00+0100",
    updated_time: "2025-02-10T16:30:00+0100",
    ad_account: { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" },
    campaign: { name: "Example Coffee Ads: spring", start_time: "2025-02-03T11:00:00+0100" },
  });
  simulator.control.changeChannel("exampleCH", { ctwa: true });
  expect((await ask(simulator, ad)).json).toEqual(json);
  expect((await ask(simulator, ads.replace("102", "101"))).json[0]).toEqual(json);
});

test("lists can come in an envelope instead", async () => {
  const simulator = createSimulator({ signalsEnvelope: "object" });
  expect((await ask(simulator, accounts)).json).toEqual({
    data: [expect.objectContaining({ id: "910000000000001" })],
  });
  expect((await ask(simulator, ads)).json.data).toHaveLength(20);
});

test("a keyword's postback is shown, set and replaced, under its own ad", async () => {
  const simulator = createSimulator();
  expect((await ask(simulator, postback)).json).toEqual({ url: "https://example.com/conversions" });
  const other = postback.replace("1001/signal", "1002/signal");
  for (const [path, url] of [
    [postback, "https://example.com/new"],
    [other, "https://example.com/other"],
  ] as const) {
    expect((await ask(simulator, path, { body: { url } })).json).toEqual({ success: true });
    expect((await ask(simulator, path)).json).toEqual({ url });
  }
  expect((await ask(simulator, postback.replace("920000000001001", "920000000001002"))).status).toBe(404);
});

test.each([
  ["null", null],
  ["empty", ""],
] as const)("a keyword without an address may also show %s", async (noPostback, url) => {
  const simulator = createSimulator({ noPostback });
  const { status, json } = await ask(simulator, postback.replace("1001/signal", "1002/signal"));
  expect([status, json]).toEqual([200, { url }]);
});

test("a strict Signals takes a postback only where tracking is on", async () => {
  const simulator = createSimulator({ strictPostback: true });
  const set = () => ask(simulator, postback, { body: { url: "https://example.com/new" } });
  expect((await set()).status).toBe(409);
  simulator.control.changeChannel("exampleCH", { ctwa: true });
  expect((await set()).status).toBe(200);
});

test.each([{}, { url: 7 }, { url: "http://example.com" }, { url: "https:" }, null, "no json"])(
  "a postback of %j is refused",
  async (body) => {
    expect((await ask(createSimulator(), postback, { body })).status).toBe(400);
  },
);
