import { getEventListeners } from "node:events";
import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type SmallServer, startServer } from "../small-server";
import { channelId, type TinyHub, tinyHub } from "../tiny-hub";

let hub: TinyHub;
let server: SmallServer;
let client: Client;
let offsets: number[];

const PAGES = 50;
const SIZE = 10;
const MOST_AHEAD = 4;

beforeEach(async () => {
  offsets = [];
  hub = tinyHub(PAGES * SIZE);
  hub.pageCap = SIZE;
  hub.before = ({ path, query }) => {
    if (path.endsWith("/channels")) offsets.push(Number(query.get("offset")));
    return undefined;
  };
  server = await startServer(hub.handler);
  client = clientFor(server.url);
});
afterEach(async () => {
  await client.close();
  await server.close();
});

const ALL = { wanted: () => Number.POSITIVE_INFINITY };
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const everyId = () => hub.channels.map((row) => row["id"] as string);

/** Waits until no request was sent for a while. */
async function settled(): Promise<number> {
  for (let before = -1; before !== offsets.length; ) {
    before = offsets.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return offsets.length;
}

test("every row comes once, page by page", async () => {
  const pages: string[][] = [];
  for await (const rows of client.channels.stream("examplePA", ALL)) pages.push(idsOf(rows));
  expect(pages.flat()).toEqual(everyId());
  expect(Math.max(...pages.map((page) => page.length))).toBe(SIZE);
  expect(offsets).toHaveLength(PAGES + 1);
});

test("a reader that waits holds the pages up: only a few are requested ahead", async () => {
  const pages = client.channels.stream("examplePA", ALL);
  for (let read = 1; read <= 10; read++) {
    await pages.next();
    expect(await settled()).toBeLessThanOrEqual(read + MOST_AHEAD);
  }
  await pages.return(undefined);
});

test.each([
  [1, 1],
  [SIZE, 1],
  [SIZE + 1, 2],
  [3 * SIZE, 3],
  [12 * SIZE, 12],
])("a reader that wants %i rows costs %i pages", async (wanted, pages) => {
  let left = wanted;
  for await (const rows of client.channels.stream("examplePA", { wanted: () => left })) {
    left -= rows.length;
    if (left <= 0) break;
  }
  expect(await settled()).toBe(pages);
});

test("a reader that leaves ends the requests, and leaves no listener", async () => {
  const controller = new AbortController();
  const pages = client.channels.stream("examplePA", { ...ALL, signal: controller.signal });
  await pages.next();
  await pages.next();
  await pages.return(undefined);
  const asked = await settled();
  expect(asked).toBeLessThanOrEqual(2 + MOST_AHEAD);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a signal that aborts in the middle ends the stream with an error", async () => {
  const controller = new AbortController();
  const pages = client.channels.stream("examplePA", { ...ALL, signal: controller.signal });
  await pages.next();
  controller.abort();
  expect(await thrownBy(drain(pages))).toMatchObject({ kind: "stopped" });
});

test("an error in the middle comes after the rows before it", async () => {
  const before = hub.before;
  hub.before = (seen) => {
    void before(seen);
    return seen.query.get("offset") === "50"
      ? { status: 400, json: { meta: { success: false } } }
      : undefined;
  };
  const rows: string[] = [];
  const read = async () => {
    for await (const page of client.channels.stream("examplePA", ALL)) rows.push(...idsOf(page));
  };
  expect(await thrownBy(read())).toMatchObject({ kind: "hub" });
  expect(rows).toEqual(everyId().slice(0, 50));
});

test("a list that moves is read again: what the first reading lacked follows, nothing comes twice", async () => {
  let moved = 0;
  const before = hub.before;
  hub.before = (seen) => {
    void before(seen);
    // The first row goes once: each row behind it moves up by one, so that the next page lacks one.
    if (seen.query.get("offset") === "20" && moved++ === 0) hub.channels.shift();
    return undefined;
  };
  let told = 0;
  const onMoved = () => {
    told += 1;
  };
  const options = { ...ALL, onMoved };
  const ids = idsOf(await drain(client.channels.stream("examplePA", options)));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(everyId()));
  // The row that is gone was passed on before it went.
  expect(ids).toContain(channelId(0));
  expect(told).toBe(1);
});

test.each([false, true])("rows of one client, where the hub ignores filters: %s", async (ignoreFilters) => {
  hub.ignoreFilters = ignoreFilters;
  for (const row of hub.channels.slice(100, 125)) row["client_id"] = "bakeryCL";
  const rows = await drain(client.channels.stream("examplePA", { ...ALL, clientId: "bakeryCL" }));
  expect(idsOf(rows)).toEqual(everyId().slice(100, 125));
});

async function drain<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
