import { UNKNOWN } from "../../../src/framework";
import { channel as source } from "../../../src/provider/data-sources/channel";
import { titles } from "../../../src/provider/titles";
import { channel, fakeHub } from "../fake-hub";
import { read, validate } from "./read";

const berlin = channel("berlinCH", { phoneNumber: "+4915550000002", appId: "100002" });

test("finds a channel by its id in the shared list", async () => {
  const hub = fakeHub([channel("exampleCH"), berlin]);
  const { result } = await read(source, hub, { channel_id: "berlinCH" });

  expect(result).toEqual({
    channel_id: "berlinCH",
    phone_number: "+4915550000002",
    partner_id: "examplePA",
    include_json: false,
    client_id: "exampleCL",
    client_name: "Example Coffee",
    status: "verified",
    hub_status: "live",
    account_mode: "live",
    app_id: "100002",
    phone_name: "Example",
    waba_account_id: "exampleWA",
    waba_external_id: "800000000000001",
    created_at: "2024-03-01T09:00:00Z",
    cancelled_at: null,
    terminated_at: null,
    ctwa_tracking: "unknown",
    json: null,
    timeouts: null,
  });
  expect(hub.calls).toEqual(["find examplePA/berlinCH"]);
});

test.each([
  [true, "on"],
  [false, "off"],
  [null, "unknown"],
])("tells tracking that the hub reports as %s by the word %s", async (ctwaTracking, word) => {
  const hub = fakeHub([
    channel("exampleCH", { ctwaTracking, ctwaField: ctwaTracking === null ? null : "ctwa" }),
  ]);

  expect((await read(source, hub, { channel_id: "exampleCH" })).result["ctwa_tracking"]).toBe(word);
});

test("finds a channel by its number and keeps the number as it is written", async () => {
  const hub = fakeHub([], { behaviour: { list: async () => [berlin] } });
  const { result } = await read(source, hub, { phone_number: "+49 15550 000002" });

  expect(result).toMatchObject({ channel_id: "berlinCH", phone_number: "+49 15550 000002" });
  expect(hub.calls).toEqual(['list examplePA {"phoneNumber":"+49 15550 000002"}']);
});

test("asks another partner where the block names one", async () => {
  const hub = fakeHub([berlin], { partnerId: null });
  const { result } = await read(source, hub, { channel_id: "berlinCH", partner_id: "otherPA" });

  expect(result).toMatchObject({ partner_id: "otherPA" });
  expect(hub.calls).toEqual(["find otherPA/berlinCH"]);
});

test.each([
  [{ channel_id: "berlinCH" }, 'list examplePA {"id":"berlinCH"}'],
  [{ phone_number: "+4915550000002" }, 'list examplePA {"phoneNumber":"+4915550000002"}'],
])("adds the raw JSON only when asked, with one search: %j", async (by, asked) => {
  const hub = fakeHub([], { behaviour: { list: async () => [{ ...berlin, json: '{"id":"berlinCH"}' }] } });

  expect((await read(source, hub, { ...by, include_json: true })).result["json"]).toBe('{"id":"berlinCH"}');
  expect(hub.calls).toEqual([asked]);
});

test("an id that nobody has is an error with raw JSON, too", async () => {
  const hub = fakeHub([], { behaviour: { list: async () => [] } });

  await expect(read(source, hub, { channel_id: "nobodyCH", include_json: true })).rejects.toMatchObject({
    diagnostic: { summary: titles.channelNotFound, path: [{ attribute: "channel_id" }] },
  });
});

test("an id or a number that nobody has is an error at its argument", async () => {
  const hub = fakeHub([]);

  await expect(read(source, hub, { channel_id: "nobodyCH" })).rejects.toMatchObject({
    diagnostic: { summary: titles.channelNotFound, path: [{ attribute: "channel_id" }] },
  });
  await expect(read(source, hub, { phone_number: "+49155" })).rejects.toMatchObject({
    diagnostic: { summary: titles.channelNotFound, path: [{ attribute: "phone_number" }] },
  });
});

test("two channels with one number are an error that names both", async () => {
  const old = channel("oldCH", { terminatedAt: "2025-06-30T22:00:00Z" });
  const hub = fakeHub([], { behaviour: { list: async () => [berlin, old] } });

  await expect(read(source, hub, { phone_number: "+4915550000002" })).rejects.toThrow(
    /berlinCH \(verified\), oldCH \(terminated_at 2025-06-30T22:00:00Z\)/,
  );
});

test.each([
  [{}, ["Missing channel"]],
  [{ channel_id: "a", phone_number: "1" }, ["Channel named twice"]],
  [{ channel_id: "a" }, []],
  [{ phone_number: "1" }, []],
  [{ channel_id: UNKNOWN, phone_number: "1" }, []],
  [{ phone_number: UNKNOWN }, []],
])("validate of case %# says what is wrong", (given, summaries) => {
  expect(validate(source, given)).toEqual(summaries);
});

test("a missing partner is an error at partner_id", async () => {
  const hub = fakeHub([berlin], { partnerId: null });

  await expect(read(source, hub, { channel_id: "berlinCH" })).rejects.toMatchObject({
    diagnostic: { summary: "Missing partner", path: [{ attribute: "partner_id" }] },
  });
});

test("a partner that is not known yet is not called missing", async () => {
  const hub = fakeHub([berlin], { partnerId: UNKNOWN });

  await expect(read(source, hub, { channel_id: "berlinCH" })).rejects.toMatchObject({
    diagnostic: {
      summary: titles.settingsNotKnown,
      detail: expect.stringContaining("partner_id"),
    },
  });
  expect(hub.calls).toEqual([]);
});
