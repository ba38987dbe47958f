import { createSimulator, type Quirk, quirks, type Settings } from "../../../src/simulator";
import { ask, askChannel, askChannels } from "../ask";

const patch = (body: unknown) => ({ method: "PATCH", body, headers: {} });
const post = (body: unknown) => ({ method: "POST", body, headers: {} });
const remove = { method: "DELETE", headers: {} };

test("channels are shown with the truth about tracking, without a credential", async () => {
  const simulator = createSimulator();
  const { status, json } = await ask(simulator, "/_simulator/channels/munichCH", { headers: {} });
  expect(status).toBe(200);
  expect(json).toMatchObject({ id: "munichCH", partner_id: "examplePA", client_id: "exampleCL", ctwa: true });
  expect((await ask(simulator, "/_simulator/channels")).json).toEqual(simulator.control.channels());
  expect((await ask(simulator, "/_simulator/channels?partner_id=otherPA")).json).toMatchObject([
    { id: "lisbonCH" },
    { id: "otherCH" },
  ]);
  expect((await ask(simulator, "/_simulator/channels/nobodyCH")).status).toBe(404);
});

test("a channel can be changed, moved, removed and added, and the hub shows it", async () => {
  const simulator = createSimulator({ ctwaField: "ctwa" });
  const path = "/_simulator/channels/exampleCH";
  const changed = await ask(
    simulator,
    path,
    patch({ ctwa: true, client_id: "bakeryCL", terminated_at: "2026-01-01" }),
  );
  expect([changed.status, changed.json.client_id]).toEqual([200, "bakeryCL"]);
  expect(await askChannel(simulator, "exampleCH")).toMatchObject({
    ...{ client_id: "bakeryCL", ctwa: true, terminated_at: "2026-01-01" },
    ...{ client: { id: "bakeryCL", name: "Bakery Example" }, waba_account: { client_id: "bakeryCL" } },
  });
  const ofBakery = async () =>
    (await askChannels(simulator, { filters: '{"client_id":"bakeryCL"}' })).json.total;
  expect(await ofBakery()).toBe(6);
  expect((await ask(simulator, path, remove)).status).toBe(204);
  expect((await ask(simulator, path, remove)).status).toBe(404);
  expect(await ofBakery()).toBe(5);
  const added = await ask(simulator, "/_simulator/channels", post({ id: "newCH", client_id: "bakeryCL" }));
  expect([added.status, added.json.partner_id]).toEqual([201, "examplePA"]);
  expect(await ofBakery()).toBe(6);
  expect((await askChannels(simulator)).json.total).toBe(24);
});

test("a channel can go to another partner together with its client", async () => {
  const { control, store } = createSimulator();
  control.changeChannel("exampleCH", { partner_id: "otherPA", client_id: "otherCL" });
  expect(store.channelsOf("otherPA")).toHaveLength(3);
  expect(store.channelsOf("examplePA")).toHaveLength(23);
});

test("the app of a channel that is gone or has another is not found", () => {
  const { control, store } = createSimulator();
  expect(store.channelOfApp("100001")?.id).toBe("exampleCH");
  control.changeChannel("exampleCH", { app_id: "555" });
  expect(store.channelOfApp("100001")).toBeUndefined();
  expect(store.channelOfApp("555")?.id).toBe("exampleCH");
  control.removeChannel("exampleCH");
  expect(store.channelOfApp("555")).toBeUndefined();
});

test("what was read of a channel does not change afterwards", () => {
  const { control } = createSimulator();
  const before = control.channel("exampleCH");
  control.changeChannel("exampleCH", { ctwa: true });
  expect(before?.ctwa).toBe(false);
});

test.each([
  ["/_simulator/channels/exampleCH", patch({ nonsense: 1 }), "has no nonsense"],
  ["/_simulator/channels/exampleCH", patch({ ctwa: "on" }), "ctwa"],
  ["/_simulator/channels/exampleCH", patch({ client_id: "nobodyCL" }), "no client nobodyCL"],
  ["/_simulator/channels/exampleCH", patch({ client_id: "otherCL" }), "belongs to otherPA"],
  ["/_simulator/channels/exampleCH", patch({ id: "otherCH" }), "never changes"],
  ["/_simulator/channels/exampleCH", patch("no json"), "JSON object"],
  ["/_simulator/channels", post({ id: "newCH" }), "id and client_id"],
  ["/_simulator/channels", post({ id: "exampleCH", client_id: "exampleCL" }), "already a channel"],
  ["/_simulator/options", patch({ nonsense: 1 }), "no option nonsense"],
  ["/_simulator/options", patch([]), "JSON object"],
  ["/_simulator/faults", post({ route: "nonsense" }), "needs a route"],
])("%s refuses %j and changes nothing", async (path, asking, message) => {
  const simulator = createSimulator();
  const before = JSON.stringify([simulator.control.channels(), simulator.control.settings()]);
  const { status, json } = await ask(simulator, path, asking);
  expect([status, json.message]).toEqual([400, expect.stringContaining(message)]);
  expect(JSON.stringify([simulator.control.channels(), simulator.control.settings()])).toBe(before);
});

/** A value that the option takes and that is not its default. */
function otherValue({ kind, value }: Quirk<unknown>): unknown {
  const candidates = [true, ...(kind.choices ?? []), kind.least, 1, 250, "", "ctwa", kind.read("5/30s")];
  return candidates.find((one) => one !== undefined && one !== value && kind.accepts(one));
}

const others = Object.entries(quirks).map(([name, quirk]) => [name, otherValue(quirk)] as const);

test.each(others)("the option %s can be set to %j over HTTP", async (name, value) => {
  const simulator = createSimulator();
  expect(simulator.control.settings()[name as keyof Settings]).not.toEqual(value);
  const { status, json } = await ask(simulator, "/_simulator/options", patch({ [name]: value }));
  expect([status, json[name]]).toEqual([200, value]);
  expect(simulator.control.settings()).toEqual({
    ...createSimulator().control.settings(),
    [name]: value,
  });
});

test("every option is described for a form, and a refused one is named", async () => {
  const simulator = createSimulator();
  const { json } = await ask(simulator, "/_simulator/options?describe");
  expect(json.map(({ option }: { option: string }) => option)).toEqual(
    Object.keys(simulator.control.settings()),
  );
  expect(json).toContainEqual(
    expect.objectContaining({ option: "churn", argument: "--churn", input: "number", least: 0, most: 1000 }),
  );
  const refused = await ask(simulator, "/_simulator/options", patch({ churn: 1001 }));
  expect([refused.status, refused.json.option]).toEqual([400, "churn"]);
});

test("options, faults, tokens and the request list are at hand over HTTP too", async () => {
  const simulator = createSimulator();
  expect(
    (await ask(simulator, "/_simulator/options", patch({ latencyMs: 1, ctwaField: "ctwa" }))).status,
  ).toBe(200);
  expect((await ask(simulator, "/_simulator/options")).json).toMatchObject({
    latencyMs: 1,
    ctwaField: "ctwa",
  });
  expect((await ask(simulator, "/_simulator/faults", post({ route: "channels", status: 503 }))).status).toBe(
    201,
  );
  expect((await ask(simulator, "/_simulator/faults")).json).toEqual([
    { route: "channels", status: 503, times: 1, skip: 0 },
  ]);
  expect((await askChannels(simulator)).status).toBe(503);
  expect((await ask(simulator, "/_simulator/faults", post({ route: "any", status: 503 }))).status).toBe(201);
  expect((await ask(simulator, "/_simulator/faults", remove)).status).toBe(204);
  expect((await askChannels(simulator)).status).toBe(200);
  expect((await ask(simulator, "/_simulator/requests")).json).toMatchObject([
    { route: "channels", status: 503, fault: true },
    { route: "channels", status: 200, fault: false },
  ]);
  expect((await ask(simulator, "/_simulator/requests?route=token")).json).toEqual([]);
  expect((await ask(simulator, "/_simulator/requests", remove)).status).toBe(204);
  expect((await ask(simulator, "/_simulator/requests")).json).toEqual([]);
  expect((await ask(simulator, "/_simulator/tokens", remove)).status).toBe(204);
});

test("all channels that match are changed at once, and that is undone", async () => {
  const simulator = createSimulator();
  const before = JSON.stringify(simulator.control.channels());
  const query = { text: "exampleCL", state: "live" };
  const { json } = await ask(
    simulator,
    "/_simulator/bulk",
    post({ query, change: { client_id: "bakeryCL" } }),
  );
  expect(json).toEqual({ changed: 4 });
  expect(simulator.control.channels().filter(({ client_id }) => client_id === "bakeryCL")).toHaveLength(9);
  expect((await ask(simulator, "/_simulator/bulk", remove)).json).toEqual({ restored: 4 });
  expect((await ask(simulator, "/_simulator/bulk", remove)).json).toEqual({ restored: 0 });
  expect(JSON.stringify(simulator.control.channels())).toBe(before);
});

test.each([
  { query: {}, change: { client_id: "otherCL" } },
  { query: {}, change: { nonsense: 1 } },
  { query: {} },
  { query: { clinet: "bakeryCL" }, change: { ctwa: true } },
  { query: { state: "gone" }, change: { ctwa: true } },
  { query: { text: 5 }, change: { ctwa: true } },
])("the bulk change %j is refused and changes nothing", async (body) => {
  const simulator = createSimulator();
  const before = JSON.stringify(simulator.control.channels());
  expect((await ask(simulator, "/_simulator/bulk", post(body))).status).toBe(400);
  expect(JSON.stringify(simulator.control.channels())).toBe(before);
});

test("postbacks are shown, set, taken away and reset", async () => {
  const simulator = createSimulator();
  const before = (await ask(simulator, "/_simulator/postbacks")).json;
  expect(before).toEqual([
    { ad_id: "920000000001001", keyword_id: "1001", url: "https://example.com/conversions" },
  ]);
  const added = { ad_id: "920000000001001", keyword_id: "7", url: "https://example.com/other" };
  expect((await ask(simulator, "/_simulator/postbacks", post(added))).json).toEqual(added);
  const gone = "/_simulator/postbacks/920000000001001/1001";
  const remove = () => ask(simulator, gone, { method: "DELETE", headers: {} });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  expect(simulator.control.postbacks()).toEqual([added]);
  simulator.control.reset();
  expect(simulator.control.postbacks()).toEqual(before);
});

test.each([{}, { ad_id: "1", keyword_id: "2" }, { ad_id: "1", keyword_id: 2, url: "x" }])(
  "the postback %j is refused",
  async (body) => {
    expect((await ask(createSimulator(), "/_simulator/postbacks", post(body))).status).toBe(400);
  },
);

test("what an undo would change back is known, and a reset leaves nothing to undo", async () => {
  const simulator = createSimulator();
  const { control } = simulator;
  const undoable = async () => (await ask(simulator, "/_simulator/view")).json.undoable;
  expect(await undoable()).toBe(0);
  control.bulk.change({ client: "exampleCL" }, { ctwa: true });
  control.removeChannel("berlinCH");
  expect(await undoable()).toBe(4);
  control.reset();
  expect(await undoable()).toBe(0);
  expect(control.bulk.undo()).toBe(0);
  expect(control.view({ text: "munichCH" }).channels[0]).toMatchObject({ ctwa: true, last_switch: null });
});

test.each([
  [{ latencyMs: "2s" }, { latencyMs: 2_000 }],
  [{ maxPageSize: "200" }, { maxPageSize: 200 }],
  [
    { requestsPerWindow: "5/30s,no-retry-after" },
    { requestsPerWindow: { requests: 5, seconds: 30, retryAfter: false } },
  ],
  [{ switchBody: "5" }, { switchBody: "5" }],
])("options %j are read as on the command line", async (given, expected) => {
  const { json } = await ask(createSimulator(), "/_simulator/options", patch(given));
  expect(json).toMatchObject(expected);
});

test.each([
  [{ churn: "1001" }, "from 0 to 1000"],
  [{ maxPageSize: "many" }, "from 1"],
  [{ maxPageSize: "" }, "from 1"],
  [{ latencyMs: "-1" }, "from 0"],
])("refused options %j are answered with the range", async (given, range) => {
  const { status, json } = await ask(createSimulator(), "/_simulator/options", patch(given));
  expect([status, json.message]).toEqual([400, expect.stringContaining(range)]);
});

test("a reset makes everything as it was at the start", async () => {
  const simulator = createSimulator({ churn: 1 });
  const before = JSON.stringify(simulator.control.channels());
  simulator.control.changeChannel("exampleCH", { ctwa: true, client_id: "bakeryCL" });
  simulator.control.removeChannel("berlinCH");
  simulator.control.changeSettings({ churn: 5 });
  simulator.control.addFault({ route: "any", status: 500 });
  await askChannels(simulator);
  expect((await ask(simulator, "/_simulator/reset", { method: "POST", headers: {} })).status).toBe(204);
  expect(JSON.stringify(simulator.control.channels())).toBe(before);
  expect([simulator.control.settings().churn, simulator.control.faults()]).toEqual([1, []]);
  expect(simulator.requests.list()).toEqual([]);
});

test("the surface lists its operations where it is asked for none that it has", async () => {
  const simulator = createSimulator();
  expect((await ask(simulator, "/_simulator")).json.operations).toContain("GET /_simulator/channels");
  const unknown = await ask(simulator, "/_simulator/nonsense");
  expect([unknown.status, unknown.json.operations]).toEqual([
    404,
    (await ask(simulator, "/_simulator")).json.operations,
  ]);
  expect(unknown.json.operations).toContain("DELETE /_simulator/faults/{number}");
});
