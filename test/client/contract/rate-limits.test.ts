import { assembleClient } from "../../../src/client/client";
import type { HttpReply } from "../../../src/client/http/message";
import type { Transport } from "../../../src/client/http/transport";
import { createSimulator, type RecordedRequest, type SimulatorOptions } from "../../../src/simulator";
import { heldClock, settled } from "../test-clock";

// Exact times: client and simulator share one clock, on which nothing but answers and waits takes time.
// Terraform runs so many operations at a time.
const PARALLELISM = 10;

interface Pause {
  readonly from: number;
  readonly until: number;
}

/** Enables tracking of so many channels as Terraform would; returns what the simulator saw. */
async function enable(count: number, options: SimulatorOptions, answerMs = 20) {
  const clock = heldClock();
  const simulator = createSimulator({ ...options, channels: 70, clock });
  const pauses: Pause[] = [];
  let asking = 0;
  const transport: Transport = {
    async send({ method, url, headers, body }) {
      asking += 1;
      const response = await simulator.fetch(new Request(url, { method, headers, body: body ?? null }));
      const text = await response.text();
      asking -= 1;
      await clock.sleep(answerMs);
      const retryAfter = response.headers.get("retry-after");
      if (retryAfter !== null)
        pauses.push({ from: clock.now(), until: clock.now() + Number(retryAfter) * 1000 });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text,
        cut: false,
      } satisfies HttpReply;
    },
    close: async () => {},
  };
  const client = assembleClient(
    {
      partnerId: "examplePA",
      hubBaseUrl: "http://hub.example/api/v2",
      signalsBaseUrl: "http://hub.example/signals",
      credentials: { username: "partner@example.com", password: "example-password" },
      requestTimeoutMs: 30_000,
      maxRetries: 0,
      userAgent: "contract-tests/1",
      clock,
    },
    transport,
  );
  const channels = simulator.control.channels("examplePA").slice(0, count);
  const left = channels.map(({ id, client_id }) => ({
    partnerId: "examplePA",
    clientId: client_id,
    channelId: id,
  }));
  const worker = async () => {
    for (let ref = left.shift(); ref !== undefined; ref = left.shift()) {
      await client.channels.find(ref.partnerId, ref.channelId);
      await client.ctwa.enable(ref);
      await client.channels.find(ref.partnerId, ref.channelId);
    }
  };
  const started = clock.now();
  const all = Promise.all(Array.from({ length: PARALLELISM }, worker));
  // Time stands still while the simulator thinks.
  let over = false;
  all.finally(() => {
    over = true;
  });
  for (await settled(); !over; await settled()) if (asking === 0) clock.toNext();
  await all;
  const requests = simulator.requests.list();
  return {
    requests,
    pauses,
    seconds: (clock.now() - started) / 1000,
    on: channels.filter(({ id }) => simulator.control.channel(id)?.ctwa).length,
    refusals: requests.filter(({ status }) => status === 429).length,
    done: requests.filter(({ status }) => status === 200).length,
  };
}

// What goes out at the very moment of the refusal went before it was read.
const within =
  (pauses: readonly Pause[]) =>
  ({ at }: RecordedRequest) =>
    pauses.some(({ from, until }) => at > from && at < until);

test("60 channels at 5 requests in 2 s, 429 with Retry-After: all are on, and nothing was sent inside a pause", async () => {
  const requestsPerWindow = { requests: 5, seconds: 2, retryAfter: true };
  const { on, pauses, requests, refusals, done, seconds } = await enable(60, { requestsPerWindow });
  expect(on).toBe(60);
  expect(pauses).toHaveLength(refusals);
  expect(refusals).toBeGreaterThan(0);
  expect(requests.filter(within(pauses))).toEqual([]);
  // The pace is learned: few are refused, and the time is not far from the shortest.
  expect(done).toBe(122);
  expect(refusals).toBeLessThan(15);
  expect(seconds).toBeLessThan(60);
});

test("20 channels at 5 requests in 20 s, 429 without the header: all are on", async () => {
  const requestsPerWindow = { requests: 5, seconds: 20, retryAfter: false };
  const { on, refusals, done, seconds } = await enable(20, { requestsPerWindow });
  expect(on).toBe(20);
  expect(done).toBe(42);
  expect(refusals).toBeLessThan(25);
  expect(seconds).toBeLessThan(300);
});

test("tokens of 2 s during 10 s of work: all are on, with one login per token at most", async () => {
  const { on, requests, refusals, seconds } = await enable(60, { tokenLifetime: 2 }, 500);
  const logins = requests.filter(({ route }) => route === "token").map(({ at }) => at);
  expect(on).toBe(60);
  expect(seconds).toBeGreaterThan(8);
  expect(refusals).toBe(0);
  expect(requests.filter(({ status }) => status === 401)).toEqual([]);
  // A token is renewed in the last tenth of its life.
  const lives = logins.slice(1).map((at, index) => at - (logins[index] ?? 0));
  expect(Math.min(...lives)).toBeGreaterThanOrEqual(1_800);
  expect(logins.length - 1).toBeLessThanOrEqual(seconds / 1.8);
});

test("tokens of 2 s while requests wait for a pace: all are on, and no token is used after its end", async () => {
  const requestsPerWindow = { requests: 5, seconds: 1, retryAfter: true };
  const { on, requests } = await enable(30, { tokenLifetime: 2, requestsPerWindow });
  expect(on).toBe(30);
  expect(requests.filter(({ status }) => status === 401)).toEqual([]);
});
