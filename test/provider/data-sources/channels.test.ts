import { at } from "../../../src/framework";
import { channels as source } from "../../../src/provider/data-sources/channels";
import { titles } from "../../../src/provider/titles";
import { channel, fakeHub } from "../fake-hub";
import { read } from "./read";

test("holds all channels by their ids", async () => {
  const hub = fakeHub([channel("berlinCH"), channel("hamburgCH", { phoneNumber: null })]);
  const { result } = await read(source, hub, {});
  const found = result["channels"] as ReadonlyMap<string, Record<string, unknown>>;

  expect([...found.keys()]).toEqual(["berlinCH", "hamburgCH"]);
  expect(found.get("hamburgCH")).toMatchObject({
    channel_id: "hamburgCH",
    phone_number: null,
    ctwa_tracking: "unknown",
    json: null,
  });
  expect(result).toMatchObject({ partner_id: "examplePA", client_id: null, include_json: false });
});

test("takes all channels from the list that all blocks share", async () => {
  const hub = fakeHub([]);
  await read(source, hub, {});

  expect(hub.calls).toEqual(["all examplePA"]);
});

/** Each filter with the name that the client has for it. */
const FILTERS: Readonly<Record<string, readonly [value: unknown, name: string]>> = {
  search: ["coffee", "search"],
  client_id: ["bakeryCL", "clientId"],
  client_email: ["bernd@example.com", "clientEmail"],
  type: ["waba", "type"],
  status: ["verified", "status"],
  meta_status: ["connected", "metaStatus"],
  availability_status: ["available", "availabilityStatus"],
  account_mode: ["live", "accountMode"],
  version: ["2", "version"],
  is_migrated: [false, "isMigrated"],
  external_id: ["800", "externalId"],
  current_limit: ["TIER_1K", "currentLimit"],
  current_quality_rating: ["High", "currentQualityRating"],
  phone_number: ["+4915550000001", "phoneNumber"],
  phone_name: ["Example", "phoneName"],
  was_in_use: [true, "wasInUse"],
  ivr: [false, "ivr"],
  verification_method: ["sms", "verificationMethod"],
  default_language: ["en", "defaultLanguage"],
  about_text: ["Bread", "aboutText"],
  business_vertical: ["Retail", "businessVertical"],
  business_description: ["Bakery", "businessDescription"],
  contact_email: ["shop@example.com", "contactEmail"],
  project_id: ["1", "projectId"],
  project_name: ["Shops", "projectName"],
  project_license_model: ["basic", "projectLicenseModel"],
  waba_account_id: ["bakeryWA", "wabaAccountId"],
  fb_account_status: ["verified", "fbAccountStatus"],
  created_after: ["2024-01-01T00:00:00Z", "createdAfter"],
  created_before: ["2024-01-01T00:00:00Z", "createdBefore"],
  modified_after: ["2024-01-01T00:00:00Z", "modifiedAfter"],
  modified_before: ["2024-01-01T00:00:00Z", "modifiedBefore"],
  terminated_after: ["2024-01-01T00:00:00Z", "terminatedAfter"],
  terminated_before: ["2024-01-01T00:00:00Z", "terminatedBefore"],
};

test.each(Object.entries(FILTERS))("hands its filter %s to the client", async (attribute, [value, name]) => {
  let seen: Readonly<Record<string, unknown>> = {};
  const list = async (_: string, filter: object) => {
    seen = { ...filter };
    return [];
  };
  const { result } = await read(source, fakeHub([], { behaviour: { list } }), { [attribute]: value });

  expect(result).toMatchObject({ [attribute]: value, channels: new Map() });
  expect(Object.entries(seen).filter(([, wanted]) => wanted !== null)).toEqual([[name, value]]);
});

test("has no other filters than those", () => {
  const optional = Object.entries(source.schema).filter(
    ([name, { presence }]) => presence === "optional" && name !== "timeouts",
  );

  expect(optional.map(([name]) => name)).toEqual(Object.keys(FILTERS));
});

test("asks for the raw JSON with include_json", async () => {
  const list = async (_: string, __: object, options?: { withJson?: boolean }) =>
    options?.withJson === true ? [channel("berlinCH", { json: '{"id":"berlinCH"}' })] : [];
  const hub = fakeHub([], { behaviour: { list } });
  const { result } = await read(source, hub, { include_json: true });

  expect((result["channels"] as Map<string, object>).get("berlinCH")).toMatchObject({
    json: '{"id":"berlinCH"}',
  });
});

test("a client that the partner does not have is an error, unless an empty result is allowed", async () => {
  const hub = fakeHub([], { behaviour: { list: async () => [], clients: { find: async () => null } } });
  const given = { client_id: "typoCL" };

  await expect(read(source, hub, given)).rejects.toMatchObject({
    diagnostic: { summary: titles.clientNotFound, path: at("client_id") },
  });
  const { result } = await read(source, hub, { ...given, allow_empty: true });
  expect(result).toMatchObject({ channels: new Map() });
});

test("a client without channels has an empty result", async () => {
  const hub = fakeHub([], { behaviour: { list: async () => [] } });

  const { result } = await read(source, hub, { client_id: "idleCL" });

  expect(result).toMatchObject({ channels: new Map() });
});
