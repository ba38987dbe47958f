import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Folder, openFolder, root } from "../harness/synthesised";

jest.setTimeout(120_000);

/** A stack with everything that the constructs take and both kinds of output can hold. */
const program = (framework: string) => `
const { createRequire } = require("node:module");
const load = createRequire(${JSON.stringify(path.join(root, "package.json"))});
const { App, TerraformOutput, TerraformStack, TerraformVariable } = load("${framework}");
const library = load("terraform-provider-dialog360/${framework}");
const { ChannelCtwaTracking, ClientTracking, CtwaTracking, Dialog360, OnDestroy, ReportedTracking, SignalsConfiguration } = library;
const app = new App();
const stack = new TerraformStack(app, "all");
new Dialog360(stack, "dialog360");
const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
const channel = new TerraformVariable(stack, "channel", { type: "string", default: "lateCH" });
const on = new TerraformVariable(stack, "on", { type: "bool", default: true });
const accounts = new TerraformVariable(stack, "accounts", { type: "list(string)", default: ["900000000000101"] });
const provider = new Dialog360(stack, "other", {
  alias: "other", partnerId: "otherPA", username: "other@example.com", password: password.stringValue,
  hubBaseUrl: "https://hub.example.com/api/v2", signalsBaseUrl: "https://signals.example.com",
  ctwaStatusField: "integration.ctwa_enabled", requestTimeout: "45s", maxRetries: 0,
});
const berlin = new CtwaTracking(stack, "berlin", {
  channelId: "berlinCH", clientId: "exampleCL", partnerId: "examplePA", enabled: false, onDestroy: OnDestroy.KEEP,
  reassertAfter: "24h", timeouts: { create: "10m", read: "1m", update: "10m", delete: "10m" },
  lifecycle: { preventDestroy: true, createBeforeDestroy: false, ignoreChanges: ["client_id", "timeouts"] },
});
berlin.resource.importFrom("berlinCH");
berlin.resource.addOverride("reassert_after", "48h");
new CtwaTracking(stack, "digits", { channelId: "0123456", timeouts: {} });
new CtwaTracking(stack, "late", { channelId: channel.stringValue, enabled: on.booleanValue, provider });
new CtwaTracking(stack, "shop", { phoneNumber: "+49 (155) 500-00001", dependsOn: [berlin], provider });
new CtwaTracking(stack, "renamed", { channelId: "renamedCH" }).resource.moveFromId("dialog360_channel_ctwa_tracking.former");
const bakery = new ClientTracking(stack, "bakery", { clientId: "bakeryCL", channelIds: ["vienna.CH", "graz~CH"], provider });
const signals = new SignalsConfiguration(stack, "signals", {
  clientId: "exampleCL", channelId: berlin.trackedChannelId, partnerId: "examplePA", adAccountIds: ["act_1", "2"],
  includeAds: true, includeJson: on.booleanValue, after: [berlin, bakery], dependsOn: [berlin],
});
new SignalsConfiguration(stack, "app", { clientId: "exampleCL", appId: "100001", adAccountIds: accounts.listValue, provider });
new TerraformOutput(stack, "found", {
  value: {
    attached: signals.facebookAccountAttached, account: signals.facebookAccounts.get(0).adAccounts.get(0).currency,
    ad: signals.ads.get(0).adAccount.name, on: signals.reports(ReportedTracking.ON), enabled: berlin.enabled,
    sent: berlin.assertedAt, known: bakery.tracking("vienna.CH").verification,
  },
});
app.synth();
`;

let folder: Folder;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.remove());

describe.each(["cdktf", "cdktn"])("everything that constructs for %s take", (framework) => {
  beforeAll(() => writeFile(path.join(folder.path, `${framework}.cjs`), program(framework)));

  test.each([
    ["JSON", {}, "cdk.tf.json"],
    ["HCL", { SYNTH_HCL_OUTPUT: "true" }, "cdk.tf"],
  ])("is valid as %s", async (kind, env, file) => {
    const outdir = `${framework}-${kind}`;
    const stack = `${outdir}/stacks/all`;
    await folder.synthesise([process.execPath, `${framework}.cjs`], { CDKTF_OUTDIR: outdir, ...env });

    expect(await folder.validate(stack)).toEqual({ valid: true, errors: [] });
    const text = await readFile(path.join(folder.path, stack, file), "utf8");
    for (const value of ["48h", "berlinCH", "0123456", "10m", "act_1", "dialog360.other", "otherPA"]) {
      expect(text).toContain(value);
    }
  });
});
