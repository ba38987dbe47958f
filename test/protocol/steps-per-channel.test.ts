import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { systemClock } from "../../src/client";
import { createSimulator, type Listening, listen } from "../../src/simulator";
import type { ResponseOf } from "../framework/rpc/test-server";
import { type ProviderConnection, servedDirectly } from "./core/connection";
import { createCore } from "./core/core";
import type { Configuration } from "./core/plan";
import { countSteps } from "./counted-steps";
import { providerFor } from "./provider-for";
import { FLEET, TRACKING } from "./switches";

jest.setTimeout(120_000);

/** Ten times as many channels take about ten times the steps; with a quadratic step it would be a hundred times. */
const TIMES = 12;

/** A hub that answers what it was asked before without a look at any channel: its steps are not the provider's. */
interface Hub {
  readonly listening: Pick<Listening, "hubBaseUrl" | "signalsBaseUrl">;
  readonly ids: readonly string[];
  requests: number;
  close(): Promise<void>;
}

async function openHub(channels: number): Promise<Hub> {
  const simulator = createSimulator({ channels: channels + 500 });
  const behind = await listen(simulator);
  const answers = new Map<string, string>();
  const hub = { requests: 0 };
  const server = createServer(async (request, response) => {
    hub.requests += 1;
    const key = `${request.method} ${request.url}`;
    const answer = answers.get(key) ?? (await forward(request, new URL(behind.hubBaseUrl).origin));
    answers.set(key, answer);
    response.setHeader("content-type", "application/json");
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const live = simulator.control.channels("examplePA").filter(({ terminated_at: end }) => end === null);
  return Object.assign(hub, {
    listening: { hubBaseUrl: `${origin}/api/v2`, signalsBaseUrl: `${origin}/signals` },
    ids: live.slice(0, channels).map(({ id }) => id),
    close: async () => {
      await closed(server);
      await behind.close();
    },
  });
}

async function forward(request: IncomingMessage, origin: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const { method = "GET", url = "/", headers } = request;
  const body = pieces.length === 0 ? {} : { body: Buffer.concat(pieces) };
  const picked = { "content-type": "application/json", authorization: headers.authorization ?? "" };
  return (await fetch(`${origin}${url}`, { method, headers: picked, ...body })).text();
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The steps and requests of each command. */
async function commands(
  channels: number,
  configuration: (ids: readonly string[], off: number) => Configuration,
) {
  const hub = await openHub(channels);
  try {
    const provider = providerFor(hub.listening, systemClock);
    let steps = 0;
    const core = createCore(
      provider,
      async () => {
        const connection = await servedDirectly(provider)();
        const call: ProviderConnection["call"] = async (name, request) => {
          let answer: unknown;
          steps += await countSteps(async () => {
            answer = await connection.call(name, request);
          });
          return answer as ResponseOf<typeof name>;
        };
        return { ...connection, call };
      },
      { atOnce: 1, order: (addresses) => addresses },
    );
    const counted = async (run: () => Promise<{ readonly errors: readonly unknown[] }>) => {
      [steps, hub.requests] = [0, 0];
      expect((await run()).errors).toEqual([]);
      return { steps, requests: hub.requests };
    };
    await core.plan(configuration(hub.ids, 0));
    return {
      apply: await counted(() => core.apply(configuration(hub.ids, 0))),
      emptyPlan: await counted(() => core.plan(configuration(hub.ids, 0))),
      flip: await counted(() => core.plan(configuration(hub.ids, 1))),
    };
  } finally {
    await hub.close();
  }
}

const fleet = (ids: readonly string[], off: number): Configuration => ({
  resources: {
    [`${FLEET}.all`]: {
      channels: new Map(ids.map((id, index) => [id, index >= off])),
      on_create: "assume",
    } as never,
  },
});

const blocks = (ids: readonly string[], off: number): Configuration => ({
  resources: Object.fromEntries(
    ids.map((id, index) => [
      `${TRACKING}.${id}`,
      { channel_id: id, enabled: index >= off, on_create: "assume" },
    ]),
  ),
});

test.each([
  ["a fleet", fleet, 1_000],
  ["separate blocks", blocks, 100],
])(
  "the steps and requests of %s grow with the number of channels, not with its square",
  async (_name, shape, size) => {
    const few = await commands(size, shape);
    const many = await commands(10 * size, shape);

    for (const name of ["apply", "emptyPlan", "flip"] as const) {
      const steps = many[name].steps / few[name].steps;
      const requests = many[name].requests / few[name].requests;
      expect({ name, isLinear: steps <= TIMES, steps }).toEqual({ name, isLinear: true, steps });
      expect({ name, isLinear: requests <= TIMES }).toEqual({ name, isLinear: true });
    }
  },
);
