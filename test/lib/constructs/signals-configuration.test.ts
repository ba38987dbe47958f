import { TerraformOutput } from "cdktf";
import {
  ClientTracking,
  CtwaTracking,
  ReportedTracking,
  SignalsConfiguration,
  type SignalsConfigurationProps,
} from "../../../lib";
import { findings, synth } from "../stack";

const DATA = "data.dialog360_signals_configuration.signals";

const signals = (made: ReturnType<typeof synth>) =>
  made.data?.["dialog360_signals_configuration"]?.["signals"];

test("becomes a data source that is named after the construct", () => {
  const made = synth(
    (stack) =>
      new SignalsConfiguration(stack, "signals", {
        clientId: "exampleCL",
        appId: "100001",
        adAccountIds: ["900000000000101"],
        includeAds: true,
        includeJson: false,
      }),
  );

  expect(signals(made)).toEqual({
    client_id: "exampleCL",
    app_id: "100001",
    ad_account_ids: ["900000000000101"],
    include_ads: true,
    include_json: false,
  });
});

test("is read after the switches that it names, of one channel and of many", () => {
  const made = synth((stack) => {
    const berlin = new CtwaTracking(stack, "berlin", { channelId: "berlinCH" });
    const none = new ClientTracking(stack, "none", { clientId: "exampleCL", channelIds: [] });
    const bakery = new ClientTracking(stack, "bakery", {
      clientId: "bakeryCL",
      channelIds: ["viennaCH", "grazCH"],
    });
    const last = new CtwaTracking(stack, "last", { channelId: "lastCH" });
    new SignalsConfiguration(stack, "signals", {
      clientId: "exampleCL",
      after: [berlin, none, bakery],
      dependsOn: [last],
    });
    new SignalsConfiguration(stack, "free", { clientId: "exampleCL", after: [none] });
  });

  expect(signals(made)?.["depends_on"]).toEqual([
    "dialog360_channel_ctwa_tracking.berlin",
    expect.stringMatching(/^dialog360_channel_ctwa_tracking\.bakery_viennaCH_/),
    expect.stringMatching(/^dialog360_channel_ctwa_tracking\.bakery_grazCH_/),
    "dialog360_channel_ctwa_tracking.last",
  ]);
  expect(made.data?.["dialog360_signals_configuration"]?.["free"]).toEqual({ client_id: "exampleCL" });
});

test("what it found can be referred to, with its parts", () => {
  const made = synth((stack) => {
    const found = new SignalsConfiguration(stack, "signals", {
      clientId: "exampleCL",
      channelId: "exampleCH",
    });
    new TerraformOutput(stack, "found", {
      value: {
        attached: found.facebookAccountAttached,
        account: found.facebookAccounts.get(0).adAccounts.get(1).name,
        currency: found.ads.get(0).adAccount.currency,
        tracking: found.ctwaTracking,
        on: found.reports(ReportedTracking.ON),
      },
    });
  });

  expect(made.output?.["found"]?.["value"]).toEqual({
    attached: `\${${DATA}.facebook_account_attached}`,
    account: `\${${DATA}.facebook_accounts[0].ad_accounts[1].name}`,
    currency: `\${${DATA}.ads[0].ad_account.currency}`,
    tracking: `\${${DATA}.ctwa_tracking}`,
    on: `\${(${DATA}.ctwa_tracking == "on")}`,
  });
});

test.each<[string, Partial<SignalsConfigurationProps>, string]>([
  ["both channel and app are given", { channelId: "a", appId: "1" }, "Only one of channelId and appId"],
  ["the client is missing", { clientId: undefined as unknown as string }, "clientId is needed"],
  ["the client has a slash", { clientId: "x/y" }, "clientId must be an id"],
  ["the channel is empty", { channelId: "" }, "channelId must not be empty."],
  ["the app is empty", { appId: " " }, "appId must not be empty."],
  ["an ad account has a slash", { adAccountIds: ["1", "act/2"] }, "adAccountIds[1] must be an id"],
])("at synth the construct's path is named where %s", (_name, props, words) => {
  const found = findings(
    (stack) => new SignalsConfiguration(stack, "signals", { clientId: "exampleCL", ...props }),
  );

  expect(found).toEqual([expect.stringContaining(`[tracking/signals] ${words}`)]);
});
