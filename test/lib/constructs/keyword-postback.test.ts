import { TerraformOutput, TerraformVariable } from "cdktf";
import { ClientTracking, CtwaTracking, KeywordPostback, type KeywordPostbackProps } from "../../../lib";
import { findings, synth } from "../stack";

const keyword = { adId: "920000000001001", keywordId: "1001" };
const url = "https://example.com/conversions";
const postback = (made: ReturnType<typeof synth>) =>
  made.resource?.["dialog360_signals_keyword_postback"]?.["order"];

test("takes app and channel from the tracking that is switched first", () => {
  const made = synth((stack) => {
    const tracking = new CtwaTracking(stack, "shop", { channelId: "exampleCH" });
    const bakery = new ClientTracking(stack, "bakery", { clientId: "bakeryCL", channelIds: ["viennaCH"] });
    const order = new KeywordPostback(stack, "order", { ...keyword, tracking, url, after: [bakery] });
    new TerraformOutput(stack, "id", { value: order.postbackId });
  });
  expect(postback(made)).toEqual({
    app_id: "${dialog360_channel_ctwa_tracking.shop.app_id}",
    channel_id: "${dialog360_channel_ctwa_tracking.shop.channel_id}",
    ad_id: keyword.adId,
    keyword_id: keyword.keywordId,
    url,
    depends_on: [expect.stringMatching(/^dialog360_channel_ctwa_tracking\.bakery_viennaCH_/)],
  });
  expect(made.output?.["id"]?.["value"]).toBe("${dialog360_signals_keyword_postback.order.id}");
});

test("takes an app by its id, and a write-only URL out of a variable", () => {
  const made = synth((stack) => {
    const token = new TerraformVariable(stack, "hook", { type: "string" });
    new KeywordPostback(stack, "order", {
      ...keyword,
      ...{ appId: "100001", urlWo: token.stringValue, urlWoVersion: 1, onDestroy: url },
    });
  });
  expect(postback(made)).toEqual({
    ...{ app_id: "100001", ad_id: keyword.adId, keyword_id: keyword.keywordId },
    ...{ url_wo: "${var.hook}", url_wo_version: 1, on_destroy: url },
  });
});

test.each<[string, Partial<KeywordPostbackProps>, string]>([
  [
    "neither tracking nor app is given",
    { appId: undefined as unknown as string },
    "One of tracking and appId",
  ],
  ["both URLs are given", { urlWo: url, urlWoVersion: 1 }, "Only one of url and urlWo"],
  ["a version has no write-only URL", { urlWoVersion: 1 }, "urlWo and urlWoVersion"],
  ["the ad has a slash", { adId: "a/b" }, "adId must be an id"],
])("at synth the construct's path is named where %s", (_name, props, words) => {
  const found = findings(
    (stack) => new KeywordPostback(stack, "order", { ...keyword, appId: "100001", url, ...props }),
  );
  expect(found).toEqual([expect.stringContaining(`[tracking/order] ${words}`)]);
});
