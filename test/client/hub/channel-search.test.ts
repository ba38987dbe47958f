import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type SmallServer, startServer } from "../small-server";
import { channelId, type TinyHub, tinyHub } from "../tiny-hub";

let hub: TinyHub;
let server: SmallServer;
let client: Client;

async function start(size: number, more: Partial<TinyHub> = {}): Promise<void> {
  hub = Object.assign(tinyHub(size), more);
  server = await startServer(hub.handler);
  client = clientFor(server.url);
}

afterEach(async () => {
  await client.close();
  await server.close();
});

const search = async (filter: Parameters<Client["channels"]["list"]>[1]) =>
  (await client.channels.list("examplePA", filter)).map((channel) => channel.id);
const filters = () =>
  server.seen
    .filter((seen) => seen.method === "GET")
    .map((seen) => JSON.parse(seen.query.get("filters") ?? "null"));

test("without a filter all channels come from all pages, in the order of their ids", async () => {
  await start(250, { pageCap: 100 });
  hub.channels.reverse();
  expect(await search({})).toEqual(Array.from({ length: 250 }, (_, number) => channelId(number)));
  expect(filters()).toEqual([null, null, null]);
});

test("filters are sent in the hub's names", async () => {
  await start(5);
  Object.assign(hub.channels[2] ?? {}, {
    client_id: "bakeryCL",
    status: "verified",
    account_mode: "sandbox",
  });
  expect(await search({ clientId: "bakeryCL", status: "verified", accountMode: "sandbox" })).toEqual([
    channelId(2),
  ]);
  expect(filters()).toEqual([{ client_id: "bakeryCL", status: "verified", account_mode: "sandbox" }]);
});

test("a hub that ignores filters is filtered here", async () => {
  await start(5, { ignoreFilters: true });
  Object.assign(hub.channels[2] ?? {}, { client_id: "bakeryCL" });
  expect(await search({ clientId: "bakeryCL" })).toEqual([channelId(2)]);
});

test.each(["+4915550000003", "4915550000003", "+49 1555 0000003"])(
  "the phone number %s is found by its digits",
  async (phoneNumber) => {
    await start(5);
    expect(await search({ phoneNumber })).toEqual([channelId(3)]);
  },
);

test("a phone number that nobody has is asked for with and without its plus", async () => {
  await start(5);
  expect(await search({ phoneNumber: "+49999" })).toEqual([]);
  expect(filters()).toEqual([
    { "setup_info.phone_number": "+49999" },
    { "setup_info.phone_number": "49999" },
  ]);
});

test("a hub that counts what it filtered out is read whole before nothing is said to match", async () => {
  await start(5);
  hub.before = (seen) =>
    seen.query.has("filters") ? { json: { total: 5, partner_channels: [] } } : undefined;
  expect(await search({ clientId: "exampleCL" })).toHaveLength(5);
  expect(await search({ clientId: "nobodyCL" })).toEqual([]);
});

test("an empty list with a total above zero is an error", async () => {
  await start(5);
  hub.before = (seen) => (seen.method === "GET" ? { json: { total: 5, partner_channels: [] } } : undefined);
  expect(await thrownBy(search({}))).toMatchObject({ kind: "decode" });
  expect(await thrownBy(search({ clientId: "exampleCL" }))).toMatchObject({ kind: "decode" });
});

test("a partner without channels has an empty list", async () => {
  await start(0);
  expect(await search({})).toEqual([]);
});

test("a list that moves while it is read is read once more, and nothing is there twice", async () => {
  await start(50, { pageCap: 20 });
  let moved = false;
  hub.before = ({ query }) => {
    if (query.get("offset") === "20" && !moved) {
      moved = true;
      hub.channels.unshift({ id: "aaaCH" });
    }
    return undefined;
  };
  const found = await search({});
  expect(found).toHaveLength(51);
  expect(new Set(found).size).toBe(51);
});

test("each channel keeps the hub's object as text where it is wanted, and only there", async () => {
  await start(0);
  const row = '{ "id":"exampleCH", "big":12345678901234567890, "note":"]}" }';
  hub.before = (seen) =>
    seen.method === "GET" ? { body: `{"total":1,"partner_channels":[${row}]}` } : undefined;
  expect((await client.channels.list("examplePA", {}, { withJson: true }))[0]?.json).toBe(row);
  expect((await client.channels.list("examplePA", {}))[0]).not.toHaveProperty("json");
});

describe("what the hub's filters leave open", () => {
  const rows = (...parts: Record<string, unknown>[]) =>
    parts.map((part, number) => ({ id: channelId(number), ...part }));

  test("a filter that the hub took loosely is applied here by the row", async () => {
    await start(0, {
      channels: rows({ current_limit: "TIER_1K" }, { current_limit: "TIER_10K" }, { current_limit: null }),
    });
    hub.before = (seen) =>
      seen.method === "GET"
        ? { json: { total: 3, filters: { current_limit: "TIER_1K" }, partner_channels: hub.channels } }
        : undefined;
    expect(await search({ currentLimit: "TIER_1K" })).toEqual([channelId(0)]);
  });

  test("true and false are sent as they are, and compared as they are shown", async () => {
    await start(0, { channels: rows({ is_migrated: true }, { is_migrated: false }) });
    expect(await search({ isMigrated: false })).toEqual([channelId(1)]);
    expect(filters()).toEqual([{ is_migrated: false }]);
  });

  test("a filter whose field no row shows is the hub's alone, if it says that it applied it", async () => {
    await start(3);
    hub.before = (seen) =>
      seen.query.has("filters")
        ? { json: { total: 1, filters: { q: "berlin" }, partner_channels: hub.channels.slice(1, 2) } }
        : undefined;
    expect(await search({ search: "berlin" })).toEqual([channelId(1)]);
  });

  test("if it does not say so, nothing is said to match", async () => {
    await start(3, { ignoreFilters: true });
    for (const filter of [{ search: "berlin" }, { metaStatus: "connected" }, { isMigrated: true }]) {
      const error = await thrownBy(search(filter));
      expect(error).toMatchObject({ kind: "decode" });
      expect(String(error)).toMatch(/filter (q|meta_status|is_migrated) was applied/);
    }
  });

  test("a filter whose rows are excluded by another one need not be told", async () => {
    await start(3, { ignoreFilters: true });
    expect(await search({ metaStatus: "connected", clientId: "nobodyCL" })).toEqual([]);
  });
});

describe("filters that the hub is not asked for", () => {
  const made = (times: (string | null)[]) =>
    times.map((created_at, number) => ({ id: channelId(number), created_at }));

  test.each([
    [{ createdAfter: "2026-01-02T00:00:00Z" }, [1, 2]],
    [{ createdBefore: "2026-01-02T00:00:00Z" }, [0, 1]],
    [{ createdAfter: "2026-01-01T12:00:00Z", createdBefore: "2026-01-02T12:00:00Z" }, [1]],
    [{ modifiedAfter: "2020-01-01T00:00:00Z" }, []],
    [{ terminatedBefore: "2030-01-01T00:00:00Z" }, []],
  ])("%j is looked at here, its bounds included", async (filter, found) => {
    await start(0, {
      channels: made(["2026-01-01T01:00:00+01:00", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", null]),
    });
    expect(await search(filter)).toEqual(found.map(channelId));
    expect(filters()).toEqual([null]);
  });

  test.each([
    [{ clientEmail: "Bernd@Example.com" }, { client: { contact_info: { email: "bernd@example.COM" } } }],
    [{ wabaAccountId: "bakeryWA" }, { waba_account: { id: "bakeryWA" } }],
    [{ wabaAccountId: "bakeryWA" }, { waba_account_id: "bakeryWA" }],
    [{ fbAccountStatus: "failed" }, { waba_account: { fb_account_status: "failed" } }],
  ])("%j finds %j among all", async (filter, parts) => {
    await start(3);
    Object.assign(hub.channels[1] ?? {}, parts);
    expect(await search(filter)).toEqual([channelId(1)]);
    expect(filters()).toEqual([null]);
  });
});
