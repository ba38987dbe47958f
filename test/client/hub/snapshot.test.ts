import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type Answer, type SmallServer, startServer, until } from "../small-server";
import { heldClock, skippingClock, type TestClock } from "../test-clock";
import { channelId, type TinyHub, tinyHub } from "../tiny-hub";

const PATH = "/partners/examplePA/channels";
const REF = { partnerId: "examplePA", clientId: "exampleCL" };

let hub: TinyHub;
let server: SmallServer;
let client: Client;
let clock: TestClock;

async function start(size: number, more: Partial<TinyHub> = {}, heldTime = false): Promise<void> {
  hub = Object.assign(tinyHub(size), more);
  server = await startServer(hub.handler);
  clock = heldTime ? heldClock() : skippingClock();
  client = clientFor(server.url, { clock, maxRetries: 0 });
}

afterEach(async () => {
  await client.close();
  await server.close();
});

const find = (id: string, signal?: AbortSignal) =>
  client.channels.find("examplePA", id, signal ? { signal } : {});
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, one) => channelId(from + one));
const findAll = (wanted: string[]) => Promise.all(wanted.map((id) => find(id)));
/** The list requests so far, as offset or as the id that was asked for. */
const asked = () =>
  server.seen
    .filter((seen) => seen.method === "GET")
    .map(({ query }) =>
      query.has("filters") ? JSON.parse(query.get("filters") ?? "").id : Number(query.get("offset")),
    );

describe("a partner whose channels fit on one page", () => {
  test("costs one login and one list request, however many readers there are", async () => {
    await start(40);
    const channels = await findAll(ids(0, 40));
    expect(channels.map((channel) => channel?.id)).toEqual(ids(0, 40));
    await findAll(ids(0, 40));
    expect(server.seen.map((seen) => seen.path)).toEqual(["/api/v2/token", `/api/v2${PATH}`]);
  });

  test("is asked for 1,000 channels at once, sorted by id", async () => {
    await start(1);
    await find(channelId(0));
    expect(Object.fromEntries(server.seen[1]?.query ?? [])).toEqual({
      limit: "1000",
      offset: "0",
      sort: "id",
    });
  });

  test("costs one look-up more for a channel that is not on it, which then is known to be absent", async () => {
    await start(40);
    expect(await find("otherCH")).toBeNull();
    expect(asked()).toEqual([0, "otherCH"]);
  });

  test("finds a channel that came after the list was read", async () => {
    await start(40);
    await find(channelId(0));
    hub.channels.push({ id: "lateCH" });
    expect(await find("lateCH")).toMatchObject({ id: "lateCH" });
    await find("lateCH");
    expect(asked()).toEqual([0, "lateCH"]);
  });

  test("is read once for each partner", async () => {
    await start(2);
    await find(channelId(0));
    await client.channels.find("otherPA", channelId(0));
    expect(server.count("GET", PATH)).toBe(1);
    expect(server.count("GET", "/partners/otherPA/channels")).toBe(1);
  });
});

describe("a partner with more channels than fit on a page", () => {
  test("is looked up for single channels until that has cost as much as the remaining pages, then listed", async () => {
    await start(3_500);
    for (const id of ids(2_000, 2_003)) await find(id);
    expect(asked()).toEqual([0, channelId(2_000), channelId(2_001), channelId(2_002)]);
    await findAll(ids(0, 3_500));
    expect(asked().slice(4)).toEqual([1_000, 2_000, 3_000]);
  });

  test("is listed by pages as large as the hub gives them", async () => {
    await start(50, { pageCap: 20 });
    await findAll(ids(0, 50));
    expect(asked().filter((one) => typeof one === "number")).toEqual([0, 20, 40]);
    expect(await find("otherCH")).toBeNull();
  });

  test("costs one request for a channel on the first page", async () => {
    await start(3_500);
    await find(channelId(5));
    expect(asked()).toEqual([0]);
  });
});

describe("channels that come and go while they are listed", () => {
  test("a row that moved to the next page is there once, and the list is read once more", async () => {
    await start(50, { pageCap: 20 });
    let moved = false;
    hub.before = ({ query }) => {
      if (query.get("offset") === "20" && !moved) {
        moved = true;
        hub.channels.unshift({ id: "aaaCH" });
      }
      return undefined;
    };
    await findAll(ids(20, 50));
    expect(asked().filter((one) => typeof one === "number")).toEqual([0, 20, 40, 0, 20, 40]);
    expect(await find("aaaCH")).toMatchObject({ id: "aaaCH" });
    expect(await find(channelId(19))).toMatchObject({ id: channelId(19) });
  });

  test("a row that fell between two pages is found by a look-up", async () => {
    await start(50, { pageCap: 20 });
    hub.before = ({ query }) => {
      if (query.get("offset") !== "20") return undefined;
      const rows = hub.channels.filter((row) => row["id"] !== channelId(25));
      return { json: { total: 50, limit: 20, partner_channels: rows.slice(20, 40) } };
    };
    const channels = await findAll(ids(20, 50));
    expect(channels.every((channel) => channel !== null)).toBe(true);
    expect(asked().at(-1)).toBe(channelId(25));
  });

  test("a page that is empty although more are promised ends the list and says nothing about absence", async () => {
    await start(50, { pageCap: 20 });
    hub.before = ({ query }) =>
      query.get("offset") === "40" ? { json: { total: 50, partner_channels: [] } } : undefined;
    const channels = await findAll(ids(40, 50));
    expect(channels.map((channel) => channel?.id)).toEqual(ids(40, 50));
  });

  test("a hub that ignores the offset is not asked for ever", async () => {
    await start(50, { pageCap: 20 });
    hub.before = ({ method, query }) =>
      method !== "GET" || query.has("filters")
        ? undefined
        : { json: { total: 50, limit: 20, partner_channels: hub.channels.slice(0, 20) } };
    const channels = await findAll(ids(20, 50));
    expect(channels.every((channel) => channel !== null)).toBe(true);
    const offsets = asked().flatMap((one) => (typeof one === "number" ? [one] : []));
    expect(offsets.sort((a, b) => a - b)).toEqual([0, 0, 20, 20, 40, 40]);
  });
});

describe("what never means gone", () => {
  test.each<[string, Answer]>([
    ["403", { status: 403 }],
    ["404", { status: 404 }],
    ["500", { status: 500 }],
    ["a body without the list", { json: { meta: { success: true } } }],
    ["a web page", { body: "<html>" }],
    ["an empty page with a total above zero", { json: { total: 7, partner_channels: [] } }],
  ])("%s instead of the list", async (_, answer) => {
    await start(40);
    hub.before = ({ path }) => (path.endsWith(PATH) ? answer : undefined);
    expect(["hub", "decode"]).toContain(((await thrownBy(find(channelId(0)))) as { kind: string }).kind);
  });

  test.each<[string, Answer]>([
    ["403", { status: 403 }],
    ["500", { status: 500 }],
    ["a body without the list", { json: {} }],
  ])("%s instead of the look-up", async (_, answer) => {
    await start(40);
    await find(channelId(0));
    hub.channels.push({ id: "lateCH" });
    hub.before = ({ query }) => (query.has("filters") ? answer : undefined);
    expect(["hub", "decode"]).toContain(((await thrownBy(find("lateCH"))) as { kind: string }).kind);
    hub.before = () => undefined;
    expect(await find("lateCH")).toMatchObject({ id: "lateCH" });
  });

  test("an empty list with a total above zero: each channel is looked up", async () => {
    await start(40);
    hub.before = ({ method, query }) =>
      method === "GET" && !query.has("filters") ? { json: { total: 40, partner_channels: [] } } : undefined;
    expect(await find(channelId(3))).toMatchObject({ id: channelId(3) });
    expect(await find("otherCH")).toBeNull();
  });

  test("a look-up without rows but with a total: the list is read until two readings agree", async () => {
    await start(40);
    hub.before = ({ query }) =>
      query.has("filters") ? { json: { total: 40, partner_channels: [] } } : undefined;
    expect(await find("otherCH")).toBeNull();
    expect(asked()).toEqual([0, "otherCH", 0, 0]);
    hub.channels.push({ id: "lateCH" });
    expect(await client.channels.lookUp("examplePA", "lateCH")).toMatchObject({ id: "lateCH" });
  });
});

describe("a hub that ignores filters", () => {
  test("shows channels all the same", async () => {
    await start(40, { ignoreFilters: true });
    expect(await client.channels.lookUp("examplePA", channelId(3))).toMatchObject({ id: channelId(3) });
    expect(await client.channels.lookUp("examplePA", channelId(30))).toMatchObject({ id: channelId(30) });
    expect(asked()).toEqual([channelId(3), 0]);
  });

  test("two equal lists confirm absence, once for all readers", async () => {
    await start(40, { ignoreFilters: true });
    expect(await findAll(["aCH", "bCH", "dCH"])).toEqual([null, null, null]);
    expect(await find("eCH")).toBeNull();
    expect(asked().filter((one) => one === 0)).toHaveLength(3);
  });

  test("lists that go on differing confirm nothing", async () => {
    await start(40, { ignoreFilters: true });
    hub.before = ({ query }) => {
      if (query.get("limit") === "1000") hub.channels.push({ id: `new${hub.channels.length}CH` });
      return undefined;
    };
    const error = await thrownBy(find("otherCH"));
    expect(error).toMatchObject({ kind: "decode" });
    expect(String(error)).toMatch(/\babsent\b/);
  });
});

describe("failures", () => {
  test("answer everybody for 10 s without a request, and are no data", async () => {
    await start(40, {}, true);
    hub.before = ({ path }) => (path.endsWith(PATH) ? { status: 500 } : undefined);
    await Promise.all(ids(0, 40).map((id) => thrownBy(find(id))));
    expect(await thrownBy(find(channelId(0)))).toMatchObject({ kind: "hub", status: 500 });
    expect(server.count("GET", PATH)).toBe(1);
    hub.before = () => undefined;
    await clock.advance(10_000);
    expect(await find(channelId(0))).toMatchObject({ id: channelId(0) });
  });

  test("three in a row are final", async () => {
    await start(40, {}, true);
    hub.before = ({ path }) => (path.endsWith(PATH) ? { status: 403 } : undefined);
    for (let round = 0; round < 5; round += 1) {
      expect(await thrownBy(find(channelId(round)))).toMatchObject({ status: 403 });
      await clock.advance(10_000);
    }
    expect(server.count("GET", PATH)).toBe(3);
  });

  test("of the rest of the list leave what is on the first page", async () => {
    await start(50, { pageCap: 20 });
    hub.before = ({ query }) => (Number(query.get("offset")) > 0 ? { status: 403 } : undefined);
    const results = await Promise.allSettled(ids(0, 50).map((id) => find(id)));
    expect(results.slice(0, 20).every((result) => result.status === "fulfilled")).toBe(true);
    expect(results.filter((result) => result.status === "rejected")).toHaveLength(28);
  });
});

test("a reader who gives up does not end the list for the others", async () => {
  await start(40);
  let go: (given: Answer | undefined) => void = () => {};
  hub.before = ({ path }) =>
    path.endsWith(PATH)
      ? new Promise((resolve) => {
          go = resolve;
        })
      : undefined;
  const stop = new AbortController();
  const leaving = thrownBy(find(channelId(0), stop.signal));
  const staying = find(channelId(1));
  await until(() => server.count("GET", PATH) === 1);
  stop.abort();
  expect(await leaving).toMatchObject({ kind: "stopped" });
  go(undefined);
  expect(await staying).toMatchObject({ id: channelId(1) });
  expect(server.count("GET", PATH)).toBe(1);
});

test("a reader who gives up does not end the rest of the list for the others, nor is it read twice", async () => {
  await start(50, { pageCap: 20 });
  await Promise.all(ids(20, 22).map((id) => find(id)));
  let go: () => void = () => {};
  hub.before = ({ query }) =>
    query.get("offset") === "20"
      ? new Promise((resolve) => {
          go = () => resolve(undefined);
        })
      : undefined;
  const stop = new AbortController();
  const leaving = thrownBy(find(channelId(30), stop.signal));
  const staying = findAll(ids(31, 50));
  await until(() => asked().includes(20));
  stop.abort();
  expect(await leaving).toMatchObject({ kind: "stopped" });
  go();
  expect((await staying).map((channel) => channel?.id)).toEqual(ids(31, 50));
  expect(asked()).toEqual([0, channelId(20), channelId(21), 20, 40]);
});

describe("a channel that we have just written", () => {
  const enable = () => client.ctwa.enable({ ...REF, channelId: channelId(3) });

  test("is read directly once, then from what is known", async () => {
    await start(40);
    await find(channelId(3));
    await enable();
    Object.assign(hub.channels[3] ?? {}, { ctwa_enabled: true });
    expect(await find(channelId(3))).toMatchObject({ ctwaTracking: true, ctwaField: "ctwa_enabled" });
    await find(channelId(3));
    await find(channelId(4));
    expect(asked()).toEqual([0, channelId(3)]);
  });

  test("is read directly, too, when the switch failed: it may have been thrown", async () => {
    await start(40);
    await find(channelId(3));
    hub.before = ({ method, path }) =>
      method === "POST" && path.endsWith("ctwa") ? { status: 500 } : undefined;
    await thrownBy(enable());
    await find(channelId(3));
    expect(asked()).toEqual([0, channelId(3)]);
  });

  test.each(["find", "lookUp"] as const)(
    "is not overwritten by an answer that was under way (%s)",
    async (way) => {
      await start(40);
      let go: () => void = () => {};
      let held = false;
      hub.before = ({ method, path }) => {
        if (method !== "GET" || !path.endsWith(PATH) || held) return undefined;
        held = true;
        const before = structuredClone(hub.channels);
        return new Promise((resolve) => {
          go = () => resolve({ json: { total: before.length, partner_channels: before } });
        });
      };
      const reading = client.channels[way]("examplePA", channelId(3));
      await until(() => held);
      await enable();
      Object.assign(hub.channels[3] ?? {}, { ctwa_enabled: true });
      go();
      await reading;
      expect(await find(channelId(3))).toMatchObject({ ctwaTracking: true });
    },
  );

  test.each([
    ["the rest of a list", 20, () => structuredClone(hub.channels)],
    // One that has left the list makes it be read once more.
    ["a list that is read once more", 0, () => structuredClone(hub.channels.filter((_, one) => one !== 3))],
  ])("is neither overwritten nor dropped by %s that was under way", async (_, held, world) => {
    await start(50, { pageCap: 20 });
    await find(channelId(3));
    const rows = world();
    let go: (() => void) | null = null;
    hub.before = ({ method, query }) => {
      if (method !== "GET" || query.has("filters")) return undefined;
      const offset = Number(query.get("offset"));
      const partner_channels = rows.slice(offset, offset + 20);
      const answer = { json: { total: rows.length, limit: 20, partner_channels } };
      if (offset !== held) return answer;
      return new Promise((resolve) => {
        go = () => resolve(answer);
      });
    };
    const reading = client.channels.all("examplePA", []);
    await until(() => go !== null);
    for (const number of [3, 25]) {
      await client.ctwa.enable({ ...REF, channelId: channelId(number) });
      Object.assign(hub.channels[number] ?? {}, { ctwa_enabled: true });
    }
    (go as (() => void) | null)?.();
    const whole = await reading;
    for (const number of [3, 25]) {
      expect(whole.rows.find(({ id }) => id === channelId(number))).toMatchObject({ ctwaTracking: true });
    }
  });

  test("is not forgotten because of an answer that was under way", async () => {
    await start(40);
    await find(channelId(3));
    let go: (given: Answer) => void = () => {};
    hub.before = ({ query }) =>
      query.has("filters")
        ? new Promise((resolve) => {
            go = resolve;
          })
        : undefined;
    const reading = client.channels.lookUp("examplePA", channelId(3));
    await until(() => asked().length === 2);
    await enable();
    go({ json: { total: 0, partner_channels: [] } });
    expect(await reading).toBeNull();
    hub.before = () => undefined;
    expect(await find(channelId(3))).toMatchObject({ id: channelId(3) });
    expect(asked()).toEqual([0, channelId(3), channelId(3)]);
  });

  test("a look-up past the list renews what is known", async () => {
    await start(40);
    await find(channelId(3));
    Object.assign(hub.channels[3] ?? {}, { client_id: "bakeryCL" });
    expect(await client.channels.lookUp("examplePA", channelId(3))).toMatchObject({ clientId: "bakeryCL" });
    expect(await find(channelId(3))).toMatchObject({ clientId: "bakeryCL" });
    expect(asked()).toEqual([0, channelId(3)]);
  });

  test("a look-up that finds nothing makes the channel unknown", async () => {
    await start(40);
    await find(channelId(3));
    hub.channels.splice(3, 1);
    expect(await client.channels.lookUp("examplePA", channelId(3))).toBeNull();
    expect(await find(channelId(3))).toBeNull();
  });
});

describe("many channels at once", () => {
  const findMany = (wanted: readonly string[]) => client.channels.findMany("examplePA", wanted);
  const lookUpMany = (wanted: readonly string[]) => client.channels.lookUpMany("examplePA", wanted);
  const idsIn = (found: ReadonlyMap<string, unknown>) =>
    [...found].map(([id, channel]) => (channel === null ? `no ${id}` : id));

  test("cost one page for each 1,000 channels of the partner, and no look-up", async () => {
    await start(2500);
    expect(idsIn(await findMany(ids(0, 2500)))).toEqual(ids(0, 2500));
    expect(asked()).toEqual([0, 1000, 2000]);
    await findMany(ids(100, 2500));
    expect(asked()).toHaveLength(3);
  });

  test("are looked up where that costs less than the pages that are left", async () => {
    await start(5000);
    const few = [channelId(0), channelId(2000), channelId(4999)];
    expect(idsIn(await findMany(few))).toEqual(few);
    expect(asked()).toEqual([0, channelId(2000), channelId(4999)]);
  });

  test("are confirmed to be absent one by one", async () => {
    await start(1500);
    expect(idsIn(await findMany(["otherCH", channelId(1400), "anotherCH"]))).toEqual([
      "no otherCH",
      channelId(1400),
      "no anotherCH",
    ]);
    expect(asked()).toEqual([0, 1000, "otherCH", "anotherCH"]);
  });

  test("are listed anew after many of them were written", async () => {
    await start(1500);
    await findMany(ids(0, 1500));
    for (const channelId of ids(0, 10)) await client.ctwa.enable({ ...REF, channelId });
    hub.channels[3] = { id: channelId(3), client_id: "otherCL" };
    const found = await findMany(ids(0, 1500));
    expect(found.get(channelId(3))?.clientId).toBe("otherCL");
    expect(asked()).toEqual([0, 1000, 0, 1000]);
  });

  test("asked for now are listed anew, or looked up where they are few", async () => {
    await start(1500);
    await findMany(ids(0, 1500));
    hub.channels[3] = { id: channelId(3), client_id: "otherCL" };
    expect((await lookUpMany(ids(0, 1500))).get(channelId(3))?.clientId).toBe("otherCL");
    expect((await findMany(ids(3, 4))).get(channelId(3))?.clientId).toBe("otherCL");
    await lookUpMany(ids(3, 5));
    expect(asked()).toEqual([0, 1000, 0, 1000, channelId(3), channelId(4)]);
  });

  test("are said to be absent by two equal listings where the hub does not filter", async () => {
    await start(30, { ignoreFilters: true });
    expect(idsIn(await findMany([channelId(1), "otherCH", "anotherCH"]))).toEqual([
      channelId(1),
      "no otherCH",
      "no anotherCH",
    ]);
    expect(asked()).toEqual([0, "otherCH", "anotherCH", 0, 0]);
  });

  test("fail together where the list cannot be read to its end", async () => {
    await start(1500);
    hub.before = (seen) => (seen.query.get("offset") === "1000" ? { status: 500 } : undefined);
    expect(await thrownBy(findMany(ids(0, 1500)))).toMatchObject({ status: 500 });
  });
});

describe("all channels at once", () => {
  const all = (...wanted: string[]) => client.channels.all("examplePA", wanted);
  const idsOf = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);
  /** Changes the hub once, before it answers with the page that begins here. */
  const onceBefore = (offset: number, change: () => void) => {
    let done = false;
    hub.before = ({ query }) => {
      if (query.get("offset") === String(offset) && !query.has("filters") && !done) {
        done = true;
        change();
      }
      return undefined;
    };
  };
  /** Lets a channel come each time the list is read. */
  const neverRests = () => {
    hub.before = ({ query }) => {
      if (query.get("offset") === "20" && !query.has("filters"))
        hub.channels.unshift({ id: `a${hub.channels.length}CH` });
      return undefined;
    };
  };

  test("cost one list for 5,000 channels, however many are wanted and not there", async () => {
    await start(5_000);
    const whole = await all("goneCH", "lostCH", ...ids(0, 5_000));
    expect(whole.exact).toBe(true);
    expect(idsOf(whole).join()).toBe(ids(0, 5_000).join());
    // Several are asked for at a time, so that they may arrive in another order.
    expect(asked().sort((a, b) => Number(a) - Number(b))).toEqual(
      // The fifth page is full, so that it need not be the last.
      Array.from({ length: 6 }, (_, page) => page * 1_000),
    );
  });

  test("share that list with whoever looks for one channel, before and after", async () => {
    await start(40);
    await find(channelId(0));
    await Promise.all([all(), all()]);
    await find(channelId(1));
    expect(asked()).toEqual([0]);
  });

  test("come by id, whatever order the hub keeps", async () => {
    await start(40);
    hub.channels.reverse();
    expect(idsOf(await all())).toEqual(ids(0, 40));
  });

  test("of a list that moved once are those of the second reading: what is gone is not among them", async () => {
    await start(50, { pageCap: 20 });
    onceBefore(20, () => hub.channels.splice(5, 1));
    const whole = await all(channelId(5));
    expect(whole).toMatchObject({ exact: true, rows: { length: 49 } });
    expect(idsOf(whole)).not.toContain(channelId(5));
    expect(asked()).toEqual([0, 20, 40, 0, 20, 40]);
  });

  test("of a list in which one came as another went: a row that repeats gives it away", async () => {
    await start(50, { pageCap: 20 });
    onceBefore(20, () => {
      hub.channels.splice(45, 1);
      hub.channels.unshift({ id: "aaaCH" });
    });
    const whole = await all();
    expect(idsOf(whole)).toEqual(["aaaCH", ...ids(0, 45), ...ids(46, 50)]);
    expect(whole.exact).toBe(true);
    expect(asked()).toEqual([0, 20, 40, 0, 20, 40]);
  });

  test("of a list that never rests are not exact, and those that are wanted are looked up", async () => {
    await start(50, { pageCap: 20 });
    neverRests();
    const whole = await all(channelId(3), "goneCH", "lostCH");
    expect(whole.exact).toBe(false);
    expect(asked().filter((one) => typeof one === "string")).toEqual(["goneCH", "lostCH"]);
    expect(idsOf(whole)).toEqual(expect.arrayContaining(ids(0, 50)));
  });

  test("of which more are wanted than such a list has pages are listed until two readings agree", async () => {
    await start(50, { pageCap: 20 });
    neverRests();
    const { before } = hub;
    let turns = 0;
    hub.before = (seen) => {
      if (seen.query.get("offset") === "0") turns += 1;
      return turns > 2 ? undefined : before(seen);
    };
    const whole = await all(...Array.from({ length: 10 }, (_, one) => `gone${one}CH`));
    expect(whole.exact).toBe(true);
    expect(idsOf(whole)).toHaveLength(hub.channels.length);
    expect(asked().filter((one) => one === 0)).toHaveLength(4);
    expect(asked().filter((one) => typeof one === "string")).toEqual([]);
  });

  test("of which one was just written are read with that one asked for directly, once", async () => {
    await start(40);
    await all();
    await client.ctwa.enable({ ...REF, channelId: channelId(3) });
    Object.assign(hub.channels[3] ?? {}, { ctwa_enabled: true });
    expect((await all()).rows[3]).toMatchObject({ ctwaTracking: true });
    await all();
    expect(asked()).toEqual([0, channelId(3)]);
  });

  test("of which many were just written are listed anew", async () => {
    await start(40);
    await all();
    for (const id of ids(0, 3)) await client.ctwa.enable({ ...REF, channelId: id });
    Object.assign(hub.channels[2] ?? {}, { ctwa_enabled: true });
    expect((await all()).rows[2]).toMatchObject({ ctwaTracking: true });
    expect(asked()).toEqual([0, 0]);
  });

  test("of an empty list with a total above zero are an error", async () => {
    await start(40);
    hub.before = ({ method, query }) =>
      method === "GET" && !query.has("filters") ? { json: { total: 40, partner_channels: [] } } : undefined;
    expect(await thrownBy(all())).toMatchObject({ kind: "decode" });
  });

  test("of a partner without channels are none", async () => {
    await start(0);
    expect(await all("goneCH")).toEqual({ rows: [], exact: true });
  });

  test("fail with the list, for 10 s without a request", async () => {
    await start(50, { pageCap: 20 }, true);
    hub.before = ({ query }) => (query.get("offset") === "20" ? { status: 500 } : undefined);
    expect(await thrownBy(all())).toMatchObject({ kind: "hub", status: 500 });
    expect(await thrownBy(all())).toMatchObject({ kind: "hub", status: 500 });
    expect(asked()).toEqual([0, 20]);
    hub.before = () => undefined;
    await clock.advance(10_000);
    expect(await all()).toMatchObject({ exact: true, rows: { length: 50 } });
  });
});

test("keeps of a channel what the provider reads, and not the rest of the hub's object", async () => {
  await start(1);
  Object.assign(hub.channels[0] ?? {}, { client: { contact_info: { email: "person@example.com" } } });
  expect(JSON.stringify(await find(channelId(0)))).not.toContain("person@example.com");
});

test("an absence that only one list shows is not believed, and where a look-up contradicts it, it is no error", async () => {
  await start(40);
  hub.before = ({ query }) =>
    query.has("filters")
      ? undefined
      : query.has("offset")
        ? { json: { total: 39, partner_channels: hub.channels.filter((row) => row["id"] !== channelId(7)) } }
        : undefined;
  expect(await find(channelId(7))).toMatchObject({ id: channelId(7) });
});

test("a client that is made anew asks anew", async () => {
  await start(1);
  await find(channelId(0));
  Object.assign(hub.channels[0] ?? {}, { client_id: "bakeryCL" });
  await client.close();
  client = clientFor(server.url, { clock, maxRetries: 0 });
  expect(await find(channelId(0))).toMatchObject({ clientId: "bakeryCL" });
  expect(asked()).toEqual([0, 0]);
});

test("three channels that are not on the first page of 20,000 cost four lists", async () => {
  await start(20_000);
  await findAll([channelId(10_000), channelId(15_000), channelId(19_999)]);
  expect(asked()[0]).toBe(0);
  expect(asked()).toHaveLength(4);
});
