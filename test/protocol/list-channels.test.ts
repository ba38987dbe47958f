import { systemClock } from "../../src/client";
import * as messages from "../../src/framework/protocol/generated/tfplugin6";
import { titles as frameworkTitles } from "../../src/framework/titles";
import { channelCtwaTrackingList } from "../../src/provider/list-resources/channel-ctwa-tracking";
import { dialog360Provider } from "../../src/provider/provider";
import { titles } from "../../src/provider/titles";
import { createSimulator, type Listening, listen, type Simulator } from "../../src/simulator";
import { brief, wire } from "../framework/rpc/test-server";
import { all, openPeer, type Peer } from "./peer";
import { providerFor } from "./provider-for";
import { TRACKING } from "./switches";

const PAGE = 40;
const PAGES = 25;
const MOST_AHEAD = 4;

let simulator: Simulator;
let listening: Listening;
let peer: Peer;

beforeEach(async () => {
  simulator = createSimulator({ channels: PAGE * PAGES, maxPageSize: PAGE });
  listening = await listen(simulator);
  peer = await openPeer(providerFor(listening, systemClock, { MAX_RETRIES: "0" }));
  const { ConfigureProvider_Request, ConfigureProvider_Response } = messages;
  await peer.unary("ConfigureProvider", ConfigureProvider_Request, ConfigureProvider_Response, {
    config: wire(dialog360Provider.schema, {}),
  });
});
afterEach(async () => {
  await peer.close();
  await listening.close();
});

const listing = (limit: number, config: object = {}) =>
  peer.open("ListResource", messages.ListResource_Request, messages.ListResource_Event, {
    typeName: TRACKING,
    config: wire(channelCtwaTrackingList.schema, config as never),
    limit: BigInt(limit),
    includeResourceObject: true,
  });
const pagesAsked = () => simulator.requests.list("channels").length;

/** The number of pages requested, once no more follow. */
async function settled(): Promise<number> {
  for (let before = -1; before !== pagesAsked(); ) {
    before = pagesAsked();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return pagesAsked();
}

test("lists everything, each page once, with warnings after the results alone", async () => {
  const events = await all(listing(100_000));
  // The last page is full, so one more request is needed to see that it is the last.
  expect(pagesAsked()).toBe(PAGES + 1);
  const names = events.map(({ displayName }) => displayName);
  expect(new Set(events.map(({ identity }) => String(identity?.identityData?.msgpack))).size).toBe(
    names.length,
  );
  expect(names.length).toBeGreaterThan(PAGE * (PAGES - 1));
  expect(brief(events.flatMap(({ diagnostic }) => diagnostic))).toEqual([]);
});

test.each([
  [5, 1],
  [PAGE * 2, 3],
])("requests no more pages than a limit of %i needs", async (limit, most) => {
  expect(await all(listing(limit))).toHaveLength(limit);
  expect(await settled()).toBeLessThanOrEqual(most);
});

test("requests no further page once the caller has left", async () => {
  const stream = listing(100_000);
  const ended = new Promise((resolve) => stream.on("error", resolve));
  await new Promise((resolve) => stream.once("data", resolve));
  stream.cancel();
  await ended;
  expect(await settled()).toBeLessThanOrEqual(2 + MOST_AHEAD);
});

test("a caller that does not read holds the pages up", async () => {
  const stream = listing(100_000);
  stream.on("error", () => {});
  await new Promise((resolve) => stream.once("data", resolve));
  stream.pause();
  // What fits in the sockets' buffers is sent on; the rest waits.
  expect(await settled()).toBeLessThan(PAGES);
  stream.cancel();
});

test("an error in the middle comes after the results before it", async () => {
  simulator.control.addFault({ route: "channels", status: 503, skip: 10 });
  const events = await all(listing(100_000));
  expect(events.length).toBeGreaterThan(9 * PAGE - 10);
  expect(events.at(-1)).toMatchObject({ identity: undefined });
  expect(events.at(-1)?.diagnostic).toHaveLength(1);
});

test("StopProvider ends it with an error, and ends the requests", async () => {
  const stream = listing(100_000);
  const { StopProvider_Request, StopProvider_Response } = messages;
  stream.once("data", () => void peer.unary("StopProvider", StopProvider_Request, StopProvider_Response, {}));
  const events = await all(stream);
  expect(brief(events.at(-1)?.diagnostic ?? [])).toEqual([`error: ${frameworkTitles.stopped}`]);
  expect(await settled()).toBeLessThan(PAGES);
});

test("says that channels may be missing if they come and go during every reading", async () => {
  simulator.control.changeSettings({ churn: 1 });
  const events = await all(listing(100_000));
  expect(brief(events.at(-1)?.diagnostic ?? [])).toEqual([`warning: ${titles.mayBeMissing}`]);
});
