import { type Channel, type Client, type ClientSettings, createClient } from "../../../src/client";
import { realWorld } from "./real-world";
import { simulatedWorld } from "./simulated-world";
import type { Need, Opened, Target, World } from "./world";

/** States one thing that the client relies on; what it needs beyond reading the hub comes third. */
export type State = (behaviour: string, check: (target: Target) => Promise<void>, ...needs: Need[]) => void;

/**
 * One area of the API: what the client relies on there, whoever answers. The simulator is always asked, the real API
 * where the environment opens it; what is not asked of it is a skipped test that says why.
 */
export function contract(area: string, states: (state: State) => void): void {
  describe.each([simulatedWorld, realWorld(process.env)])(`${area}, of $name`, (world) => {
    if (world.closed === null) hold(world, states);
    else if (world.wanted) test("can be asked", () => fail(`It is wanted, but ${world.closed}.`));
    else test.skip(`not asked: ${world.closed}`, () => {});
  });
}

function fail(why: string): never {
  throw new Error(why);
}

function hold(world: World, states: (state: State) => void): void {
  // The real hub may grant five requests in 30 s.
  jest.setTimeout(world === simulatedWorld ? 5_000 : 600_000);
  const closing: (() => Promise<void>)[] = [];
  let target: Target;
  beforeAll(async () => {
    const opened = await world.open();
    closing.push(opened.close);
    target = await targetIn(world, opened, closing);
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
  states((behaviour, check, ...needs) => {
    const lacking = needs.map((need) => world.lacks[need]).find((why) => why !== null);
    if (lacking === undefined) test(behaviour, () => check(target));
    else test.skip(`${behaviour} (not asked: ${lacking})`, () => {});
  });
}

async function targetIn(
  world: World,
  { settings }: Opened,
  closing: (() => Promise<void>)[],
): Promise<Target> {
  const another = (more: Partial<ClientSettings>) => {
    const client = createClient({
      ...{ requestTimeoutMs: 30_000, maxRetries: 2, userAgent: "contract-tests/1", readOnly: true },
      ...settings,
      ...more,
    });
    closing.push(() => client.close());
    return client;
  };
  const client = another({});
  const channel = await channelIn(client, settings.partnerId, world.channelId);
  return {
    ...{ world, settings, client, channel, another },
    partnerId: settings.partnerId,
    clientId: channel.clientId ?? "",
  };
}

async function channelIn(client: Client, partnerId: string, named: string | undefined): Promise<Channel> {
  const channels =
    named === undefined
      ? await client.channels.list(partnerId, {})
      : [await client.channels.lookUp(partnerId, named)];
  const found = channels.find((channel) => channel?.phoneNumber) ?? channels[0];
  if (found) return found;
  throw new Error(`The partner ${partnerId} has no channel${named === undefined ? "" : ` ${named}`}.`);
}
