import { titles } from "../../../src/provider/titles";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { type DataRead, readData, type Values } from "../harness/read-data";
import { openWorld, type WorldOptions } from "../harness/world";

describe("dialog360_channel", () => {
  let data: DataRead;
  beforeAll(async () => {
    data = await readData(`
data "dialog360_channel" "by_id" {
  channel_id = "berlinCH"
}
data "dialog360_channel" "by_number" {
  phone_number = "+49 15550 000002"
}
data "dialog360_channel" "terminated" {
  channel_id = "innsbruckCH"
}
data "dialog360_channel" "new" {
  channel_id = "leidenCH"
}
data "dialog360_channel" "with_json" {
  channel_id   = "berlinCH"
  include_json = true
}`);
  });

  test("finds a channel by its id, with all that is told of it", () => {
    expect(data.of("channel.by_id")).toEqual({
      channel_id: "berlinCH",
      partner_id: "examplePA",
      client_id: "exampleCL",
      client_name: "Example Coffee",
      phone_number: "+4915550000002",
      phone_name: "Example Berlin",
      app_id: "100002",
      status: "verified",
      hub_status: "live",
      account_mode: "live",
      waba_account_id: "exampleWA",
      waba_external_id: "800000000000001",
      created_at: "2024-03-01T09:00:00Z",
      cancelled_at: null,
      terminated_at: null,
      ctwa_tracking: "unknown",
      include_json: false,
      json: null,
      timeouts: null,
    });
  });

  test("finds it by its number however that is written, and keeps the writing", () => {
    expect(data.of("channel.by_number")).toMatchObject({
      channel_id: "berlinCH",
      phone_number: "+49 15550 000002",
    });
  });

  test("shows a terminated channel, with its end", () => {
    expect(data.of("channel.terminated")).toMatchObject({ terminated_at: "2025-06-30T22:00:00Z" });
  });

  test("shows a channel that has neither number nor app yet", () => {
    expect(data.of("channel.new")).toMatchObject({ app_id: null, phone_number: null, phone_name: null });
  });

  test("holds the raw JSON where that is asked for", () => {
    const json: unknown = JSON.parse(String(data.of("channel.with_json")["json"]));

    expect(json).toMatchObject({ id: "berlinCH", setup_info: { region: "EU" } });
  });

  test("nothing about people is kept without being asked for", () => {
    expect(JSON.stringify(data.of("channel.by_id"))).not.toMatch(/@|Erika/);
    expect(JSON.stringify(data.of("channel.with_json"))).toContain("erika@example-coffee.example");
  });
});

describe("dialog360_channel that cannot be told apart or found is an error at what named it", () => {
  test("two channels with one number are both named", async () => {
    const { simulator, workspace } = await openWorld();
    simulator.control.changeChannel("innsbruckCH", { phone_number: "+4915550000002" });
    await workspace.configure('data "dialog360_channel" "twice" {\n  phone_number = "+4915550000002"\n}');

    const { errors } = await diagnose(workspace, "plan");

    expect(errors).toEqual([
      expect.objectContaining({ summary: titles.severalChannels, line: 'phone_number = "+4915550000002"' }),
    ]);
    expect(errors[0]?.detail).toContain("berlinCH (verified)");
    expect(errors[0]?.detail).toContain("innsbruckCH (terminated_at 2025-06-30T22:00:00Z)");
    expect(errors[0]?.detail).toContain("Use channel_id");
  });

  test.each([
    ['channel_id = "nowhereCH"', "The partner examplePA has no channel nowhereCH"],
    [
      'phone_number = "+4900000"',
      "no channel with the phone number +4900000. Write it with its country code",
    ],
  ])("%s", async (line, words) => {
    const { workspace } = await openWorld();
    await workspace.configure(`data "dialog360_channel" "none" {\n  ${line}\n}`);

    const { errors } = await diagnose(workspace, "plan");

    expect(errors).toEqual([expect.objectContaining({ summary: titles.channelNotFound, line })]);
    expect(errors[0]?.detail).toContain(words);
  });
});

describe("dialog360_channels", () => {
  const blocks = `
data "dialog360_channels" "all" {}
data "dialog360_channels" "bakery" {
  client_id = "bakeryCL"
}
data "dialog360_channels" "unverified" {
  status = "unverified"
}
data "dialog360_channels" "bakery_live" {
  client_id    = "bakeryCL"
  account_mode = "live"
}
data "dialog360_channels" "none" {
  client_id   = "strangerCL"
  allow_empty = true
}
data "dialog360_channels" "with_json" {
  client_id    = "bakeryCL"
  include_json = true
}
data "dialog360_channels" "vienna" {
  phone_number = "+49 15550 000006"
  was_in_use   = false
}
data "dialog360_channels" "ended" {
  terminated_before = "2026-01-01T00:00:00Z"
  client_email      = "Bernd@bakery-example.example"
}`;

  test.each<[string, NonNullable<WorldOptions["simulator"]>]>([
    ["the usual pages", {}],
    ["pages of five channels", { maxPageSize: 5 }],
    ["filters that are ignored", { ignoreFilters: true }],
  ])("lists what matches, by id, whatever the hub's pages are like: %s", async (_what, simulator) => {
    const data = await readData(blocks, { simulator });
    const channels = (name: string) => data.of(`channels.${name}`)["channels"] as Record<string, Values>;
    const listed = (name: string) => Object.keys(channels(name)).sort();

    expect(listed("all")).toHaveLength(24);
    expect(listed("bakery")).toEqual(["grazCH", "innsbruckCH", "linzCH", "salzburgCH", "viennaCH"]);
    expect(listed("unverified")).toEqual(["lilleCH"]);
    expect(listed("bakery_live")).toEqual(["grazCH", "innsbruckCH", "linzCH", "viennaCH"]);
    expect(listed("none")).toEqual([]);
    expect(listed("vienna")).toEqual(["viennaCH"]);
    expect(listed("ended")).toEqual(["innsbruckCH"]);
    expect(channels("bakery")["linzCH"]).toMatchObject({
      ...{ channel_id: "linzCH", client_name: "Bakery Example", phone_number: "+4915550000008", json: null },
    });
    expect(JSON.parse(String(channels("with_json")["linzCH"]?.["json"]))).toMatchObject({ id: "linzCH" });
  });

  test("leaves words and fields that channels do not show to the hub, unless it ignores filters", async () => {
    const words = 'data "dialog360_channels" "words" {\n  search = "berlin"\n}';
    const { of, world } = await readData(words);
    expect(Object.keys(of("channels.words")["channels"] as object)).toEqual(["berlinCH"]);

    world.simulator.control.changeSettings({ ignoreFilters: true });
    const { errors } = await diagnose(world.workspace, "plan");

    expect(errors).toEqual([expect.objectContaining({ summary: titles.unexpectedResponse("Partner Hub") })]);
    expect(errors[0]?.detail).toContain("filter q ");
  });

  test("reads every page of a partner with 2,500 channels", async () => {
    const { world, of } = await readData('data "dialog360_channels" "all" {}', {
      simulator: { channels: 2_500 },
    });

    expect(Object.keys(of("channels.all")["channels"] as object)).toHaveLength(2_500);
    expect(asked(world.simulator)).toEqual({ token: 1, channels: 3 });
  });
});

describe("dialog360_client and dialog360_clients", () => {
  let data: DataRead;
  beforeAll(async () => {
    data = await readData(`
data "dialog360_client" "by_id" {
  client_id = "exampleCL"
}
data "dialog360_client" "by_name" {
  name = "Bakery Example"
}
data "dialog360_client" "with_json" {
  client_id    = "cyclesCL"
  include_json = true
}
data "dialog360_clients" "all" {}
data "dialog360_clients" "paris" {
  city = "Paris"
}
data "dialog360_clients" "by_mail" {
  contact_email = "OSCAR@optics-example.example"
}`);
  });
  const listed = (name: string) => Object.keys(data.of(`clients.${name}`)["clients"] as object);

  test("tell what the hub says of clients, and nothing about people without being asked", () => {
    expect(data.of("client.by_id")).toEqual({
      client_id: "exampleCL",
      name: "Example Coffee",
      partner_id: "examplePA",
      include_json: false,
      status: "active",
      organisation: "Example Coffee",
      max_channels: null,
      partner_payload: null,
      business_vertical: "Retail",
      timezone: "Europe/Berlin",
      language: "en",
      country: "DE",
      webpage_url: "https://www.example-coffee.example",
      created_at: "2024-02-01T08:00:00Z",
      modified_at: "2024-02-02T08:00:00Z",
      json: null,
      timeouts: null,
    });
    expect(JSON.stringify([data.of("client.by_name"), data.of("clients.all")])).not.toMatch(/@|Bernd|\+49/);
    expect(data.of("client.with_json")["json"]).toContain("Carla Example");
  });

  test("find clients by name, by a filter of the hub, and by what is looked at here", () => {
    expect(data.of("client.by_name")).toMatchObject({ client_id: "bakeryCL" });
    expect(listed("all")).toEqual(["bakeryCL", "cyclesCL", "exampleCL", "floristCL", "opticsCL"]);
    expect(listed("paris")).toEqual(["floristCL"]);
    expect(listed("by_mail")).toEqual(["opticsCL"]);
  });

  test("cost a list that looks for ids share, and one for each search", () => {
    expect(asked(data.world.simulator)).toEqual({ token: 1, clients: 6 });
  });
});

describe("dialog360_signals_ads, _ad and _keyword_postback", () => {
  const blocks = `
data "dialog360_signals_ads" "all" {
  app_id        = "100001"
  ad_account_id = "900000000000102"
}
data "dialog360_signals_ads" "paused" {
  channel_id    = "exampleCH"
  ad_account_id = "900000000000101"
  status        = "PAUSED"
}
data "dialog360_signals_ad" "one" {
  channel_id   = "exampleCH"
  ad_id        = "920000000001001"
  include_json = true
}
data "dialog360_signals_keyword_postback" "order" {
  channel_id = "exampleCH"
  ad_id      = "920000000001001"
  keyword_id = "1001"
}`;

  test("tell what Signals knows", async () => {
    const { of, world } = await readData(blocks);

    expect(of("signals_ads.all")["ads"]).toHaveLength(130);
    expect(of("signals_ads.paused")["ads"]).toEqual([
      expect.objectContaining({ id: "920000000001003", status: "PAUSED", json: null }),
    ]);
    expect(of("signals_ad.one")).toMatchObject({
      ...{ app_id: "100001", name: "Example Coffee Ads 1", campaign_name: "Example Coffee Ads: spring" },
      ad_account: { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" },
    });
    expect(JSON.parse(String(of("signals_ad.one")["json"]))).toMatchObject({ app_id: "100001" });
    expect(of("signals_keyword_postback.order")).toMatchObject({ url: "https://example.com/conversions" });
    // Nothing says that a short page of ads is the last one, so each list asks once more.
    expect(asked(world.simulator)).toEqual({ token: 1, channels: 1, ads: 5, ad: 1, keyword_postback: 1 });
  });

  test("are errors with an api_key alone, before Signals is asked", async () => {
    const noUser = { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined };
    const { simulator, workspace } = await openWorld({
      env: { ...noUser, DIALOG360_API_KEY: "example-api-key" },
    });
    await workspace.configure(blocks);

    const { errors } = await diagnose(workspace, "plan");

    expect(errors.map(({ summary }) => summary)).toEqual(
      Array.from({ length: 4 }, () => "Missing credentials"),
    );
    expect(asked(simulator)).toEqual({ channels: 1 });
  });

  test("a keyword without a postback is an error that names what was asked", async () => {
    const { workspace } = await openWorld();
    await workspace.configure(`data "dialog360_signals_keyword_postback" "none" {
  app_id     = "100001"
  ad_id      = "920000000001001"
  keyword_id = "7"
}`);

    const { errors } = await diagnose(workspace, "plan");

    expect(errors).toEqual([expect.objectContaining({ summary: "Not found (404)" })]);
    expect(errors[0]?.detail).toContain("/v1/app/100001/ads/920000000001001/keywords/7/signal");
  });
});
