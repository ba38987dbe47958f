import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type Answer, type Seen, type SmallServer, startServer } from "../small-server";

let server: SmallServer;
let client: Client;
let answer: (seen: Seen) => Answer;

beforeEach(async () => {
  server = await startServer((seen) => answer(seen));
  client = clientFor(server.url, { credentials: { accessToken: "invented-token" } });
});

afterEach(async () => {
  await client.close();
  await server.close();
});

const accounts = () => client.signals.facebookAccounts("exampleCL");

test.each([
  ["a bare array", '[{"id":"1","x":12345678901234567890}]'],
  ["an array in an object", '{"total":1,"data":[{"id":"1","x":12345678901234567890}]}'],
  [
    "an array beside objects that hold arrays",
    '{"paging":{"cursors":[]},"items":[{"id":"1","x":12345678901234567890}]}',
  ],
])("a list is %s, and each object keeps its text", async (_, body) => {
  answer = () => ({ body });
  expect(await accounts()).toEqual([
    { json: '{"id":"1","x":12345678901234567890}', fields: { id: "1", x: "12345678901234567890" } },
  ]);
  expect(server.seen[0]?.path).toBe("/signals/v1/clients/exampleCL/facebook-accounts");
});

test.each(["[]", '{"data":[]}'])("an empty list (%s) is a client without accounts", async (body) => {
  answer = () => ({ body });
  expect(await accounts()).toEqual([]);
});

test.each(["null", "7", '"text"', "{}", '{"a":[],"b":[]}', '{"a":{"b":[]}}', '["act_1"]', "[null]", "[[]]"])(
  "%s is no list, and the error shows it",
  async (body) => {
    answer = () => ({ body });
    const error = await thrownBy(accounts());
    expect(error).toMatchObject({
      kind: "decode",
      path: "/signals/v1/clients/exampleCL/facebook-accounts",
      excerpt: body,
    });
  },
);

test("one account is an object as it is", async () => {
  answer = () => ({ body: '{"id":"1","ad_accounts":[{"id":"act_1"}]}\n' });
  expect(await client.signals.facebookAccount("exampleCL", "a/1")).toEqual({
    json: '{"id":"1","ad_accounts":[{"id":"act_1"}]}',
    fields: { id: "1", ad_accounts: [{ id: "act_1" }] },
  });
  expect(server.seen[0]?.path).toBe("/signals/v1/clients/exampleCL/facebook-accounts/a%2F1");
});

test.each(["[]", "null", "7", "{}", '{"filler":"x"}'])("one account that is %s is an error", async (body) => {
  answer = () => ({ body });
  expect(await thrownBy(client.signals.facebookAccount("exampleCL", "1"))).toMatchObject({
    kind: "decode",
    excerpt: body,
  });
});

test("one ad is an object as it is", async () => {
  answer = () => ({ body: '{"id":"1","spend":12.50}' });
  expect(await client.signals.ad("104148", "1")).toEqual({
    json: '{"id":"1","spend":12.50}',
    fields: { id: "1", spend: 12.5 },
  });
  expect(server.seen[0]?.path).toBe("/signals/v1/app/104148/ads/1");
});

test.each(["[]", "null", "{}", '{"id":""}'])("one ad that is %s is an error", async (body) => {
  answer = () => ({ body });
  expect(await thrownBy(client.signals.ad("104148", "1"))).toMatchObject({ kind: "decode", excerpt: body });
});

describe("a keyword's postback", () => {
  const postback = () => client.signals.keywordPostback("104148", "1", "2");

  test.each([
    ["https://example.com/?a=b", "https://example.com/?a=b"],
    ["", null],
    [null, null],
  ])("that is %j is %j", async (url, expected) => {
    answer = () => ({ json: { url } });
    expect(await postback()).toBe(expected);
    expect(server.seen[0]?.path).toBe("/signals/v1/app/104148/ads/1/keywords/2/signal");
  });

  test.each([
    "[]",
    "null",
    "{}",
    '{"url":7}',
    '{"url":{}}',
    "no json",
    '{"data":{"url":"https://example.com/?t=secret"}}',
  ])("that comes as %s is an error, which does not quote it", async (body) => {
    answer = () => ({ body });
    const error = await thrownBy(postback());
    expect(error).toMatchObject({ kind: "decode", excerpt: "" });
    expect(String(error)).not.toContain("secret");
  });

  const secret = "https://example.com/hook?token=invented-secret";
  const set = (url = secret) =>
    client.signals.setKeywordPostback({ appId: "104148", adId: "1", keywordId: "2" }, url);

  test.each(['{"success":true}', "", "{}", "null"])(
    "is set, whatever is in the success: %j",
    async (body) => {
      answer = () => ({ body });
      await set();
      expect(server.seen).toMatchObject([
        {
          method: "POST",
          path: "/signals/v1/app/104148/ads/1/keywords/2/signal",
          body: JSON.stringify({ url: secret }),
        },
      ]);
    },
  );

  test.each([
    [{ body: '{"success":false}' }, { kind: "signals", verdict: "refused", mayHaveTakenEffect: false }],
    [
      { status: 422, body: "{}" },
      { kind: "signals", reason: "invalid", mayHaveTakenEffect: false },
    ],
    [
      { status: 501, body: "" },
      { kind: "signals", reason: "server_error", mayHaveTakenEffect: true },
    ],
    [{ body: "<html></html>" }, { kind: "decode", mayHaveTakenEffect: true }],
  ])("an answer of %j to a new one is an error", async (reply, facts) => {
    answer = () => reply;
    expect(await thrownBy(set())).toMatchObject(facts);
  });

  test.each([
    { status: 400, json: { message: `${secret} is no address` } },
    { status: 400, json: { message: `${encodeURIComponent(secret)} is no address` } },
    { status: 400, json: { unheardOf: secret } },
    { status: 400, body: secret },
    { json: { success: false, url: secret } },
    { body: `<p>${secret}</p>` },
  ])("no error repeats the address that %j repeats", async (reply) => {
    answer = () => reply;
    const error = await thrownBy(set());
    expect(`${error}${JSON.stringify(error)}`).not.toContain("invented-secret");
  });

  test("a client that only reads does not set one", async () => {
    const reader = clientFor(server.url, { credentials: { accessToken: "invented-token" }, readOnly: true });
    const keyword = { appId: "104148", adId: "1", keywordId: "2" };
    expect(await thrownBy(reader.signals.setKeywordPostback(keyword, secret))).toMatchObject({
      kind: "read_only",
    });
    expect(server.seen).toEqual([]);
    await reader.close();
  });
});

test.each([
  ["an ad", () => client.signals.ad("104148", "1")],
  ["a keyword's postback", () => client.signals.keywordPostback("104148", "1", "2")],
])("%s is not asked for with an API key alone", async (_, call) => {
  await client.close();
  client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
  expect(await thrownBy(call())).toMatchObject({ kind: "credential" });
  expect(server.seen).toEqual([]);
});

test("an error names the Signals host and carries its words", async () => {
  answer = () => ({ status: 404, json: { detail: "Client not found" } });
  const error = await thrownBy(accounts());
  expect(error).toMatchObject({
    name: "SignalsError",
    kind: "signals",
    status: 404,
    apiMessage: "Client not found",
  });
  expect(error).toMatchObject({ purpose: "signals", notFound: true });
});

describe("ads", () => {
  const all = Array.from({ length: 250 }, (_, number) => ({ id: `ad${number}` }));
  const ads = () => client.signals.ads("104148", "act_1");
  const offsets = () => server.seen.map((seen) => seen.query.get("offset"));
  const slice = (seen: Seen, cap = 100) => {
    const offset = Number(seen.query.get("offset"));
    return all.slice(offset, offset + Math.min(cap, Number(seen.query.get("limit"))));
  };

  test("come from all pages, a hundred each, until one is empty", async () => {
    answer = (seen) => ({ json: slice(seen) });
    expect((await ads()).map((ad) => ad.fields)).toEqual(all);
    expect(offsets()).toEqual(["0", "100", "200", "250"]);
    expect(server.seen[0]?.path).toBe("/signals/v1/app/104148/ads/account/act_1");
    expect(server.seen[0]?.query.get("limit")).toBe("100");
  });

  test("come from smaller pages, too, where the answer says how many there are", async () => {
    answer = (seen) => ({ json: { total: 250, ads: slice(seen, 60) } });
    expect(await ads()).toHaveLength(250);
    expect(offsets()).toEqual(["0", "60", "120", "180", "240"]);
  });

  test("end with an empty page where the last one is full", async () => {
    answer = (seen) => ({ json: slice(seen).slice(0, seen.query.get("offset") === "200" ? 0 : 100) });
    expect(await ads()).toHaveLength(200);
    expect(offsets()).toEqual(["0", "100", "200"]);
  });

  test("come from smaller pages, too, where no answer says how many there are", async () => {
    answer = (seen) => ({ json: slice(seen, 50) });
    expect(await ads()).toHaveLength(250);
  });

  test("come from all pages where each says no more than its own count", async () => {
    answer = (seen) => ({ json: { total: 50, ads: slice(seen, 50) } });
    expect(await ads()).toHaveLength(250);
  });

  test("of a server that ignores the offset are an error where the total is more", async () => {
    answer = () => ({ json: { total: 250, ads: all.slice(0, 100) } });
    expect(String(await thrownBy(ads()))).toMatch(/\b100 of 250\b/);
  });

  test("of a server that ignores the offset come once", async () => {
    answer = () => ({ json: all.slice(0, 100) });
    expect(await ads()).toHaveLength(100);
    expect(offsets()).toEqual(["0", "100"]);
  });

  test("without ids are told apart by all they hold", async () => {
    answer = () => ({ json: Array.from({ length: 100 }, (_, number) => ({ name: `ad ${number}` })) });
    expect(await ads()).toHaveLength(100);
    expect(offsets()).toEqual(["0", "100"]);
  });

  test("of which a page is missing are an error, not a shorter list", async () => {
    answer = (seen) => (seen.query.get("offset") === "100" ? { status: 403 } : { json: slice(seen) });
    expect(await thrownBy(ads())).toMatchObject({ kind: "signals", status: 403 });
  });
});
