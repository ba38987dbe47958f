import { at, UNKNOWN } from "../../../src/framework";
import { signalsConfiguration as source } from "../../../src/provider/data-sources/signals-configuration";
import { titles } from "../../../src/provider/titles";
import { channel, type FakeHub, fakeHub, signalsObject } from "../fake-hub";
import { read, validate } from "./read";

const coffee = { id: "901", name: "Coffee Ads", currency: "EUR" };
const abroad = { id: "902", name: "Coffee Abroad", currency: "USD" };
const ad = {
  id: "1",
  name: "Spring",
  status: "ACTIVE",
  created_time: "2025-02-03T10:00:00+0100",
  updated_time: "2025-02-10T16:30:00+0100",
  ad_account: coffee,
  campaign: { name: "Spring campaign", start_time: "2025-02-03T11:00:00+0100" },
};

interface World {
  readonly accounts: readonly object[];
  readonly whole?: Readonly<Record<string, object>>;
  readonly ads?: Readonly<Record<string, readonly object[]>>;
}

function hubWith({ accounts, whole = {}, ads = {} }: World, channels = [channel("exampleCH")]): FakeHub {
  const hub: FakeHub = fakeHub(channels, {
    behaviour: {
      signals: {
        facebookAccounts: async (client) => {
          hub.calls.push(`accounts ${client}`);
          return accounts.map((one) => signalsObject(one as never));
        },
        facebookAccount: async (client, id) => {
          hub.calls.push(`account ${client}/${id}`);
          return signalsObject(whole[id] as never);
        },
        ads: async (app, account) => {
          hub.calls.push(`ads ${app}/${account}`);
          return (ads[account] ?? []).map((one) => signalsObject(one as never));
        },
      },
    },
  });
  return hub;
}

const world: World = {
  accounts: [{ id: "910", name: "Coffee on Facebook" }],
  whole: { "910": { id: "910", name: "Coffee on Facebook", ad_accounts: [coffee, abroad] } },
  ads: { "901": [ad] },
};

test("reads accounts, their ad accounts, and the ads of the channel's app", async () => {
  const hub = hubWith(world);
  const { result } = await read(source, hub, { client_id: "exampleCL", channel_id: "exampleCH" });

  expect(result).toEqual({
    client_id: "exampleCL",
    channel_id: "exampleCH",
    app_id: "100001",
    partner_id: "examplePA",
    ad_account_ids: null,
    include_ads: true,
    include_json: false,
    allow_empty: false,
    timeouts: null,
    facebook_account_attached: true,
    facebook_accounts: [{ id: "910", name: "Coffee on Facebook", ad_accounts: [coffee, abroad], json: null }],
    ads: [
      {
        id: "1",
        name: "Spring",
        status: "ACTIVE",
        ad_account: coffee,
        campaign_name: "Spring campaign",
        campaign_start_time: "2025-02-03T11:00:00+0100",
        created_time: "2025-02-03T10:00:00+0100",
        updated_time: "2025-02-10T16:30:00+0100",
        json: null,
      },
    ],
    ctwa_tracking: "unknown",
  });
  expect(hub.calls).toEqual([
    "find examplePA/exampleCH",
    "accounts exampleCL",
    "account exampleCL/910",
    "ads 100001/901",
    "ads 100001/902",
  ]);
});

test("needs neither a channel nor a partner to read accounts; ads are null then", async () => {
  const hub = hubWith(world);
  const { result } = await read(
    source,
    { ...hub, session: { ...hub.session, partnerId: null } },
    {
      client_id: "exampleCL",
    },
  );

  expect(result).toMatchObject({
    facebook_account_attached: true,
    ads: null,
    app_id: null,
    ctwa_tracking: "unknown",
  });
  expect(hub.calls).toEqual(["accounts exampleCL", "account exampleCL/910"]);
});

test("reads the ads of an app that is known already", async () => {
  const hub = hubWith(world);
  const { result } = await read(source, hub, { client_id: "exampleCL", app_id: "100001" });

  expect(result["ads"]).toHaveLength(1);
  expect(hub.calls).not.toContain("find examplePA/exampleCH");
});

test("reads the ads of just those ad accounts that are named", async () => {
  const hub = hubWith({ accounts: [], ads: { "777": [ad] } });
  const given = { client_id: "exampleCL", app_id: "1", ad_account_ids: ["777", "777"] };
  const { result } = await read(source, hub, given);

  expect(result).toMatchObject({ facebook_account_attached: false, facebook_accounts: [] });
  expect(result["ads"]).toHaveLength(1);
  expect(hub.calls).toEqual(["accounts exampleCL", "ads 1/777"]);
});

test.each([
  ["include_ads is false", { app_id: "1", include_ads: false }, [channel("exampleCH")]],
  ["the channel has no app", { channel_id: "exampleCH" }, [channel("exampleCH", { appId: null })]],
])("has null for ads when %s", async (_, given, channels) => {
  const hub = hubWith(world, channels);

  expect((await read(source, hub, { client_id: "exampleCL", ...given })).result["ads"]).toBeNull();
  expect(hub.calls.some((call) => call.startsWith("ads"))).toBe(false);
});

test("has no ads where no Facebook account is attached", async () => {
  const { result } = await read(source, hubWith({ accounts: [] }), { client_id: "exampleCL", app_id: "1" });

  expect(result).toMatchObject({ facebook_account_attached: false, facebook_accounts: [], ads: [] });
});

test("a client that the partner does not have is an error where Signals knows nothing of it", async () => {
  const hub = hubWith({ accounts: [] });
  hub.session.api.clients.find = async () => null;

  await expect(read(source, hub, { client_id: "typoCL" })).rejects.toMatchObject({
    diagnostic: { summary: titles.clientNotFound, path: at("client_id") },
  });
  const { result } = await read(source, hub, { client_id: "typoCL", allow_empty: true });
  expect(result).toMatchObject({ facebook_accounts: [] });
});

test("tells what the hub reports of the channel's tracking", async () => {
  const hub = hubWith(world, [channel("exampleCH", { ctwaField: "ctwa", ctwaTracking: true })]);
  const { result } = await read(source, hub, { client_id: "exampleCL", channel_id: "exampleCH" });

  expect(result["ctwa_tracking"]).toBe("on");
});

test("takes ad accounts from the list where it has them", async () => {
  const hub = hubWith({ accounts: [{ id: "910", ad_accounts: [coffee] }] });
  const { result } = await read(source, hub, { client_id: "exampleCL" });

  expect(result["facebook_accounts"]).toEqual([{ id: "910", name: null, ad_accounts: [coffee], json: null }]);
  expect(hub.calls).toEqual(["accounts exampleCL"]);
});

test.each<[string, object, object]>([
  ["a number as id", { id: 910, ad_accounts: [] }, { id: "910", ad_accounts: [] }],
  ["an id that was rounded", { id: 2 ** 60, ad_accounts: [] }, { id: null, ad_accounts: [] }],
  ["no id", { name: "x" }, { id: null, name: "x", ad_accounts: null }],
  [
    "odd ad accounts",
    { id: "1", ad_accounts: [null, 5, { id: 7 }] },
    { ad_accounts: [{ id: "7", name: null, currency: null }] },
  ],
])("bears with %s, since no document shows the shape", async (_, sent, expected) => {
  const { result } = await read(source, hubWith({ accounts: [sent] }), { client_id: "exampleCL" });

  expect(result["facebook_accounts"]).toEqual([expect.objectContaining(expected)]);
});

test("has null for ad accounts that it does not find", async () => {
  const hub = hubWith({ accounts: [{ id: "910" }], whole: { "910": { id: "910", other: [] } } });
  const { result } = await read(source, hub, { client_id: "exampleCL" });

  expect(result["facebook_accounts"]).toEqual([{ id: "910", name: null, ad_accounts: null, json: null }]);
});

test("bears with an ad of which hardly anything is told", async () => {
  const hub = hubWith({ ...world, ads: { "901": [{ campaign: "x", ad_account: 5 }] } });
  const { result } = await read(source, hub, { client_id: "exampleCL", app_id: "1" });

  expect(result["ads"]).toEqual([
    expect.objectContaining({ id: null, ad_account: null, campaign_name: null }),
  ]);
});

test("adds raw JSON only when asked", async () => {
  const given = { client_id: "exampleCL", app_id: "1", include_json: true };
  const { result } = await read(source, hubWith(world), given);

  expect(result["facebook_accounts"]).toEqual([
    expect.objectContaining({ json: JSON.stringify(world.whole?.["910"]) }),
  ]);
  expect(result["ads"]).toEqual([expect.objectContaining({ json: JSON.stringify(ad) })]);
});

test.each([
  ["gone", [], titles.channelNotFound, "channel_id"],
  ["another client's", [channel("exampleCH", { clientId: "bakeryCL" })], titles.otherClient, "client_id"],
])("a channel that is %s is an error before Signals is asked", async (_, channels, summary, place) => {
  const hub = hubWith(world, channels);

  await expect(read(source, hub, { client_id: "exampleCL", channel_id: "exampleCH" })).rejects.toMatchObject({
    diagnostic: { summary, path: [{ attribute: place }] },
  });
  expect(hub.calls).toEqual(["find examplePA/exampleCH"]);
});

test.each([
  [{ channel_id: "a", app_id: "1" }, ["App named twice"]],
  [{ channel_id: "a", app_id: UNKNOWN }, []],
  [{ channel_id: "a" }, []],
  [{}, []],
])("validate of case %# says what is wrong", (given, summaries) => {
  expect(validate(source, given)).toEqual(summaries);
});
