import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type Answer, type SmallServer, startServer, until } from "../small-server";
import { type HeldClock, heldClock, skippingClock } from "../test-clock";

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
const PATH = "/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH";

let server: SmallServer;
let client: Client;
let clock: HeldClock;
let answer: (number: number) => Answer | Promise<Answer>;

beforeEach(async () => {
  answer = () => ({ status: 200 });
  server = await startServer((_, number) => answer(number));
  clock = heldClock();
  client = clientFor(server.url, { credentials: { apiKey: "invented-key" }, maxRetries: 0, clock });
});

afterEach(async () => {
  await client.close();
  await server.close();
});

test.each(["enable", "disable"] as const)("%s posts an empty JSON object to the hub's path", async (way) => {
  await client.ctwa[way](REF);
  expect(server.seen).toEqual([
    expect.objectContaining({ method: "POST", path: `${PATH}/${way}_ctwa`, body: "{}" }),
  ]);
  expect(server.seen[0]?.headers["content-type"]).toBe("application/json");
});

test.each<[string, Answer]>([
  ["200 without a body", { status: 200 }],
  ["201 with an object", { status: 201, json: { id: "exampleCH" } }],
  ["202 with a text", { status: 202, body: "accepted" }],
  ["204", { status: 204 }],
])("%s is success", async (_, given) => {
  answer = () => given;
  await expect(client.ctwa.enable(REF)).resolves.toBeUndefined();
});

test.each(["<html><h1>Sign in</h1></html>", "\n<!DOCTYPE html>"])(
  "200 with a web page is an error: whoever answered, it was not the hub (%j)",
  async (body) => {
    answer = () => ({ body });
    expect(await thrownBy(client.ctwa.enable(REF))).toMatchObject({
      kind: "decode",
      path: `${PATH}/enable_ctwa`,
      message: expect.stringMatching(/\bHTML\b/),
    });
  },
);

describe("an answer that it is already so", () => {
  const meta = (words: string) => ({ meta: { success: false, developer_message: words } });

  test.each([
    ["enable", 400, meta("CTWA tracking is already enabled for this channel")],
    ["enable", 409, { message: "Already active" }],
    ["enable", 400, { meta: { details: ["ctwa has already been enabled"] } }],
    ["disable", 409, meta("tracking already disabled")],
    ["disable", 400, "ctwa ALREADY OFF"],
  ] as const)("is success: %s with %i %j", async (way, status, json) => {
    answer = () => ({ status, json });
    await expect(client.ctwa[way](REF)).resolves.toBeUndefined();
  });

  test.each([
    ["enable", 400, meta("already disabled")],
    ["disable", 409, meta("already enabled")],
    ["enable", 403, meta("already enabled by another partner")],
    ["enable", 404, meta("already enabled")],
    ["enable", 400, meta("channel is already onboarding")],
    ["enable", 409, null],
  ] as const)("is none: %s with %i %j", async (way, status, json) => {
    answer = () => ({ status, json });
    expect(await thrownBy(client.ctwa[way](REF))).toMatchObject({ kind: "hub", status });
  });
});

test("a 404 is told as a switch whose path leads nowhere, and not as a channel that is gone", async () => {
  answer = () => ({ status: 404, json: { meta: { developer_message: "Not found" } } });
  expect(await thrownBy(client.ctwa.enable(REF))).toMatchObject({
    ...{ purpose: "switch", notFound: true, apiMessage: "Not found", mayHaveTakenEffect: false },
  });
});

test.each(["", ".."])("the id %p requests nothing", async (clientId) => {
  expect(await thrownBy(client.ctwa.enable({ ...REF, clientId }))).toMatchObject({ kind: "invalid_id" });
  expect(server.seen).toHaveLength(0);
});

describe("after the call was stopped", () => {
  test("a switch that was sent may still be answered", async () => {
    let go: (given: Answer) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        go = resolve;
      });
    const stop = new AbortController();
    const call = client.ctwa.enable(REF, { signal: stop.signal });
    await until(() => server.seen.length === 1);
    stop.abort();
    await clock.advance(4_999);
    go({ status: 200 });
    await expect(call).resolves.toBeUndefined();
    expect(clock.waiting()).toBe(0);
  });

  test("a switch without an answer for 5 s may have been thrown, which the error says", async () => {
    answer = () => ({ fault: "never" });
    const stop = new AbortController();
    const call = thrownBy(client.ctwa.enable(REF, { signal: stop.signal }));
    await until(() => server.seen.length === 1);
    stop.abort();
    await until(() => clock.slept.length === 1);
    expect(clock.slept).toEqual([5_000]);
    await clock.advance(5_000);
    expect(await call).toMatchObject({ kind: "stopped", mayHaveTakenEffect: true });
  });

  test("a switch that was answered 503 is not sent again, and may be in force", async () => {
    client = clientFor(server.url, { credentials: { apiKey: "invented-key" }, clock });
    const stop = new AbortController();
    answer = () => {
      stop.abort();
      return { status: 503 };
    };
    expect(await thrownBy(client.ctwa.enable(REF, { signal: stop.signal }))).toMatchObject({
      kind: "stopped",
      mayHaveTakenEffect: true,
    });
    expect(server.seen).toHaveLength(1);
  });

  test("a switch that waits for its turn is not sent", async () => {
    answer = () => ({ status: 429 });
    const first = new AbortController();
    const second = new AbortController();
    const refused = thrownBy(client.ctwa.enable(REF, { signal: first.signal }));
    await until(() => clock.slept.length === 1);
    const waiting = thrownBy(client.ctwa.disable(REF, { signal: second.signal }));
    second.abort();
    expect(await waiting).toMatchObject({ kind: "stopped", mayHaveTakenEffect: false });
    expect(server.seen).toHaveLength(1);
    first.abort();
    expect(await refused).toMatchObject({ kind: "stopped", mayHaveTakenEffect: false });
  });
});

test("a switch whose connection was cut is sent again: twice does no harm", async () => {
  client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
  answer = (number) => (number === 1 ? { fault: "cut" } : {});
  await client.ctwa.enable(REF);
  expect(server.seen).toHaveLength(2);
});

describe("a switch whose first attempt got no clear answer may be in force, which the error of its end says", () => {
  const unknown = [
    ["502", { status: 502 }, { kind: "hub", status: 502 }],
    ["cut", { fault: "cut" }, { kind: "network", request: `POST ${PATH}/enable_ctwa` }],
  ] as const satisfies readonly (readonly [string, Answer, object])[];

  test.each(unknown)("%s, then no time for the pause that a 429 asks for", async (_, first, error) => {
    client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
    answer = (number) => (number === 1 ? first : { status: 429, headers: { "retry-after": "600" } });
    const call = client.ctwa.enable(REF, { deadline: skippingClock().now() + 60_000 });
    expect(await thrownBy(call)).toMatchObject({ ...error, message: expect.stringContaining("429") });
  });

  test.each(unknown)("%s, then a login that fails", async (_, first, error) => {
    const logins = [{ json: { access_token: "one", expires_in: 86_400 } }, { status: 400 }];
    const switches = [{}, first, { status: 401 }];
    answer = () => (server.seen.at(-1)?.path.endsWith("/token") ? logins : switches).shift() ?? {};
    client = clientFor(server.url);
    // A token that has served nothing is not renewed.
    await client.ctwa.disable(REF);
    expect(await thrownBy(client.ctwa.enable(REF))).toMatchObject({
      ...error,
      message: expect.stringContaining("Login"),
    });
  });

  test.each(unknown)("%s, and a refusal counts all the same", async (_, first) => {
    client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
    answer = (number) => (number === 1 ? first : { status: 403 });
    expect(await thrownBy(client.ctwa.enable(REF))).toMatchObject({ kind: "hub", status: 403 });
  });
});
