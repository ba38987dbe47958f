import { TerraformOutput, TerraformVariable } from "cdktf";
import { CtwaTracking, type CtwaTrackingProps, Dialog360, OnDestroy } from "../../../lib";
import { findings, synth, trackings } from "../stack";

const BERLIN = "${dialog360_channel_ctwa_tracking.berlin.";

describe("a channel given by its id", () => {
  test("becomes a resource that is named after the construct, without a hash", () => {
    const made = synth((stack) => new CtwaTracking(stack, "berlin", { channelId: "berlinCH" }));

    expect(trackings(made)).toEqual({ berlin: { channel_id: "berlinCH" } });
    expect(made.data).toBeUndefined();
  });

  test("passes every setting on", () => {
    const made = synth((stack) => {
      const provider = new Dialog360(stack, "other", { alias: "other", partnerId: "otherPA" });
      const first = new CtwaTracking(stack, "first", { channelId: "firstCH" });
      new CtwaTracking(stack, "berlin", {
        channelId: "berlinCH",
        clientId: "exampleCL",
        partnerId: "examplePA",
        enabled: false,
        onDestroy: OnDestroy.KEEP,
        reassertAfter: "24h",
        timeouts: { create: "10m" },
        provider,
        dependsOn: [first],
        lifecycle: { preventDestroy: true },
      });
    });

    expect(trackings(made)["berlin"]).toEqual({
      channel_id: "berlinCH",
      client_id: "exampleCL",
      partner_id: "examplePA",
      enabled: false,
      on_destroy: "keep",
      reassert_after: "24h",
      timeouts: { create: "10m" },
      provider: "dialog360.other",
      depends_on: ["dialog360_channel_ctwa_tracking.first"],
      lifecycle: { prevent_destroy: true },
    });
  });
});

describe("a channel given by its phone number", () => {
  test("is looked up, with the same provider and partner", () => {
    const made = synth((stack) => {
      const provider = new Dialog360(stack, "other", { alias: "other" });
      const props = { phoneNumber: "+4915550000001", partnerId: "otherPA", provider };
      expect(new CtwaTracking(stack, "shop", props).channel).toBeDefined();
    });

    const [[name, look] = []] = Object.entries(made.data?.["dialog360_channel"] ?? {});
    expect(look).toEqual({
      phone_number: "+4915550000001",
      partner_id: "otherPA",
      provider: "dialog360.other",
    });
    expect(trackings(made)["shop"]).toMatchObject({
      channel_id: `\${data.dialog360_channel.${name}.channel_id}`,
      partner_id: "otherPA",
    });
  });
});

test("what Terraform alone knows can be given, and passes", () => {
  const made = synth((stack) => {
    const id = new TerraformVariable(stack, "id", { type: "string" });
    const number = new TerraformVariable(stack, "number", { type: "string" });
    new CtwaTracking(stack, "berlin", { channelId: id.stringValue, clientId: id.stringValue });
    new CtwaTracking(stack, "shop", { phoneNumber: number.stringValue });
  });

  expect(trackings(made)["berlin"]).toEqual({ channel_id: "${var.id}", client_id: "${var.id}" });
});

test("every value that others may want is a reference", () => {
  const made = synth((stack) => {
    const berlin = new CtwaTracking(stack, "berlin", { channelId: "berlinCH" });
    const { channelId, trackedChannelId, clientId, partnerId, phoneNumber, appId, verification, assertedAt } =
      berlin;
    const texts = {
      channelId,
      trackedChannelId,
      clientId,
      partnerId,
      phoneNumber,
      appId,
      verification,
      assertedAt,
    };
    new TerraformOutput(stack, "all", { value: { ...texts, enabled: berlin.enabled } });
  });

  expect(made.output?.["all"]?.["value"]).toEqual({
    channelId: `${BERLIN}channel_id}`,
    trackedChannelId: `${BERLIN}id}`,
    clientId: `${BERLIN}client_id}`,
    partnerId: `${BERLIN}partner_id}`,
    phoneNumber: `${BERLIN}phone_number}`,
    appId: `${BERLIN}app_id}`,
    verification: `${BERLIN}verification}`,
    assertedAt: `${BERLIN}asserted_at}`,
    enabled: `${BERLIN}enabled}`,
  });
});

describe("at synth the construct's path is named where", () => {
  test.each<[string, CtwaTrackingProps, string]>([
    [
      "neither id nor phone number is given",
      {},
      "One of channelId and phoneNumber is needed, and neither is given.",
    ],
    [
      "both are given",
      { channelId: "berlinCH", phoneNumber: "+4915550000001" },
      "Only one of channelId and phoneNumber can be given, and both are.",
    ],
    ["the channel is empty", { channelId: "" }, "channelId must not be empty."],
    ["the phone number is empty", { phoneNumber: "" }, "phoneNumber must not be empty."],
    ["the channel has a slash", { channelId: "a/b" }, 'it is "a/b"'],
    ["the client has a slash", { channelId: "a", clientId: "x/y" }, "clientId must be an id"],
    ["the partner is empty", { channelId: "a", partnerId: "" }, "partnerId must not be empty."],
  ])("%s", (_name, props, words) => {
    const build = (stack: ConstructorParameters<typeof CtwaTracking>[0]) =>
      void new CtwaTracking(stack, "berlin", props);

    expect(findings(build)).toEqual([expect.stringContaining("[tracking/berlin] ")]);
    expect(findings(build)[0]).toContain(words);
    expect(() => synth(build)).toThrow("[tracking/berlin]");
  });
});
