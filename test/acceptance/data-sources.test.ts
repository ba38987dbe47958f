import { asked } from "./asked";
import { diagnose } from "./diagnose";
import { type DataRead, readData, type Values } from "./read-data";
import { openWorld, type WorldOptions } from "./world";

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
      expect.objectContaining({ summary: "More than one channel", line: 'phone_number = "+4915550000002"' }),
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

    expect(errors).toEqual([expect.objectContaining({ summary: "Channel not found", line })]);
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
  client_id = "strangerCL"
}
data "dialog360_channels" "with_json" {
  client_id    = "bakeryCL"
  include_json = true
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
    expect(channels("bakery")["linzCH"]).toMatchObject({
      ...{ channel_id: "linzCH", client_name: "Bakery Example", phone_number: "+4915550000008", json: null },
    });
    expect(JSON.parse(String(channels("with_json")["linzCH"]?.["json"]))).toMatchObject({ id: "linzCH" });
  });

  test("reads every page of a partner with 2,500 channels", async () => {
    const { world, of } = await readData('data "dialog360_channels" "all" {}', {
      simulator: { channels: 2_500 },
    });

    expect(Object.keys(of("channels.all")["channels"] as object)).toHaveLength(2_500);
    expect(asked(world.simulator)).toEqual({ token: 1, channels: 3 });
  });
});
