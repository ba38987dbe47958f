import { createSimulator, type Simulator, type SimulatorOptions } from "../../../src/simulator";
import { ask, askChannel, askChannels } from "../ask";

const pages = async (simulator: Simulator) =>
  Promise.all(
    [0, 10, 20].map(
      async (offset) => (await askChannels(simulator, { limit: "10", offset: `${offset}` })).json,
    ),
  );
const ids = (json: { partner_channels: { id: string }[] }) => json.partner_channels.map(({ id }) => id);

test.each<[SimulatorOptions, number[], (number | undefined)[]]>([
  [{}, [10, 10, 4], [24, 24, 24]],
  [{ total: "zero" }, [10, 10, 4], [0, 0, 0]],
  [{ total: "page" }, [10, 10, 4], [10, 10, 4]],
  [{ total: "none" }, [10, 10, 4], [undefined, undefined, undefined]],
  [{ totalCap: 20 }, [10, 10, 4], [20, 20, 20]],
  [{ totalExcess: 7 }, [10, 10, 4], [31, 31, 31]],
  [{ emptyPage: 2 }, [10, 0, 4], [24, 24, 24]],
])("with %j, three pages hold %j and state %j", async (options, counts, totals) => {
  const answers = await pages(createSimulator(options));
  expect(answers.map(({ count }) => count)).toEqual(counts);
  expect(answers.map(({ total }) => total)).toEqual(totals);
});

test("a hub that ignores offset answers the first page again", async () => {
  const [first, second] = await pages(createSimulator({ ignoreOffset: true }));
  expect([second.offset, ids(second)]).toEqual([0, ids(first)]);
});

test("in random order, pages together miss channels and repeat others", async () => {
  const seen = (await pages(createSimulator({ randomOrder: true }))).flatMap(ids);
  expect([seen.length, new Set(seen).size < 24]).toEqual([24, true]);
});

test.each([400, 422] as const)(
  "a limit above the largest one is refused with %d",
  async (limitRefusalStatus) => {
    const simulator = createSimulator({ limitRefusedAbove: 250, limitRefusalStatus });
    const { status, json } = await askChannels(simulator, { limit: "251" });
    expect([status, json.meta.details]).toEqual([limitRefusalStatus, [expect.stringContaining("250")]]);
    expect((await askChannels(simulator, { limit: "250" })).status).toBe(200);
  },
);

test("ads come in smaller pages than were asked for", async () => {
  const simulator = createSimulator({ maxAdsPerPage: 50 });
  const list = "/signals/v1/app/100001/ads/account/900000000000102?limit=100";
  expect((await ask(simulator, list)).json).toHaveLength(50);
  expect((await ask(simulator, `${list}&offset=100`)).json).toHaveLength(30);
});

test.each<[SimulatorOptions, unknown, unknown]>([
  [{ timeFormat: "seconds" }, 1_751_320_800, null],
  [{ timeFormat: "milliseconds", noTime: "zero" }, 1_751_320_800_000, 0],
  [{ timeFormat: "seconds-text", noTime: "zero-text" }, "1751320800", "0"],
  [{ timeFormat: "milliseconds-text", noTime: "empty-text" }, "1751320800000", ""],
  [{ noTime: "year-one" }, "2025-06-30T22:00:00Z", "0001-01-01T00:00:00Z"],
])("with %j, an end is shown as %j and no end as %j", async (options, ended, running) => {
  const simulator = createSimulator(options);
  expect((await askChannel(simulator, "niceCH"))["terminated_at"]).toBe(ended);
  expect((await askChannel(simulator, "exampleCH"))["terminated_at"]).toBe(running);
});

test("app ids can be numbers that JavaScript cannot hold, and Signals takes their digits", async () => {
  const simulator = createSimulator({ numericAppIds: true, switchShowsChannel: true });
  const { text } = await askChannels(simulator, { filters: '{"id":"exampleCH"}' });
  const [, digits = ""] = /"app_id":(\d+)/.exec(text) ?? [];
  expect(BigInt(digits)).toBeGreaterThan(2n ** 53n);
  expect(BigInt(Number(digits))).not.toBe(BigInt(digits));
  const ads = await ask(simulator, `/signals/v1/app/${digits}/ads/account/900000000000102`);
  expect([ads.status, ads.json.length]).toEqual([200, 20]);
});
