import type { Channel, HubClient } from "../../../src/client";
import { at, type PartialValidator, UNKNOWN } from "../../../src/framework";
import { ctwaTrackingReport as source } from "../../../src/provider/data-sources/ctwa-tracking-report";
import { titles } from "../../../src/provider/titles";
import { channel, fakeHub, NOON } from "../fake-hub";
import { read } from "./read";

const flagged = (id: string, ctwaTracking: boolean, parts: Partial<Channel> = {}) =>
  channel(id, { ctwaField: "ctwa", ctwaTracking, ...parts });
const PAST = new Date(NOON - 1).toISOString();
const FUTURE = new Date(NOON + 1).toISOString();
const EMPTY = { on: [], off: [], unknown: [], missing: [], terminated: [], moved: [], undeclared: [] };

const report = async (
  channels: readonly Channel[],
  declared: Readonly<Record<string, boolean>>,
  more: object = {},
  exact = true,
) => {
  const hub = fakeHub(channels, { behaviour: { all: async () => ({ rows: channels, exact }) } });
  const given = { declared: new Map(Object.entries(declared)), ...more };
  return { hub, ...(await read(source, hub, given)) };
};

test("each declared channel is in the one list that says what is seen of it", async () => {
  const channels = [
    flagged("onCH", true),
    flagged("offCH", false),
    channel("silentCH"),
    flagged("endedCH", true, { terminatedAt: PAST }),
    flagged("cancelledCH", true, { terminatedAt: FUTURE }),
    flagged("otherCH", true),
    flagged("othersEndCH", false, { terminatedAt: PAST }),
  ];
  const declared = {
    ...{ onCH: true, offCH: true, silentCH: true, endedCH: true, cancelledCH: true, goneCH: false },
  };
  const { result } = await report(channels, declared);

  expect(result).toMatchObject({
    on: ["cancelledCH", "onCH"],
    off: ["offCH"],
    unknown: ["silentCH"],
    missing: ["goneCH"],
    terminated: ["endedCH"],
    moved: [],
    undeclared: ["otherCH"],
    total: 5,
    coverage: 2 / 6,
    exact: false,
  });
});

test("differs and tracked_but_undeclared name what an apply or a person has to look at, and counts are by client", async () => {
  const bakery = { clientId: "bakeryCL", clientName: "Bakery" };
  const channels = [
    flagged("asDeclaredCH", true),
    flagged("flippedCH", true),
    flagged("endedCH", false, { terminatedAt: PAST }),
    channel("silentCH"),
    flagged("movedCH", false, bakery),
    flagged("trackedCH", true, bakery),
    flagged("idleCH", false, bakery),
    flagged("nobodysCH", true, { clientId: null }),
  ];
  const declared = {
    ...{ asDeclaredCH: true, flippedCH: false, endedCH: true, silentCH: true, movedCH: true, goneCH: true },
  };
  const { result } = await report(channels, declared);

  expect(result).toMatchObject({
    differs: ["flippedCH", "movedCH"],
    undeclared: ["idleCH", "nobodysCH", "trackedCH"],
    tracked_but_undeclared: ["nobodysCH", "trackedCH"],
  });
  const nothing = { unknown: 0, terminated: 0, undeclared: 0, tracked_but_undeclared: 0 };
  expect(result["by_client"]).toEqual(
    new Map([
      [
        "bakeryCL",
        {
          ...{ ...nothing, client_name: "Bakery", total: 3, declared: 1, as_declared: 0, differs: 1 },
          ...{ undeclared: 2, tracked_but_undeclared: 1 },
        },
      ],
      [
        "exampleCL",
        {
          ...{ ...nothing, client_name: "Example Coffee", total: 3, declared: 4, as_declared: 1, differs: 1 },
          ...{ unknown: 1, terminated: 1 },
        },
      ],
    ]),
  );
  const limited = await report(channels, declared, { client_ids: ["exampleCL"] });
  expect([...(limited.result["by_client"] as ReadonlyMap<string, unknown>).keys()]).toEqual(["exampleCL"]);
});

test.each([
  ["all is as declared", [flagged("aCH", true), flagged("bCH", false)], 1, true],
  ["one is not as declared", [flagged("aCH", true), flagged("bCH", true)], 0.5, true],
  ["one is not there", [flagged("aCH", true)], 0.5, true],
  ["one has ended", [flagged("aCH", true), flagged("bCH", false, { terminatedAt: PAST })], 0.5, true],
  ["one reports nothing", [flagged("aCH", true), channel("bCH")], 0.5, false],
  ["none reports anything", [channel("aCH"), channel("bCH")], 0, false],
])("where %s, coverage and exact say so", async (_, channels, coverage, exact) => {
  const { result } = await report(channels, { aCH: true, bCH: false });

  expect(result).toMatchObject({ coverage, exact });
});

test("a list that moved each time it was read is not exact, whatever was observed", async () => {
  const { result } = await report([flagged("aCH", true)], { aCH: true }, {}, false);

  expect(result).toMatchObject({ on: ["aCH"], coverage: 1, exact: false });
});

test("nothing declared is covered wholly, and everything else is undeclared", async () => {
  const { result } = await report([flagged("bCH", true), channel("aCH")], {});

  expect(result).toMatchObject({ ...EMPTY, undeclared: ["aCH", "bCH"], coverage: 1, total: 2, exact: true });
});

test("channels of other clients are moved if declared, and else none of ours", async () => {
  const there = { clientId: "bakeryCL" };
  const channels = [
    flagged("hereCH", true),
    flagged("thereCH", false, there),
    flagged("endedCH", false, { ...there, terminatedAt: PAST }),
    flagged("othersCH", true, there),
    flagged("nobodysCH", true, { clientId: null }),
    flagged("oursCH", true),
  ];
  const declared = { hereCH: true, thereCH: true, endedCH: true, nobodysCH: true };
  const { result } = await report(channels, declared, { client_ids: ["exampleCL", "exampleCL"] });

  expect(result).toMatchObject({
    on: ["hereCH", "nobodysCH"],
    off: ["thereCH"],
    terminated: ["endedCH"],
    moved: ["endedCH", "thereCH"],
    undeclared: ["oursCH"],
    total: 2,
  });
});

test("a flag that is not believed is not observed", async () => {
  const channels = [flagged("aCH", true)];
  const { hub, diagnostics } = await report(channels, { aCH: true });
  hub.session.flag.contradicts(flagged("aCH", false), true, diagnostics);
  hub.behaviour = { all: async () => ({ rows: channels, exact: true }) };

  const { result } = await read(source, hub, { declared: new Map([["aCH", true]]) });

  expect(result).toMatchObject({ on: [], unknown: ["aCH"], exact: false });
});

test("it costs one list, and says which channels matter should that move", async () => {
  const wanted: string[][] = [];
  const hub = fakeHub([], {
    behaviour: {
      all: async (_, ids) => {
        wanted.push([...ids]);
        return { rows: [], exact: true };
      },
    },
  });
  await read(source, hub, { declared: new Map([["aCH", true]]), partner_id: "otherPA" });

  expect(hub.calls).toEqual(["all otherPA"]);
  expect(wanted).toEqual([["aCH"]]);
});

test("declared channels without the field of ctwa_status_field are one warning, others none", async () => {
  const lacking = (id: string) => channel(id, { ctwaFieldMissing: true });
  const channels = [lacking("aCH"), lacking("bCH"), lacking("cCH")];

  expect((await report(channels, { aCH: true, bCH: true })).diagnostics.list).toEqual([
    expect.objectContaining({
      severity: "warning",
      detail: expect.stringContaining("2 channels, aCH "),
    }),
  ]);
  expect((await report(channels, { aCH: true })).diagnostics.list).toHaveLength(1);
  expect((await report(channels, {})).diagnostics.list).toEqual([]);
});

test("50,000 channels are reported on without looking at any of them twice", async () => {
  let looks = 0;
  const channels = Array.from({ length: 50_000 }, (_, number) => {
    const one = flagged(`n${String(50_000 - number).padStart(5, "0")}CH`, true);
    Object.defineProperty(one, "terminatedAt", {
      get() {
        looks += 1;
        return null;
      },
    });
    return one;
  });
  const { result } = await report(channels, Object.fromEntries(channels.map(({ id }) => [id, true])));

  expect(looks).toBe(50_000);
  expect(result).toMatchObject({ coverage: 1, total: 50_000, exact: true });
  expect((result["on"] as string[]).slice(0, 2)).toEqual(["n00001CH", "n00002CH"]);
});

test.each<[object, string | undefined]>([
  [{ exampleCH: true }, undefined],
  [{ exampleCH: UNKNOWN }, undefined],
  [{ "a/b": true }, "has a key that cannot be"],
])("declared, case %#: %s", (declared, problem) => {
  const [validation] = source.schema["declared"]?.validate ?? [];
  const said = (validation as PartialValidator<unknown>).check(new Map(Object.entries(declared)) as never);

  if (problem === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(problem);
});

test("a client that the partner does not have is an error, unless an empty result is allowed", async () => {
  const find = async (_: string, id: string) => (id === "idleCL" ? ({ id } as HubClient) : null);
  const hub = fakeHub([channel("aCH")], { behaviour: { clients: { find } } });
  const given = { declared: new Map(), client_ids: ["exampleCL", "idleCL", "typoCL"] };

  await expect(read(source, hub, given)).rejects.toMatchObject({
    diagnostic: {
      summary: titles.clientNotFound,
      detail: expect.stringContaining("typoCL"),
      path: at("client_ids"),
    },
  });
  const { result } = await read(source, hub, { ...given, allow_empty: true });
  expect(result).toMatchObject({ total: 1 });
});
