import { fleet } from "../acceptance/harness/fleets";
import { tracking } from "../acceptance/harness/tracking";
import { succeeded, Workspace } from "../acceptance/harness/workspace";
import { openWorld, settingsFor, type World } from "../acceptance/harness/world";
import { suite } from "./needs";

const STATES = 10;
const SWITCHES = 30;
const LIMIT = { requests: 5, seconds: 2 };

const blocks = (ids: readonly string[]) => ids.map((id) => tracking(id, `channel_id = "${id}"`)).join("");

/** Opens a state for each part of the channels, and plans it without a limit. */
async function openStates({ listening }: World, ids: readonly string[]): Promise<Workspace[]> {
  const states: Workspace[] = [];
  for (let one = 0; one < STATES; one += 1) {
    const part = ids.slice(one * SWITCHES, (one + 1) * SWITCHES);
    const workspace = await Workspace.open(settingsFor(listening));
    states.push(workspace);
    await workspace.configure(one % 2 === 0 ? blocks(part) : fleet("part", part));
    succeeded(await workspace.run("plan", "-input=false", "-out=saved.bin"));
  }
  return states;
}

suite("ten processes that share a limit of 5 requests in 2 s", {}, () => {
  jest.setTimeout(1_800_000);

  // The bounds are those of test/client/host/shared-limit.test.ts: one process does not know of the others.
  test.each([
    [true, { ratio: 2, spread: 4, refused: 0.5 }],
    [false, { ratio: 3, spread: 6, refused: 0.4 }],
  ])("all finish, and none starves (Retry-After: %p)", async (retryAfter, most) => {
    const world = await openWorld({ simulator: { channels: 400 } });
    const { simulator } = world;
    const ids = simulator.control
      .channels("examplePA")
      .filter(({ terminated_at: end, ctwa }) => end === null && !ctwa)
      .map(({ id }) => id)
      .slice(0, STATES * SWITCHES);
    const states = await openStates(world, ids);
    simulator.requests.clear();
    simulator.control.changeSettings({ requestsPerWindow: { ...LIMIT, retryAfter } });
    const started = Date.now();

    const seconds = await Promise.all(
      states.map(async (workspace) => {
        succeeded(await workspace.run("apply", "-input=false", "saved.bin"));
        return (Date.now() - started) / 1_000;
      }),
    );

    const requests = simulator.requests.list();
    const refused = requests.filter(({ status }) => status === 429).length;
    const shortest = ((requests.length - refused) / LIMIT.requests - 1) * LIMIT.seconds;
    const figures = {
      ratio: Math.max(...seconds) / shortest,
      spread: Math.max(...seconds) / Math.min(...seconds),
      refused: refused / requests.length,
    };
    console.info(`Retry-After: ${retryAfter}`, figures, `${requests.length} requests`);
    expect(ids.filter((id) => simulator.control.channel(id)?.ctwa)).toHaveLength(STATES * SWITCHES);
    expect(figures.ratio).toBeLessThan(most.ratio);
    expect(figures.spread).toBeLessThan(most.spread);
    expect(figures.refused).toBeLessThan(most.refused);
    await Promise.all(states.map((workspace) => workspace.close()));
  });
});
