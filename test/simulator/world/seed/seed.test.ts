import { createSimulator, exampleSeed } from "../../../../src/simulator";
import { ask, askChannels } from "../../ask";

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

test("the world is the same each time", () => {
  expect(exampleSeed()).toEqual(exampleSeed());
  expect(exampleSeed(1000)).toEqual(exampleSeed(1000));
});

test("the world is the one that its comment describes", () => {
  const { partners, clients, channels } = exampleSeed();
  const where = (wanted: (channel: (typeof channels)[number]) => boolean) => ids(channels.filter(wanted));
  expect(ids(partners)).toEqual(["examplePA", "otherPA"]);
  expect(ids(clients)).toEqual(["exampleCL", "bakeryCL", "cyclesCL", "floristCL", "opticsCL", "otherCL"]);
  expect(channels[0]).toMatchObject({
    ...{ id: "exampleCH", client_id: "exampleCL", partner_id: "examplePA", ctwa: false },
    ...{ app_id: "100001", phone_number: "+4915550000001", phone_name: "Example Coffee" },
  });
  expect(where((one) => one.client_id === "exampleCL")).toEqual([
    "exampleCH",
    "berlinCH",
    "hamburgCH",
    "munichCH",
    "cologneCH",
  ]);
  expect(where((one) => one.partner_id === "otherPA")).toEqual(["otherCH", "lisbonCH"]);
  expect(where((one) => one.ctwa)).toEqual(["munichCH", "viennaCH"]);
  expect(where((one) => one.account_mode === "sandbox")).toEqual(["salzburgCH", "haarlemCH"]);
  expect(where((one) => one.terminated_at !== null)).toEqual(["cologneCH", "innsbruckCH", "niceCH"]);
  expect(where((one) => one.app_id === null)).toEqual(["leidenCH"]);
  expect(where((one) => one.status !== "verified")).toEqual(["leidenCH", "lilleCH", "bilbaoCH"]);
});

test.each([undefined, 50_000])("no id, app id or phone number of %s channels is there twice", (size) => {
  const { channels, clients } = exampleSeed(size);
  const twice = (values: readonly (string | null)[]) => {
    const real = values.filter((value) => value !== null);
    return real.length - new Set(real).size;
  };
  expect(twice(ids(channels))).toBe(0);
  expect(twice(ids(clients))).toBe(0);
  expect(twice(channels.map((one) => one.app_id))).toBe(0);
  expect(twice(channels.map((one) => one.phone_number))).toBe(0);
});

test.each([0, 1, 7, 24, 25, 45, 1000, 50_000])("examplePA can have %d channels", async (channels) => {
  const { json } = await askChannels(createSimulator({ channels }), { limit: "1" });
  expect(json.total).toBe(channels);
});

test("generated channels follow the named ones, twenty to a client, each under a client that is there", () => {
  const { store } = createSimulator({ channels: 24 + 45 });
  expect(store.channelsOf("examplePA", "k0001CL")).toHaveLength(20);
  expect(ids(store.channelsOf("examplePA", "k0003CL"))).toEqual([
    "n00041CH",
    "n00042CH",
    "n00043CH",
    "n00044CH",
    "n00045CH",
  ]);
  expect(store.channels().filter(({ client_id }) => store.client(client_id) === undefined)).toEqual([]);
});

test("50,000 channels come in fifty pages, each channel once", async () => {
  const simulator = createSimulator({ channels: 50_000 });
  const seen = new Set<string>();
  for (let offset = 0; offset < 50_000; offset += 1000) {
    const { json } = await askChannels(simulator, { limit: "1000", offset: `${offset}`, sort: "id" });
    for (const { id } of json.partner_channels) seen.add(id);
  }
  expect(seen.size).toBe(50_000);
});

test("a world of one's own replaces it", async () => {
  const seed = exampleSeed(2);
  const simulator = createSimulator({ seed: { ...seed, channels: seed.channels.slice(0, 1) } });
  expect(ids(simulator.control.channels())).toEqual(["exampleCH"]);
  expect((await ask(simulator, "/api/v2/partners/examplePA/clients")).json.total).toBe(5);
});
