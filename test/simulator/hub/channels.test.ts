import { createSimulator } from "../../../src/simulator";
import { channelFields } from "../../../src/simulator/world/documented-fields";
import { ask, askChannel, askChannels } from "../ask";

const ids = (json: { partner_channels: { id: string }[] }) => json.partner_channels.map(({ id }) => id);
const filters = (value: unknown) => ({ filters: JSON.stringify(value) });

test("a list that is asked for nothing shows all channels of the partner by id, a thousand at most", async () => {
  const { json } = await askChannels(createSimulator());
  const { partner_channels: channels, ...envelope } = json;
  expect(envelope).toEqual({ count: 24, filters: {}, limit: 1000, offset: 0, sort: ["id"], total: 24 });
  expect(ids(json)).toEqual([...ids(json)].sort());
  expect(
    new Set(channels.map((one: { waba_account: { partner_id: string } }) => one.waba_account.partner_id)),
  ).toEqual(new Set(["examplePA"]));
});

test("a channel has the documented fields, and none about tracking", async () => {
  const channel = await askChannel(createSimulator(), "exampleCH");
  expect(paths(channel).sort()).toEqual([...channelFields].sort());
  expect(JSON.stringify(channel)).not.toMatch(/ctwa/i);
  expect(channel).toMatchObject({
    client_id: "exampleCL",
    client: {
      id: "exampleCL",
      name: "Example Coffee",
      contact_info: { email: "erika@example-coffee.example" },
    },
    setup_info: { phone_number: "+4915550000001" },
    integration: { enabled: true, app_id: "100001", state: "running" },
  });
});

test.each(["ctwa_enabled", "integration.ctwa_enabled", "tracking.ctwa.enabled"])(
  "with the option ctwaField, channels report tracking in %s",
  async (field) => {
    const simulator = createSimulator({ ctwaField: field });
    const at = (channel: unknown) =>
      field.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], channel);
    expect(at(await askChannel(simulator, "exampleCH"))).toBe(false);
    expect(at(await askChannel(simulator, "munichCH"))).toBe(true);
    expect((await askChannel(simulator, "munichCH"))["integration"]).toMatchObject({ app_id: "100004" });
    expect(ids((await askChannels(simulator, filters({ [field]: true }))).json)).toEqual([
      "munichCH",
      "viennaCH",
    ]);
  },
);

test.each([
  [null, ""],
  ["is_ctwa_active", ""],
  ["integration.ctwa_enabled", "integration"],
])(
  "with the option decoys, fields that only sound like it stand beside the field %j",
  async (ctwaField, parent) => {
    const simulator = createSimulator({ ctwaField, decoys: true });
    const decoys = { ctwa_eligible: true, ctwa_enabled_at: expect.stringMatching(/^2024-/) };
    for (const id of ["exampleCH", "munichCH"]) {
      const channel = await askChannel(simulator, id);
      expect(parent === "" ? channel : channel[parent]).toMatchObject(decoys);
      const name = ctwaField?.split(".").at(-1) ?? "";
      const found = JSON.stringify(channel).match(/"[^"]*ctwa[^"]*"/g) ?? [];
      expect(found.filter((one) => one !== `"${name}"`)).toEqual(['"ctwa_eligible"', '"ctwa_enabled_at"']);
    }
  },
);

test("one channel can hide its tracking, and show fields that nobody knows", async () => {
  const simulator = createSimulator({ ctwaField: "integration.ctwa" });
  simulator.control.changeChannel("exampleCH", {
    hides_ctwa: true,
    extra: { ctwa: "yes", client: { vip: true } },
  });
  const channel = await askChannel(simulator, "exampleCH");
  expect(channel["integration"]).toEqual({ enabled: true, app_id: "100001", state: "running" });
  expect(channel).toMatchObject({ ctwa: "yes", client: { vip: true, name: "Example Coffee" } });
});

test.each([
  [{ id: "berlinCH" }, ["berlinCH"]],
  [{ id: "otherCH" }, []],
  [{ id: "nobodyCH" }, []],
  [{ client_id: "opticsCL" }, ["bilbaoCH", "madridCH", "sevilleCH", "valenciaCH"]],
  [{ client_id: "otherCL" }, []],
  [{ id: "berlinCH", client_id: "bakeryCL" }, []],
  [
    { client_id: "exampleCL", status: "verified", "setup_info.phone_number": "+4915550000003" },
    ["hamburgCH"],
  ],
  [{ account_mode: "sandbox" }, ["haarlemCH", "salzburgCH"]],
  [{ q: "BERLIN" }, ["berlinCH"]],
  [{ q: "optics", status: "error" }, ["bilbaoCH"]],
  [{ q: "4915550000003" }, ["hamburgCH"]],
  [{ meta_status: "connected" }, []],
  [{ "project.name": "Shops", "profile_info.about_text": "Bread" }, []],
  [{ "integration.app_id": null }, ["leidenCH"]],
  [{ "client.contact_info.email": "bernd@bakery-example.example", account_mode: "sandbox" }, ["salzburgCH"]],
])("filters %j leave %j", async (wanted, expected) => {
  const { json } = await askChannels(createSimulator(), filters(wanted));
  expect(ids(json)).toEqual(expected);
  expect(json).toMatchObject({ count: expected.length, total: expected.length, filters: wanted });
});

test("filters may be ignored altogether, even malformed ones", async () => {
  const simulator = createSimulator({ ignoreFilters: true });
  expect((await askChannels(simulator, filters({ id: "berlinCH" }))).json.total).toBe(24);
  expect((await askChannels(simulator, { filters: "{'id'" })).status).toBe(200);
});

test("pages follow each other without a gap, and the last one is short", async () => {
  const simulator = createSimulator();
  const page = async (offset: number) =>
    (await askChannels(simulator, { limit: "10", offset: `${offset}` })).json;
  const pages = [await page(0), await page(10), await page(20), await page(30)];
  expect(pages.map(({ count, total, limit }) => [count, total, limit])).toEqual([
    [10, 24, 10],
    [10, 24, 10],
    [4, 24, 10],
    [0, 24, 10],
  ]);
  expect(pages.flatMap(ids)).toEqual(ids((await askChannels(simulator)).json));
});

test("channels can come and go between pages, so that a reader sees one twice and misses another", async () => {
  const simulator = createSimulator({ churn: 1 });
  const page = async (offset: number) =>
    (await askChannels(simulator, { limit: "6", offset: `${offset}` })).json;
  const whole = ids((await askChannels(simulator)).json);
  const pages = [await page(0), await page(6), await page(12), await page(18)];
  expect(pages.map(({ total }) => total)).toEqual([24, 25, 24, 25]);
  const seen = pages.flatMap(ids);
  expect(seen.filter((id, index) => seen.indexOf(id) !== index)).toEqual([whole[5], whole[17]]);
  expect(whole.filter((id) => !seen.includes(id))).toEqual([whole[11], whole[23]]);
  await page(0);
  expect(simulator.control.channels("examplePA")).toHaveLength(25);
  simulator.control.changeSettings({ churn: 0 });
  expect(ids((await askChannels(simulator)).json)).toEqual(whole);
});

test("the page cap wins over the limit and is echoed", async () => {
  const { json } = await askChannels(createSimulator({ maxPageSize: 5 }), { limit: "1000" });
  expect([json.count, json.limit, json.total]).toEqual([5, 5, 24]);
  expect((await askChannels(createSimulator({ maxPageSize: 5 }), { limit: "3" })).json.limit).toBe(3);
});

test.each([
  ["-id", ["viennaCH", "valenciaCH", "utrechtCH"]],
  ["setup_info.phone_number", ["leidenCH", "exampleCH", "berlinCH"]],
  ["-setup_info.phone_number", ["valenciaCH", "bilbaoCH", "sevilleCH"]],
  ["-terminated_at", ["cologneCH", "innsbruckCH", "niceCH"]],
])("sort %s begins with %j", async (sort, expected) => {
  const { json } = await askChannels(createSimulator(), { sort, limit: "3" });
  expect(ids(json)).toEqual(expected);
  expect(json.sort).toEqual([sort]);
});

test.each([
  ["filters", "{'id':'exampleCH'}"],
  ["filters", "[]"],
  ["filters", "null"],
  ["filters", ""],
  ["filters", '{"nonsense":1}'],
  ["filters", '{"id":{"$gt":""}}'],
  ["filters", '{"__proto__":{}}'],
  ["limit", "0"],
  ["limit", "-1"],
  ["limit", "ten"],
  ["limit", ""],
  ["offset", "-1"],
  ["offset", "1.5"],
  ["sort", "nonsense"],
  ["sort", "--id"],
])("%s=%s is a wrong payload", async (name, value) => {
  const { status, json } = await askChannels(createSimulator(), { [name]: value });
  expect(status).toBe(400);
  expect(json.meta).toMatchObject({
    success: false,
    http_code: 400,
    details: [expect.stringContaining(name)],
  });
});

test("clients are listed in the same envelope, and filtered by what is documented alone", async () => {
  const simulator = createSimulator();
  const clients = (query: string) => ask(simulator, `/api/v2/partners/examplePA/clients?${query}`);
  const { json } = await clients("limit=2&sort=-id");
  expect(json).toMatchObject({ count: 2, total: 5, limit: 2, offset: 0, sort: ["-id"], filters: {} });
  expect(json.clients.map(({ id }: { id: string }) => id)).toEqual(["opticsCL", "floristCL"]);
  const byMail = new URLSearchParams(filters({ "contact_info.email": "erika@example-coffee.example" }));
  expect((await clients(`${byMail}`)).json.clients).toMatchObject([{ id: "exampleCL", status: "active" }]);
  expect((await clients(`${new URLSearchParams(filters({ organisation: "x" }))}`)).status).toBe(400);
});

test("a partner is shown with the fields that can be changed", async () => {
  const { json } = await ask(createSimulator(), "/api/v2/partners/examplePA");
  expect(json).toEqual({ id: "examplePA", webhook_url: null, partner_redirect_url: null });
});

function paths(value: object, prefix = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" && inner !== null ? paths(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}
