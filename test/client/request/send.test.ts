import { gzipSync } from "node:zlib";
import { type Client, HubError, NetworkError, StoppedError } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { deadUrl, type Handler, type SmallServer, startServer, until } from "../small-server";
import { heldClock, settled, skippingClock } from "../test-clock";

const EMPTY = { json: { count: 0, total: 0, partner_channels: [] } };
const TOKEN = { credentials: { accessToken: "invented-token" } };

const TIMEOUT_MS = 5_000;

let server: SmallServer;
let client: Client;

async function serve(handler: Handler, settings: Parameters<typeof clientFor>[1] = {}): Promise<void> {
  server = await startServer(handler);
  client = clientFor(server.url, { ...TOKEN, requestTimeoutMs: TIMEOUT_MS, ...settings });
}

afterEach(async () => {
  await client.close();
  await server.close();
});

const list = (more = {}) => client.channels.list("examplePA", {}, more);

/** Lets the time for an attempt pass once the first request has arrived. The test decides when, not the machine. */
async function timedOutOnce<T>(call: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "performance", "Date"] });
  try {
    const result = call();
    await until(() => server.seen.length === 1);
    await settled();
    jest.advanceTimersByTime(TIMEOUT_MS);
    return await result;
  } finally {
    jest.useRealTimers();
  }
}

/** The n-th answer, then the last one for ever. */
const inTurn =
  (...answers: Awaited<ReturnType<Handler>>[]): Handler =>
  (_, number) =>
    answers[Math.min(number, answers.length) - 1] ?? {};

test("a request says who sends it and what it wants, and no more", async () => {
  await serve(() => EMPTY);
  await list();
  expect(server.seen[0]).toMatchObject({
    method: "GET",
    path: "/api/v2/partners/examplePA/channels",
    body: "",
  });
  expect(server.seen[0]?.headers).toMatchObject({
    accept: "application/json",
    authorization: "Bearer invented-token",
    "user-agent": "client-tests/1",
  });
});

test("a packed answer is unpacked", async () => {
  const body = gzipSync(JSON.stringify({ total: 1, partner_channels: [{ id: "exampleCH" }] }));
  await serve(() => ({ body, headers: { "content-encoding": "gzip" } }));
  expect(await list()).toEqual([expect.objectContaining({ id: "exampleCH" })]);
});

describe("retries", () => {
  test.each([408, 500, 502, 503, 504])("%i is asked again until there is an answer", async (status) => {
    await serve(inTurn({ status }, { status }, EMPTY));
    expect(await list()).toEqual([]);
    expect(server.seen).toHaveLength(3);
  });

  test.each(["cut", "half"] as const)("a connection that ends early (%s) is tried again", async (fault) => {
    await serve(inTurn({ fault, body: '{"partner_channels":[' }, EMPTY));
    expect(await list()).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  test("an attempt that takes too long is given up and tried again", async () => {
    await serve(inTurn({ fault: "never" }, EMPTY));
    expect(await timedOutOnce(list)).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  test("waits grow and are partly left to chance", async () => {
    const clock = skippingClock();
    await serve(() => ({ status: 503 }), { clock, maxRetries: 4 });
    await thrownBy(list());
    expect(clock.slept).toEqual([375, 750, 1_500, 3_000]);
  });

  test("when they are used up the last answer is the error", async () => {
    await serve(() => ({ status: 503, body: "upstream is away" }));
    const error = await thrownBy(list());
    expect(error).toBeInstanceOf(HubError);
    expect(error).toMatchObject({ status: 503, attempts: 3, excerpt: "upstream is away" });
    expect(String(error)).toMatch(/\b3 attempts: upstream is away\./);
  });

  test.each([403, 404, 409, 501])("%i is not asked again", async (status) => {
    await serve(() => ({ status }));
    expect(await thrownBy(list())).toMatchObject({ kind: "hub", status, attempts: 1 });
    expect(server.seen).toHaveLength(1);
  });

  test("Retry-After of a 503 is waited for in full", async () => {
    const clock = skippingClock();
    await serve(inTurn({ status: 503, headers: { "retry-after": "77" } }, EMPTY), { clock });
    await list();
    expect(clock.slept).toEqual([77_000]);
  });

  test("Retry-After beyond the deadline fails at once and says so", async () => {
    const clock = skippingClock();
    await serve(() => ({ status: 503, headers: { "retry-after": "3600" } }), { clock });
    const error = await thrownBy(list({ deadline: clock.now() + 60_000 }));
    expect(error).toMatchObject({ kind: "hub", status: 503, attempts: 1 });
    expect(String(error)).toMatch(/\b3600 s\b.*\b\d+ s\b/);
    expect(clock.slept).toEqual([]);
  });
});

describe("429", () => {
  test("is waited out as often as it comes and is no retry", async () => {
    const clock = skippingClock();
    const busy = { status: 429 };
    await serve(inTurn(busy, busy, busy, busy, busy, EMPTY), { clock, maxRetries: 0 });
    expect(await list()).toEqual([]);
    expect(clock.slept).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
  });

  test("of one request pauses the others, too", async () => {
    const clock = heldClock();
    await serve(inTurn({ status: 429, headers: { "retry-after": "30" } }, EMPTY), { clock });
    const first = list();
    await until(() => clock.slept.length === 1);
    const second = list();
    await settled();
    expect(server.seen).toHaveLength(1);
    await clock.advance(29_999);
    expect(server.seen).toHaveLength(1);
    await clock.passUntil(Promise.all([first, second]));
    expect(server.seen).toHaveLength(3);
  });

  test("with a pause beyond the deadline fails at once, for those who come later, too", async () => {
    const clock = skippingClock();
    await serve(() => ({ status: 429, headers: { "retry-after": "3600" }, json: { message: "Slow down" } }), {
      clock,
    });
    const deadline = clock.now() + 60_000;
    const error = await thrownBy(list({ deadline }));
    expect(error).toMatchObject({ kind: "hub", status: 429, apiMessage: "Slow down", attempts: 1 });
    expect(String(error)).toMatch(/\b\d+ s\b.*\b3600 s\b/);
    const late = await thrownBy(list({ deadline }));
    expect(late).toMatchObject({ kind: "busy", host: expect.stringMatching(/^127\.0\.0\.1:/) });
    expect(String(late)).toMatch(/^BusyError: GET \S+channels on \S+ .*\bnot sent\b.*\b3600 s\b/);
    expect(server.seen).toHaveLength(1);
  });

  test("ends with the caller's signal", async () => {
    const clock = heldClock();
    await serve(() => ({ status: 429 }), { clock });
    const stop = new AbortController();
    const call = list({ signal: stop.signal });
    await until(() => clock.slept.length === 1);
    stop.abort();
    await expect(call).rejects.toThrow(StoppedError);
  });
});

describe("stopping", () => {
  test("before it begins requests nothing", async () => {
    await serve(() => EMPTY);
    const signal = AbortSignal.abort(new Error("too late"));
    const error = await thrownBy(list({ signal }));
    expect(error).toMatchObject({ kind: "stopped", mayHaveTakenEffect: false, cause: signal.reason });
    expect(server.seen).toHaveLength(0);
  });

  test("ends a request that is under way", async () => {
    const stop = new AbortController();
    await serve(() => {
      stop.abort();
      return { fault: "never" };
    });
    await expect(list({ signal: stop.signal })).rejects.toThrow(StoppedError);
  });

  test("ends a body that is under way", async () => {
    const stop = new AbortController();
    await serve(() => ({ fault: "stall", body: '{"partner_channels":[' }));
    const call = list({ signal: stop.signal });
    await until(() => server.seen.length === 1);
    await settled();
    stop.abort();
    await expect(call).rejects.toThrow(StoppedError);
  });

  test("a body that stalls is given up like an answer that does not come", async () => {
    const stalled = { fault: "stall", body: '{"partner_channels":[' } as const;
    await serve(inTurn(stalled, EMPTY));
    expect(await timedOutOnce(list)).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  test("ends the wait before a retry", async () => {
    const clock = heldClock();
    await serve(() => ({ status: 503 }), { clock });
    const stop = new AbortController();
    const call = list({ signal: stop.signal });
    await until(() => clock.slept.length === 1);
    stop.abort();
    await expect(call).rejects.toThrow(StoppedError);
    expect(server.seen).toHaveLength(1);
  });

  test("is what closing the client does to everything, and what it answers from then on", async () => {
    await serve(() => ({ fault: "never" }));
    const calls = Array.from({ length: 20 }, () => thrownBy(list()));
    await until(() => server.seen.length === 4);
    await client.close();
    for (const call of calls) expect(await call).toBeInstanceOf(StoppedError);
    await expect(list()).rejects.toThrow(StoppedError);
  });
});

describe("redirects", () => {
  test.each([307, 308])("with %i are followed within one origin", async (status) => {
    await serve(({ path, query }) =>
      path.startsWith("/api/v2/") ? { status, headers: { location: `/moved${path}?${query}` } } : EMPTY,
    );
    await list();
    expect(server.seen.map(({ path, query }) => [path, query.get("limit")])).toEqual([
      ["/api/v2/partners/examplePA/channels", "1000"],
      ["/moved/api/v2/partners/examplePA/channels", "1000"],
    ]);
    expect(server.seen[1]?.headers.authorization).toBe("Bearer invented-token");
  });

  test("that lead round and round end in an error", async () => {
    await serve(({ path }) => ({ status: 308, headers: { location: path } }));
    expect(await thrownBy(list())).toMatchObject({ status: 308, reason: "redirected" });
    expect(server.seen).toHaveLength(6);
  });

  test.each([301, 302, 303])("with %i are not followed", async (status) => {
    await serve(() => ({ status, headers: { location: "/elsewhere/" } }));
    expect(await thrownBy(list())).toMatchObject({
      status,
      redirect: { path: "/elsewhere/", sameHost: true },
    });
    expect(server.seen).toHaveLength(1);
  });

  test("of a switch are not followed", async () => {
    await serve(({ path }) => ({ status: 308, headers: { location: `${path}/` } }));
    const ref = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
    expect(await thrownBy(client.ctwa.enable(ref))).toMatchObject({ reason: "redirected" });
    expect(server.seen).toHaveLength(1);
  });

  test("to another host are never followed, and name it", async () => {
    const other = await startServer(() => EMPTY);
    await serve(() => ({ status: 302, headers: { location: `${other.url}/login?secret=1` } }));
    const error = await thrownBy(list());
    expect(error).toMatchObject({ kind: "hub", status: 302 });
    expect(error).toMatchObject({ redirect: { origin: other.url, path: "/login", sameHost: false } });
    expect(String(error)).toContain(other.url);
    expect(String(error)).not.toContain("secret");
    expect(other.seen).toHaveLength(0);
    await other.close();
  });

  test.each([undefined, "http://["])("without a usable Location (%p) are errors, too", async (location) => {
    await serve(() => ({ status: 301, headers: location === undefined ? {} : { location } }));
    expect(await thrownBy(list())).toMatchObject({ reason: "redirected", redirect: null });
  });
});

describe("an error", () => {
  test("carries method, path, status and the API's words", async () => {
    await serve(() => ({ status: 403, json: { meta: { developer_message: "Not your partner" } } }));
    const error = await thrownBy(list());
    expect(error).toMatchObject({
      name: "HubError",
      kind: "hub",
      method: "GET",
      path: "/api/v2/partners/examplePA/channels",
      status: 403,
      apiMessage: "Not your partner",
    });
    expect(String(error)).toContain("GET /api/v2/partners/examplePA/channels on 127.0.0.1");
    expect(String(error)).toContain("answered 403: Not your partner.");
  });

  test("never repeats a credential that the API repeats, cut or spelled otherwise", async () => {
    const token = "tok/en+with=signs";
    const body = { message: `bad token ${token}`, header: `Bearer ${encodeURIComponent(token)}` };
    await serve(() => ({ status: 401, json: body }), { credentials: { accessToken: token } });
    const error = await thrownBy(list());
    expect(JSON.stringify(error) + String(error)).not.toMatch(/tok.{1,3}en.{1,3}with/);
    expect(error).toMatchObject({ apiMessage: "bad token (redacted)" });
  });

  test("of ten megabytes is read no further than its beginning", async () => {
    await serve(() => ({ status: 400, body: "x".repeat(10_000_000) }));
    expect(await thrownBy(list())).toMatchObject({ status: 400, apiMessage: null });
  });

  test.each(["<html>", "not json", "[", ""])(
    "a success that is not JSON (%p) is told with its beginning",
    async (body) => {
      await serve(() => ({ status: 200, body }));
      const error = await thrownBy(list());
      expect(error).toMatchObject({
        kind: "decode",
        path: "/api/v2/partners/examplePA/channels",
        excerpt: body,
      });
      expect(server.seen).toHaveLength(1);
    },
  );

  test.each([
    [401, "unauthorised", "unauthorised"],
    [403, "refused", "forbidden"],
    [404, "refused", "not_found"],
  ])("of status %i says what it means", async (status, verdict, reason) => {
    await serve(() => ({ status }));
    expect(await thrownBy(list())).toMatchObject({ verdict, reason, credential: "token", status });
  });
});

test("a host that cannot be reached is named with the reason", async () => {
  await serve(() => EMPTY);
  const dead = clientFor(await deadUrl(), TOKEN);
  const error = await thrownBy(dead.channels.list("examplePA", {}));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ code: "ECONNREFUSED", attempts: 3 });
  expect(String(error)).toMatch(
    / 127\.0\.0\.1:\d+ to GET \/\S+: .*127\.0\.0\.1:\d+ .*\(ECONNREFUSED\), after 3\b/,
  );
  await dead.close();
});

test("a name that does not exist is named with the reason", async () => {
  await serve(() => EMPTY);
  const nowhere = clientFor("http://hub.invalid", TOKEN);
  const error = await thrownBy(nowhere.channels.list("examplePA", {}));
  expect(error).toMatchObject({ kind: "network", host: "hub.invalid" });
  expect(["ENOTFOUND", "EAI_AGAIN"]).toContain((error as NetworkError).code);
  await nowhere.close();
});

test("log lines name the request and what came of it, and hold neither body nor credential", async () => {
  const lines: unknown[] = [];
  await serve(inTurn({ status: 503, body: "body-words" }, EMPTY), {
    log: (level, message, fields) => lines.push({ level, message, fields }),
  });
  await client.channels.list("examplePA", { phoneNumber: "+4915550000001" });
  const path = "/api/v2/partners/examplePA/channels";
  const queue = (status: number, attempt: number) => ({
    level: "debug",
    message: `GET ${path}`,
    fields: expect.objectContaining({ method: "GET", path, status, attempt, ms: expect.any(Number) }),
  });
  expect(lines.slice(0, 2)).toEqual([queue(503, 1), queue(200, 2)]);
  expect(JSON.stringify(lines)).not.toMatch(/invented-token|body-words|4915550000001/);
});
