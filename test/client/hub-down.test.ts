import { type Client, type ClientSettings, createClient, NetworkError } from "../../src/client";
import { assembleClient } from "../../src/client/client";
import type { HttpReply } from "../../src/client/http/message";
import { thrownBy } from "./client-for";
import { startServer } from "./small-server";
import { type HeldClock, heldClock } from "./test-clock";

const RETRIES = 4;
// 0.5, 1, 2 and 4 s, of which the tests' chance takes a quarter.
const WAITS_MS = 375 + 750 + 1_500 + 3_000;
const PARALLEL = 10;

/** What every request comes to, in the test's own time. */
interface World {
  answer: number | "no answer";
  takesMs: number;
  readonly sent: string[];
}

const FACTS = {
  partnerId: "examplePA",
  hubBaseUrl: "https://hub.example/api/v2",
  signalsBaseUrl: "https://signals.example",
  requestTimeoutMs: 600_000,
  maxRetries: RETRIES,
  userAgent: "client-tests/1",
};

let world: World;
let clock: HeldClock;
let client: Client;

function start(answer: World["answer"], takesMs = 0, more: Partial<ClientSettings> = {}): void {
  world = { answer, takesMs, sent: [] };
  clock = heldClock();
  const transport = {
    send: async (request: { url: string }): Promise<HttpReply> => {
      world.sent.push(new URL(request.url).pathname);
      if (world.takesMs > 0) await clock.sleep(world.takesMs);
      if (world.answer !== "no answer") return { status: world.answer, headers: {}, body: "{}", cut: false };
      throw Object.assign(new Error("no answer"), { code: "ECONNREFUSED" });
    },
    close: async () => {},
  };
  client = assembleClient({ ...FACTS, credentials: { apiKey: "invented-key" }, clock, ...more }, transport);
}

afterEach(() => client.close());

/** What Terraform does with 200 resources: ten at a time, going on after errors. */
async function twoHundred(
  run: (one: number) => Promise<unknown>,
): Promise<{ errors: unknown[]; ms: number }> {
  const errors: unknown[] = [];
  const begun = clock.now();
  let next = 0;
  const worker = async () => {
    while (next < 200) {
      next += 1;
      errors.push(await thrownBy(run(next)));
    }
  };
  await clock.passUntil(Promise.all(Array.from({ length: PARALLEL }, worker)));
  return { errors, ms: clock.now() - begun };
}

const ref = (one: number) => ({ partnerId: "examplePA", clientId: "exampleCL", channelId: `c${one}CH` });
const enable = (one: number) => client.ctwa.enable(ref(one));
const failing = (one: number) => clock.passUntil(thrownBy(enable(one)));

const WAYS: [string, (one: number) => Promise<unknown>][] = [
  ["reads", (one) => client.channels.find("examplePA", `c${one}CH`)],
  ["look-ups", (one) => client.channels.lookUp("examplePA", `c${one}CH`)],
  ["switches", enable],
  ["data sources", (one) => client.channels.list("examplePA", { clientId: `c${one}CL` })],
];

describe("a hub from which no answer comes", () => {
  test.each(WAYS)("ends 200 %s within the retries of one where it refuses at once", async (_, run) => {
    start("no answer");
    const { errors, ms } = await twoHundred(run);
    for (const error of errors) expect(error).toBeInstanceOf(NetworkError);
    expect(ms).toBe(WAITS_MS);
    expect(world.sent.length).toBeLessThanOrEqual(PARALLEL * (RETRIES + 1));
  });

  test.each(WAYS)(
    "ends 200 %s within twice the time of one where each attempt takes 30 s",
    async (_, run) => {
      start("no answer", 30_000);
      const { errors, ms } = await twoHundred(run);
      for (const error of errors) expect(error).toBeInstanceOf(NetworkError);
      expect(ms).toBeLessThanOrEqual(2 * (30_000 * (RETRIES + 1) + WAITS_MS));
    },
  );

  test("costs 200 resources the login attempts of one", async () => {
    start("no answer", 0, {
      credentials: { username: "partner@example.com", password: "invented-password" },
    });
    const { ms } = await twoHundred(enable);
    expect(ms).toBe(WAITS_MS);
    expect(world.sent).toEqual(Array.from({ length: RETRIES + 1 }, () => "/api/v2/token"));
  });

  test("is given up after three times", async () => {
    start("no answer");
    for (let round = 0; round < 3; round += 1) {
      await failing(round);
      await clock.advance(10_000);
    }
    expect(world.sent).toHaveLength(RETRIES + 1 + 2);
    await clock.advance(3_600_000);
    expect(await failing(9)).toBeInstanceOf(NetworkError);
    expect(world.sent).toHaveLength(RETRIES + 1 + 2);
  });

  test("is asked again after 10 s, and once it answers all is as before", async () => {
    start("no answer");
    await failing(1);
    await failing(2);
    expect(world.sent).toHaveLength(RETRIES + 1);
    world.answer = 200;
    await clock.advance(10_000);
    await enable(2);
    world.answer = 503;
    expect(await failing(3)).toMatchObject({ attempts: RETRIES + 1 });
  });

  test("is known to the others when a caller's time is up before the retries are", async () => {
    start("no answer");
    const stop = new AbortController();
    const call = thrownBy(client.ctwa.enable(ref(1), { signal: stop.signal }));
    await clock.advance(0);
    stop.abort();
    expect(await call).toMatchObject({ kind: "stopped", mayHaveTakenEffect: true });
    expect(await failing(2)).toMatchObject({ kind: "network", code: "ECONNREFUSED" });
    expect(world.sent).toHaveLength(1);
  });
});

test("a hub that only answers 503 is asked once per switch, after one has used up its retries", async () => {
  start(503);
  const { errors, ms } = await twoHundred(enable);
  for (const error of errors) expect(error).toMatchObject({ kind: "hub", status: 503 });
  expect(ms).toBe(WAITS_MS);
  expect(world.sent.length).toBeLessThanOrEqual(200 + PARALLEL * RETRIES);
});

test("a Signals host that is down leaves the hub alone", async () => {
  start("no answer", 0, { credentials: { accessToken: "invented-token" } });
  const signals = clock.passUntil(thrownBy(client.signals.facebookAccounts("exampleCL")));
  expect(await signals).toMatchObject({ kind: "network", host: "signals.example" });
  world.answer = 200;
  await enable(1);
});

test("a TLS failure is a network error that names host and cause", async () => {
  const plain = await startServer(() => ({}));
  const url = plain.url.replace("http:", "https:");
  const tls = createClient({
    ...FACTS,
    hubBaseUrl: url,
    maxRetries: 0,
    credentials: { apiKey: "invented-key" },
  });
  const error = await thrownBy(tls.ctwa.enable(ref(1)));
  expect(error).toMatchObject({ kind: "network", host: new URL(url).host });
  expect((error as NetworkError).code).toMatch(/SSL|EPROTO|TLS/);
  await tls.close();
  await plain.close();
});
