import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type Answer, type SmallServer, startServer } from "../small-server";
import { channelId } from "../tiny-hub";

let server: SmallServer;
let client: Client;
/** What the list answers to a page of it. */
let page: (offset: number, limit: number, number: number) => Answer;

beforeEach(async () => {
  let number = 0;
  server = await startServer(({ path, query }) => {
    if (path.endsWith("/token")) return { json: { access_token: "token-1" } };
    number += 1;
    return page(Number(query.get("offset")), Number(query.get("limit")), number);
  });
  client = clientFor(server.url);
});

afterEach(async () => {
  await client.close();
  await server.close();
});

const rows = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, one) => ({ id: channelId(from + one) }));

/** A page of a hub that gives at most `cap` rows, with what it says of itself changed. */
const give = (size: number, cap: number, offset: number, more: object = {}): Answer => {
  const shown = rows(offset, Math.min(size, offset + cap));
  return { json: { count: shown.length, total: size, limit: cap, offset, partner_channels: shown, ...more } };
};

/** The ways to read a whole list on which somebody acts. */
const READERS: readonly [string, () => Promise<readonly { id: string }[]>][] = [
  ["the shared list", async () => (await client.channels.all("examplePA", [])).rows],
  ["a search", () => client.channels.list("examplePA", {})],
  ["a stream", () => drain(client.channels.stream("examplePA", { wanted: () => Number.POSITIVE_INFINITY }))],
];

/** Sorted, since a stream passes on what a second reading finds after everything else. */
async function drain<T extends { id: string }>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe.each(READERS)("read through %s", (_, read) => {
  const numbersOf = async () => String(await thrownBy(read()));

  test("an offset that is ignored is an error with both numbers", async () => {
    page = () => give(6, 2, 0);
    expect(await numbersOf()).toMatch(/\b2 of 6\b/);
  });

  test("an offset that is ignored is an error without a total, too", async () => {
    page = () => give(6, 2, 0, { total: undefined });
    expect(await thrownBy(read())).toMatchObject({ kind: "decode" });
  });

  test("a page that is empty in the middle is an error with both numbers", async () => {
    page = (offset) => give(6, 2, offset, offset === 2 ? { partner_channels: [] } : {});
    expect(await numbersOf()).toMatch(/\b4 of 6\b/);
  });

  test("a page that was empty once is read again", async () => {
    let empty = 0;
    page = (offset) => {
      if (offset === 2) empty += 1;
      return give(6, 2, offset, offset === 2 && empty === 1 ? { partner_channels: [] } : {});
    };
    expect(idsOf(await read())).toEqual(idsOf(rows(0, 6)));
  });

  test.each([
    ["zero beside rows", () => 0],
    ["the page's own count", () => 2],
    ["cut off", () => 4],
    ["not there", () => undefined],
    ["not a number", () => "many"],
  ])("a total that is %s does not end the list", async (__, total) => {
    page = (offset) => give(6, 2, offset, { total: total() });
    expect(idsOf(await read())).toEqual(idsOf(rows(0, 6)));
  });

  test("a total of zero beside rows is no end where the limit is not the one in force, either", async () => {
    page = (offset, limit) => give(6, 2, offset, { total: 0, limit });
    expect(idsOf(await read())).toEqual(idsOf(rows(0, 6)));
  });

  test("a last page that is full is followed by one more request", async () => {
    page = (offset) => give(4, 2, offset);
    expect(idsOf(await read())).toEqual(idsOf(rows(0, 4)));
    expect(server.count("GET", "/channels")).toBe(3);
  });

  test("a page that is shorter than its limit is the last", async () => {
    page = (offset) => give(3, 4, offset);
    await read();
    expect(server.count("GET", "/channels")).toBe(1);
  });

  test("pages in random order are read again, and an error where rows are still missing", async () => {
    const lost = [0, 2, 2, 4, 4];
    page = (_offset, __limit, number) => give(6, 2, lost[number % 5 === 0 ? 0 : 1] ?? 0);
    expect(await thrownBy(read())).toMatchObject({ kind: "decode" });
  });

  test("pages whose order changes between two readings give all rows once", async () => {
    const orders = [
      [0, 0, 4],
      [2, 0, 4],
    ];
    let reading = -1;
    page = (offset) => {
      if (offset === 0) reading += 1;
      const order = orders[Math.min(reading, 1)] ?? [];
      return give(6, 2, order[offset / 2] ?? 6);
    };
    expect(idsOf(await read())).toEqual(idsOf(rows(0, 6)));
  });

  test("a list that calls itself a failure proves nothing", async () => {
    page = (offset) => give(0, 2, offset, { meta: { success: false, developer_message: "not today" } });
    expect(await thrownBy(read())).toMatchObject({
      kind: "hub",
      verdict: "refused",
      apiMessage: "not today",
    });
  });
});

describe("a shared list that lacks rows, read by a caller who says so", () => {
  const readAll = (...wanted: string[]) => client.channels.all("examplePA", wanted, { mayLack: true });
  /** The second page of each reading begins too far on; what a look-up finds is given. */
  const skipping =
    (totalOf: (offset: number) => number) =>
    (offset: number): Answer =>
      give(6, 2, offset === 2 ? 3 : offset, { total: totalOf(offset) });
  const lookUps = (found: readonly object[]) => {
    const pages = page;
    page = (offset, limit, number) =>
      server.seen.at(-1)?.query.has("filters")
        ? { json: { count: found.length, total: found.length, limit, offset, partner_channels: found } }
        : pages(offset, limit, number);
  };

  test("is given where its total moves, and is not exact", async () => {
    page = skipping((offset) => (offset === 2 ? 7 : 6));
    lookUps([]);
    const { rows: given, exact } = await readAll();
    expect(idsOf(given)).toEqual([0, 1, 3, 4, 5].map(channelId));
    expect(exact).toBe(false);
  });

  test("is given with what was wanted and only a look-up finds", async () => {
    page = skipping((offset) => (offset === 2 ? 7 : 6));
    lookUps(rows(2, 3));
    expect(idsOf((await readAll(channelId(2))).rows)).toEqual(idsOf(rows(0, 6)));
  });

  test("is given where its total moves between two readings only", async () => {
    let readings = 0;
    page = (offset) => {
      if (offset === 0) readings += 1;
      return skipping(() => 5 + readings)(offset);
    };
    lookUps([]);
    expect(await readAll()).toMatchObject({ exact: false });
  });

  test.each<[string, () => void]>([
    ["its total stays the same", () => (page = skipping(() => 6))],
    [
      "a full page repeats, whatever its totals",
      () => (page = (_, __, number) => give(6, 2, 0, { total: 6 + (number % 2) })),
    ],
    ["a total is below what it shows", () => (page = skipping((offset) => ({ 0: 1, 2: 6 })[offset] ?? 7))],
  ])("is an error where %s", async (_, lie) => {
    lie();
    lookUps([]);
    expect(await thrownBy(readAll())).toMatchObject({ kind: "decode" });
  });

  test("is an error for whoever does not say so, also where its total moves", async () => {
    page = skipping((offset) => (offset === 2 ? 7 : 6));
    lookUps([]);
    expect(String(await thrownBy(client.channels.all("examplePA", [])))).toMatch(/\b5 of 6\b/);
  });
});

describe("a hub that counts more rows than it lists", () => {
  beforeEach(() => {
    page = (offset) => give(6, 2, offset, { total: 8 });
  });

  test("gives what it lists, and both numbers", async () => {
    const told: number[][] = [];
    const found = await client.channels.list("examplePA", {}, { onFewer: (...both) => told.push(both) });
    expect(idsOf(found)).toEqual(idsOf(rows(0, 6)));
    expect(told).toEqual([[6, 8]]);
  });

  test("tells of it in the shared list", async () => {
    expect(await client.channels.all("examplePA", [])).toMatchObject({ rows: { length: 6 }, counted: 8 });
  });
});

describe("a hub that refuses pages of 1,000", () => {
  const refusing = (most: number, status: number) => (offset: number, limit: number) =>
    limit > most
      ? { status, json: { meta: { developer_message: `limit must be at most ${most}` } } }
      : give(600, limit, offset);
  const limits = () => server.seen.flatMap(({ query }) => (query.has("limit") ? [query.get("limit")] : []));

  test.each([
    [400, 250, "200"],
    [422, 250, "200"],
    [400, 100, "100"],
  ])("with %i and at most %i gets pages of %s, for the rest of the process", async (status, most, taken) => {
    page = refusing(most, status);
    expect(await client.channels.list("examplePA", {})).toHaveLength(600);
    const first = limits();
    expect(first[0]).toBe("1000");
    server.seen.length = 0;
    await client.channels.all("examplePA", []);
    expect(new Set(limits())).toEqual(new Set([taken]));
  });

  test("with whatever size is told so with the first refusal, and asked no more than four times", async () => {
    page = refusing(10, 400);
    const error = await thrownBy(client.channels.list("examplePA", {}));
    expect(error).toMatchObject({ kind: "hub", status: 400, attempts: 1 });
    expect(limits()).toEqual(["1000", "500", "200", "100"]);
  });

  test("for another reason is asked with the size that was taken", async () => {
    page = (offset, limit) => give(3, limit, offset);
    await client.channels.list("examplePA", {});
    page = () => ({ status: 400 });
    await thrownBy(client.channels.list("examplePA", {}));
    page = (offset, limit) => give(3, limit, offset);
    await client.channels.list("examplePA", {});
    expect(limits().at(-1)).toBe("1000");
  });

  test("is asked for the size that is set", async () => {
    await client.close();
    client = clientFor(server.url, { pageSize: 50 });
    page = (offset, limit) => give(60, limit, offset);
    expect(await client.channels.list("examplePA", {})).toHaveLength(60);
    expect(new Set(limits())).toEqual(new Set(["50"]));
  });
});
