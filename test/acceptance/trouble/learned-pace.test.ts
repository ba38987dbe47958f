import type { RecordedRequest, RequestsPerWindow } from "../../../src/simulator";
import { openWorld, type World } from "../harness/world";

// These wait for most of their time: they run side by side.
jest.setTimeout(240_000);

// What was under way when a refusal was given arrives after it.
const UNDER_WAY_MS = 500;

const PROGRESS = /Requests to 127\.0\.0\.1:\d+: \d+ done, \d+ waiting, one per \d+ ms/g;

async function trackAll(world: World, count: number): Promise<string[]> {
  const ids = world.simulator.control
    .channels("examplePA")
    .filter(({ terminated_at }) => terminated_at === null)
    .slice(0, count)
    .map(({ id }) => id);
  await world.workspace.configure(`locals {
  channels = toset(${JSON.stringify(ids)})
}
resource "dialog360_channel_ctwa_tracking" "all" {
  for_each   = local.channels
  channel_id = each.key
}`);
  return ids;
}

const on = ({ simulator }: World, ids: readonly string[]) =>
  ids.filter((id) => simulator.control.channel(id)?.ctwa);

/** The pauses that a limit asked for, computed from what had been let through, as the limit counts. */
function pauses(log: readonly RecordedRequest[], { requests, seconds }: RequestsPerWindow) {
  const taken: number[] = [];
  return log.flatMap(({ at, status }) => {
    if (status !== 429) taken.push(at);
    if (status !== 429) return [];
    const oldest = taken.at(-requests) ?? at;
    return [{ from: at, until: at + Math.ceil((oldest + seconds * 1000 - at) / 1000) * 1000 }];
  });
}

test.concurrent("60 channels at 5 requests in 2 s: all are on, and nothing is sent inside a Retry-After window", async () => {
  const requestsPerWindow = { requests: 5, seconds: 2, retryAfter: true };
  const env = { TF_LOG_PROVIDER: "info", TF_LOG_PATH: "provider.log" };
  const world = await openWorld({ simulator: { channels: 70, requestsPerWindow }, env });
  const ids = await trackAll(world, 60);
  await world.workspace.apply();
  expect(on(world, ids)).toEqual(ids);
  const log = world.simulator.requests.list();
  const windows = pauses(log, requestsPerWindow);
  expect(windows.length).toBeGreaterThan(0);
  const inside = log.filter(({ at }) =>
    windows.some(({ from, until }) => at > from + UNDER_WAY_MS && at < until),
  );
  expect(inside).toEqual([]);
  const told = (await world.workspace.read("provider.log")).match(PROGRESS) ?? [];
  expect(told.length).toBeGreaterThanOrEqual(4);
});

test.concurrent("20 channels at a limit whose 429 does not say when to come back: all are on", async () => {
  const requestsPerWindow = { requests: 5, seconds: 2, retryAfter: false };
  const world = await openWorld({ simulator: { channels: 30, requestsPerWindow } });
  const ids = await trackAll(world, 20);
  await world.workspace.apply();
  expect(on(world, ids)).toEqual(ids);
  expect(pauses(world.simulator.requests.list(), requestsPerWindow).length).toBeGreaterThan(0);
});

test.concurrent("tokens of 2 s during ten seconds of work: all are on, with at most one login for each that ends", async () => {
  const world = await openWorld({ simulator: { channels: 30, tokenLifetime: 2, latencyMs: 500 } });
  const ids = await trackAll(world, 20);
  const started = Date.now();
  await world.workspace.apply("-parallelism=2");
  expect(on(world, ids)).toEqual(ids);
  const log = world.simulator.requests.list();
  const logins = log.filter(({ route }) => route === "token").length;
  const worked = (log.at(-1)?.at ?? 0) - started;
  expect(worked).toBeGreaterThan(10_000);
  // Each is renewed in the last tenth of its life, so it serves for 1.8 s at least.
  expect(logins - 1).toBeLessThanOrEqual(worked / 1_800);
  expect(logins - 1).toBeGreaterThanOrEqual(4);
});

test.concurrent("a limit set by hand is kept, so that the host refuses nothing", async () => {
  const requestsPerWindow = { requests: 5, seconds: 2, retryAfter: true };
  const world = await openWorld({
    simulator: { requestsPerWindow },
    env: { DIALOG360_RATE_LIMIT: "5/2s", DIALOG360_MAX_CONCURRENT_REQUESTS: "2" },
  });
  const ids = await trackAll(world, 8);
  await world.workspace.apply();
  expect(on(world, ids)).toEqual(ids);
  expect(pauses(world.simulator.requests.list(), requestsPerWindow)).toEqual([]);
});
