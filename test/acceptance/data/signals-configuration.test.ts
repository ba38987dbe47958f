import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { type DataRead, readData, type Values } from "../harness/read-data";
import { openWorld } from "../harness/world";

let data: DataRead;
beforeAll(async () => {
  data = await readData(`
data "dialog360_signals_configuration" "coffee" {
  client_id  = "exampleCL"
  channel_id = "exampleCH"
}
data "dialog360_signals_configuration" "one_account" {
  client_id      = "exampleCL"
  app_id         = "100001"
  ad_account_ids = ["900000000000101"]
  include_json   = true
}
data "dialog360_signals_configuration" "no_app" {
  client_id = "exampleCL"
}
data "dialog360_signals_configuration" "no_ads" {
  client_id   = "exampleCL"
  channel_id  = "exampleCH"
  include_ads = false
}
data "dialog360_signals_configuration" "cycles" {
  client_id  = "cyclesCL"
  channel_id = "leidenCH"
}`);
});
const signals = (name: string) => data.of(`signals_configuration.${name}`);

test("tells the client's Facebook accounts with their ad accounts", () => {
  expect(signals("coffee")).toMatchObject({
    facebook_account_attached: true,
    app_id: "100001",
    partner_id: "examplePA",
    facebook_accounts: [
      {
        id: "910000000000001",
        name: "Example Coffee on Facebook",
        ad_accounts: [
          { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" },
          { id: "900000000000102", name: "Example Coffee Abroad", currency: "USD" },
        ],
        json: null,
      },
    ],
  });
});

test("tells all ads of all ad accounts, page after page", () => {
  const ads = signals("coffee")["ads"] as Values[];

  expect(ads).toHaveLength(133);
  expect(new Set(ads.map(({ id }) => id)).size).toBe(133);
  expect(ads[0]).toEqual({
    id: "920000000001001",
    name: "Example Coffee Ads 1",
    status: "ACTIVE",
    ad_account: { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" },
    campaign_name: "Example Coffee Ads: spring",
    campaign_start_time: "2025-02-03T11:00:00+0100",
    created_time: "2025-02-03T10:00:00+0100",
    updated_time: "2025-02-10T16:30:00+0100",
    json: null,
  });
});

test("tells the ads of those ad accounts that are named, with their JSON where asked for", () => {
  const ads = signals("one_account")["ads"] as Values[];

  expect(ads).toHaveLength(3);
  expect(JSON.parse(String(ads[2]?.["json"]))).toMatchObject({ id: "920000000001003", status: "PAUSED" });
});

test.each([
  ["without an app", "no_app"],
  ["where none are wanted", "no_ads"],
  ["where the channel has no app yet", "cycles"],
])("has no ads %s", (_why, name) => expect(signals(name)).toMatchObject({ ads: null }));

test("says that a client has attached no Facebook account", () => {
  expect(signals("cycles")).toMatchObject({ facebook_account_attached: false, facebook_accounts: [] });
});

test("says that the tracking state is unknown where the hub reports none", () => {
  expect(signals("coffee")).toMatchObject({ ctwa_tracking: "unknown" });
});

test("tells on and off where the hub reports it, and unknown without a channel", async () => {
  const reported = await readData(
    `
data "dialog360_signals_configuration" "on" {
  client_id   = "bakeryCL"
  channel_id  = "viennaCH"
  include_ads = false
}
data "dialog360_signals_configuration" "off" {
  client_id   = "bakeryCL"
  channel_id  = "grazCH"
  include_ads = false
}
data "dialog360_signals_configuration" "unknown" {
  client_id = "bakeryCL"
}
data "dialog360_channel" "on" {
  channel_id = "viennaCH"
}`,
    { simulator: { ctwaField: "integration.ctwa_enabled", signalsEnvelope: "object" } },
  );

  for (const word of ["on", "off", "unknown"]) {
    expect(reported.of(`signals_configuration.${word}`)).toMatchObject({ ctwa_tracking: word });
  }
  expect(reported.of("channel.on")).toMatchObject({ ctwa_tracking: "on" });
});

test("is read after the switch that it depends on, and never before", async () => {
  const { world } = await readData(`
resource "dialog360_channel_ctwa_tracking" "coffee" {
  channel_id = "exampleCH"
}
data "dialog360_signals_configuration" "keywords" {
  client_id  = "exampleCL"
  channel_id = dialog360_channel_ctwa_tracking.coffee.id
}`);

  const order = world.simulator.requests.list().map(({ route }) => route);
  expect(order.indexOf("enable_ctwa")).toBeGreaterThan(-1);
  expect(order.indexOf("facebook_accounts")).toBeGreaterThan(order.indexOf("enable_ctwa"));
  expect((await world.workspace.plan()).code).toBe(0);
});

test("refuses a channel of another client, and names that client", async () => {
  const { workspace } = await openWorld();
  await workspace.configure(
    'data "dialog360_signals_configuration" "mixed" {\n  client_id  = "bakeryCL"\n  channel_id = "exampleCH"\n}',
  );

  const { errors } = await diagnose(workspace, "plan");

  expect(errors).toEqual([
    expect.objectContaining({
      summary: titles.otherClient,
      line: 'client_id  = "bakeryCL"',
    }),
  ]);
  expect(errors[0]?.detail).toContain('client_id = "exampleCL"');
});

test("shows the beginning of an answer that is no list", async () => {
  const { simulator, workspace } = await openWorld();
  simulator.control.addFault({ route: "facebook_accounts", body: { accounts: [], other: [] } });
  await workspace.configure('data "dialog360_signals_configuration" "odd" {\n  client_id = "exampleCL"\n}');

  const { errors } = await diagnose(workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: titles.unexpectedResponse("Signals API") })]);
  expect(errors[0]?.detail).toContain('{"accounts":[],"other":[]}');
});
