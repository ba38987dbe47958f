import type { Client } from "../../../src/client";
import { UNKNOWN } from "../../../src/framework";
import { signalsAd } from "../../../src/provider/data-sources/signals-ad";
import { signalsAds } from "../../../src/provider/data-sources/signals-ads";
import { signalsKeywordPostback } from "../../../src/provider/data-sources/signals-keyword-postback";
import { titles } from "../../../src/provider/titles";
import { channel, type FakeHub, fakeHub, signalsObject } from "../fake-hub";
import { read, validate } from "./read";

const active = { id: "1", name: "Spring", status: "ACTIVE", campaign: { name: "All year" } };
const paused = { id: "2", name: "Summer", status: "PAUSED" };
const details = {
  name: "Spring",
  status: "ACTIVE",
  ad_account: null,
  campaign_name: "All year",
  campaign_start_time: null,
  created_time: null,
  updated_time: null,
};

function hubWith(signals: Partial<Client["signals"]>, channels = [channel("exampleCH")]): FakeHub {
  return fakeHub(channels, { behaviour: { signals } });
}

const ads = async () => [signalsObject(active), signalsObject(paused)];

test("the ads of an account come with what is told of each", async () => {
  const { result } = await read(signalsAds, hubWith({ ads }), { app_id: "100001", ad_account_id: "901" });

  expect(result).toMatchObject({ app_id: "100001", ad_account_id: "901", partner_id: "examplePA" });
  expect((result["ads"] as unknown[])[0]).toEqual({ id: "1", ...details, json: null });
});

test("ads can be bounded to a status, and come with their raw JSON where that is asked for", async () => {
  const given = { app_id: "100001", ad_account_id: "901", status: "PAUSED", include_json: true };
  const { result } = await read(signalsAds, hubWith({ ads }), given);

  expect(result["ads"]).toEqual([expect.objectContaining({ id: "2", json: JSON.stringify(paused) })]);
});

test("one ad shows the same of itself", async () => {
  const seen: string[] = [];
  const hub = hubWith({
    ad: async (app, ad) => {
      seen.push(`${app}/${ad}`);
      return signalsObject(active);
    },
  });
  const { result } = await read(signalsAd, hub, { channel_id: "exampleCH", ad_id: "1" });

  expect(result).toMatchObject({ app_id: "100001", ad_id: "1", ...details, json: null });
  expect(seen).toEqual(["100001/1"]);
});

test.each([["https://example.com/conversions"], [null]])("a keyword's address is shown: %s", async (url) => {
  const seen: string[] = [];
  const hub = hubWith({
    keywordPostback: async (...path) => {
      seen.push(path.slice(0, 3).join("/"));
      return url;
    },
  });
  const { result } = await read(signalsKeywordPostback, hub, { app_id: "7", ad_id: "1", keyword_id: "9" });

  expect(result).toMatchObject({ url });
  expect(seen).toEqual(["7/1/9"]);
});

const sources = [
  [signalsAds, { ad_account_id: "901" }],
  [signalsAd, { ad_id: "1" }],
  [signalsKeywordPostback, { ad_id: "1", keyword_id: "9" }],
] as const;

describe.each(sources)("%#", (source, rest) => {
  test.each([
    ["is not there", [], titles.channelNotFound],
    ["has no app", [channel("exampleCH", { appId: null })], "Channel has no app"],
  ])("a channel that %s is an error before Signals is asked", async (_, channels, summary) => {
    const given = { channel_id: "exampleCH", ...rest };

    await expect(read(source, hubWith({}, channels), given)).rejects.toMatchObject({
      diagnostic: { summary, path: [{ attribute: "channel_id" }] },
    });
  });

  test.each([
    [{}, ["Missing app"]],
    [{ channel_id: "a", app_id: "1" }, ["App named twice"]],
    [{ channel_id: UNKNOWN, app_id: "1" }, []],
    [{ app_id: "1" }, []],
    [{ channel_id: "a" }, []],
  ])("validate of case %# says what is wrong", (given, summaries) => {
    expect(validate(source, { ...rest, ...given })).toEqual(summaries);
  });
});
