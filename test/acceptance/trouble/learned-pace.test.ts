import type { RecordedRequest, RequestsPerWindow } from "../../../src/simulator";
import { openWorld, type World } from "../harness/world";

// test/client/contract/rate-limits.test.ts shows the same for many channels, on a clock on which no wait takes time.

// What was under way when a refusal was given arrives after it.
const UNDER_WAY_MS = 500;

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

test.concurrent("8 channels at 5 requests in 1 s: all are on, and nothing is sent inside a Retry-After window", async () => {
  const requestsPerWindow = { requests: 5, seconds: 1, retryAfter: true };
  const world = await openWorld({ simulator: { requestsPerWindow } });
  const ids = await trackAll(world, 8);

  await world.workspace.apply();

  expect(on(world, ids)).toEqual(ids);
  const log = world.simulator.requests.list();
  const windows = pauses(log, requestsPerWindow);
  expect(windows.length).toBeGreaterThan(0);
  const inside = log.filter(({ at }) =>
    windows.some(({ from, until }) => at > from + UNDER_WAY_MS && at < until),
  );
  expect(inside).toEqual([]);
});

test.concurrent("a limit set by hand is kept, so that the host refuses nothing", async () => {
  const requestsPerWindow = { requests: 5, seconds: 1, retryAfter: true };
  const world = await openWorld({
    simulator: { requestsPerWindow },
    env: { DIALOG360_RATE_LIMIT: "5/1s", DIALOG360_MAX_CONCURRENT_REQUESTS: "2" },
  });
  const ids = await trackAll(world, 4);

  await world.workspace.apply();

  expect(on(world, ids)).toEqual(ids);
  expect(pauses(world.simulator.requests.list(), requestsPerWindow)).toEqual([]);
});
