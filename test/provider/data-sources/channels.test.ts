import { channels as source } from "../../../src/provider/data-sources/channels";
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

test("hands its filters to the client", async () => {
  const hub = fakeHub([]);
  const filter = { client_id: "bakeryCL", status: "verified", account_mode: "live" };
  const { result } = await read(source, hub, filter);

  expect(result).toMatchObject({ ...filter, channels: new Map() });
  expect(hub.calls).toEqual([
    'list examplePA {"clientId":"bakeryCL","status":"verified","accountMode":"live"}',
  ]);
});

test.each([
  [true, '{"id":"berlinCH"}'],
  [false, null],
])("asks for the raw JSON with include_json = %s", async (include, json) => {
  const list = async (_: string, __: object, options?: { withJson?: boolean }) =>
    options?.withJson === true ? [channel("berlinCH", { json: '{"id":"berlinCH"}' })] : [channel("berlinCH")];
  const { result } = await read(source, fakeHub([], { behaviour: { list } }), { include_json: include });

  expect((result["channels"] as Map<string, object>).get("berlinCH")).toMatchObject({ json });
});
