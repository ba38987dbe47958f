import { type Client, LoginError } from "../../../src/client";
import { clientFor, PASSWORD, thrownBy } from "../client-for";
import { type Answer, deadUrl, type Seen, type SmallServer, startServer, until } from "../small-server";
import { heldClock, skippingClock } from "../test-clock";

const EMPTY = { json: { total: 0, partner_channels: [] } };

let server: SmallServer;
let client: Client;
let login: (seen: Seen, number: number) => Answer | Promise<Answer>;
let other: (seen: Seen) => Answer;
let logins: number;

beforeEach(async () => {
  logins = 0;
  login = (_, number) => ({
    json: { access_token: `token-${number}`, token_type: "bearer", expires_in: 86_400 },
  });
  other = () => EMPTY;
  server = await startServer((seen) => {
    if (seen.path !== "/api/v2/token") return other(seen);
    logins += 1;
    return login(seen, logins);
  });
  client = clientFor(server.url);
});

afterEach(async () => {
  await client.close();
  await server.close();
});

const list = (signal?: AbortSignal) => client.channels.list("examplePA", {}, signal ? { signal } : {});
const ads = () => client.signals.ads("104148", "act_1");
const tokens = () => server.seen.map((seen) => seen.headers.authorization).filter(Boolean);

test("making a client requests nothing; the first call logs in with user name and password as JSON", async () => {
  expect(server.seen).toHaveLength(0);
  await list();
  expect(server.seen[0]).toMatchObject({ method: "POST", path: "/api/v2/token" });
  expect(server.seen[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(server.seen[0]?.body ?? "")).toEqual({
    username: "partner@example.com",
    password: PASSWORD,
  });
  expect(tokens()).toEqual(["Bearer token-1"]);
});

test("two hundred callers are one login", async () => {
  await Promise.all(Array.from({ length: 200 }, () => list()));
  expect(logins).toBe(1);
});

test("hub and Signals share the token, which only the hub gives", async () => {
  other = (seen) => (seen.path.startsWith("/signals") ? { json: [] } : EMPTY);
  await ads();
  await list();
  expect(tokens()).toEqual(["Bearer token-1", "Bearer token-1"]);
});

describe("a refused login", () => {
  test("is still final after an hour", async () => {
    const clock = heldClock();
    client = clientFor(server.url, { clock });
    login = () => ({ status: 401 });
    await thrownBy(list());
    await clock.advance(3_600_000);
    expect(await thrownBy(list())).toMatchObject({ kind: "login", status: 401 });
    expect(logins).toBe(1);
  });

  test.each([400, 401, 403])(
    "(%i) is final: two hundred callers, at once and later, are one request",
    async (status) => {
      login = () => ({
        status,
        json: { error: "invalid_grant", error_description: "Wrong email or password." },
      });
      const errors = await Promise.all(Array.from({ length: 200 }, () => thrownBy(list())));
      errors.push(await thrownBy(ads()));
      for (const error of errors) expect(error).toMatchObject({ kind: "login", status, final: true });
      expect(server.seen).toHaveLength(1);
    },
  );

  test("says where, why, and in whose words, without the password", async () => {
    login = (seen) => ({
      status: 401,
      json: { error: "refused", error_description: `not with ${JSON.parse(seen.body).password}` },
    });
    const error = await thrownBy(list());
    expect(error).toBeInstanceOf(LoginError);
    expect(String(error)).toMatch(/127\.0\.0\.1:\d+ .*\(401\): refused: not with \(redacted\)\./);
    expect(JSON.stringify(error)).not.toContain(PASSWORD);
  });

  test("with 404 says that the base URL of the hub may be wrong", async () => {
    login = () => ({ status: 404, body: "<html><title>Not Found</title>" });
    expect(await thrownBy(list())).toMatchObject({ kind: "login", reason: "not_found", final: true });
    await thrownBy(list());
    expect(logins).toBe(1);
  });

  test("with a redirect is not followed, since the password would go along", async () => {
    login = () => ({ status: 307, headers: { location: "https://elsewhere.example/token" } });
    expect(String(await thrownBy(list()))).toContain(" https://elsewhere.example");
    expect(server.seen).toHaveLength(1);
  });
});

test("a login that meets a failing server is sent again", async () => {
  login = (_, number) => (number < 3 ? { status: 503 } : { json: { access_token: "token-3" } });
  await list();
  expect(tokens()).toEqual(["Bearer token-3"]);
});

test("a login that only fails is remembered for 10 s and not taken for a refusal", async () => {
  const clock = heldClock();
  client = clientFor(server.url, { clock, maxRetries: 0 });
  login = () => ({ status: 503 });
  expect(await thrownBy(list())).toMatchObject({ kind: "login", status: 503, final: false });
  expect(await thrownBy(list())).toMatchObject({ kind: "login", status: 503 });
  expect(logins).toBe(1);
  await clock.advance(10_000);
  login = () => ({ json: { access_token: "token-2" } });
  expect(await list()).toEqual([]);
});

test("a login without an answer is a network error for all, with the retries of one", async () => {
  const clock = skippingClock();
  const dead = clientFor(await deadUrl(), { clock });
  const errors = await Promise.all(
    Array.from({ length: 200 }, () => thrownBy(dead.channels.list("examplePA", {}))),
  );
  for (const error of errors)
    expect(error).toMatchObject({ kind: "network", code: "ECONNREFUSED", attempts: 3 });
  expect(clock.slept).toHaveLength(2);
  await dead.close();
});

test("a caller who gives up does not end the login for the others", async () => {
  let answer: (given: Answer) => void = () => {};
  login = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const stop = new AbortController();
  const leaving = thrownBy(list(stop.signal));
  const staying = list();
  await until(() => logins === 1);
  stop.abort();
  expect(await leaving).toMatchObject({ kind: "stopped" });
  answer({ json: { access_token: "token-1" } });
  expect(await staying).toEqual([]);
  expect(logins).toBe(1);
});

describe("renewal", () => {
  test.each([
    [86_400, 86_354, 1],
    [86_400, 86_355, 2],
    [100, 92, 1],
    [100, 93, 2],
    ["100", 93, 2],
    [0, 1_000_000, 1],
    [undefined, 1_000_000, 1],
    [-5, 1_000_000, 1],
  ])(
    "a token of %p s is renewed shortly before its end: after %i s there were %i logins",
    async (life, after, expected) => {
      const clock = heldClock();
      client = clientFor(server.url, { clock });
      login = (_, number) => ({ json: { access_token: `token-${number}`, expires_in: life } });
      await list();
      await clock.advance(after * 1000);
      await Promise.all([list(), list(), list()]);
      expect(logins).toBe(expected);
    },
  );
});

describe("chance moves a renewal", () => {
  test.each([
    [0, 86_370],
    [0.999_999, 86_341],
  ])("%p: a token of a day is renewed after %i s", async (random, after) => {
    const clock = heldClock();
    client = clientFor(server.url, { clock: { ...clock, random: () => random } });
    await list();
    await clock.advance((after - 1) * 1000);
    await list();
    expect(logins).toBe(1);
    await clock.advance(1000);
    await list();
    expect(logins).toBe(2);
  });
});

describe("a token that ends while requests wait", () => {
  test("is renewed once, before anything is sent with it", async () => {
    const clock = heldClock();
    client = clientFor(server.url, { clock, rateLimit: { requests: 2, perSeconds: 30 } });
    login = (_, number) => ({ json: { access_token: `token-${number}`, expires_in: 20 } });
    const all = Promise.all(Array.from({ length: 4 }, () => list()));
    await clock.passUntil(all);
    const order = server.seen.map(({ path, headers }) =>
      path.endsWith("/token") ? "login" : headers.authorization,
    );
    const [one, two, three] = [1, 2, 3].map((number) => `Bearer token-${number}`);
    expect(order).toEqual(["login", one, "login", two, "login", three, "login", "Bearer token-4"]);
  });

  test("and whose successor ends before its turn, too, is tried all the same", async () => {
    const clock = heldClock();
    client = clientFor(server.url, { clock, rateLimit: { requests: 1, perSeconds: 30 } });
    login = (_, number) => ({ json: { access_token: `token-${number}`, expires_in: 20 } });
    await clock.passUntil(list());
    expect(tokens()).toEqual(["Bearer token-2"]);
  });
});

describe("a 401 afterwards", () => {
  const refuse = (...refused: string[]) => {
    other = (seen) =>
      refused.includes(seen.headers.authorization ?? "")
        ? { status: 401 }
        : seen.path.startsWith("/signals")
          ? { json: [] }
          : EMPTY;
  };

  test("is one new login, and the request is sent again", async () => {
    await list();
    refuse("Bearer token-1");
    await list();
    expect(tokens()).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });

  test("lets the request go again before those that were never sent", async () => {
    client = clientFor(server.url, { maxConcurrentRequests: 1 });
    await list();
    server.seen.length = 0;
    refuse("Bearer token-1");
    const clients = ["aCL", "bCL", "cCL", "dCL", "eCL"];
    await Promise.all(clients.map((clientId) => client.channels.list("examplePA", { clientId })));
    const order = server.seen.map(({ query }) => /[a-e]CL/.exec(query.get("filters") ?? "")?.[0] ?? "login");
    expect(order.lastIndexOf("aCL")).toBeGreaterThan(order.lastIndexOf("login"));
    expect(order.lastIndexOf("aCL")).toBeLessThan(order.indexOf("eCL"));
  });

  test("is one new login for two hundred callers", async () => {
    await list();
    refuse("Bearer token-1");
    await Promise.all(Array.from({ length: 200 }, () => list()));
    expect(logins).toBe(2);
  });

  test("for a token fresh from the login is final, however many callers follow", async () => {
    other = () => ({ status: 401, json: { meta: { developer_message: "Token unknown" } } });
    const error = await thrownBy(list());
    expect(error).toMatchObject({ kind: "hub", status: 401, apiMessage: "Token unknown" });
    expect(error).toMatchObject({ reason: "unauthorised", credential: "login" });
    await Promise.all(Array.from({ length: 50 }, () => thrownBy(list())));
    await thrownBy(list());
    expect(logins).toBe(1);
  });

  test("that stays is an error after one new login", async () => {
    await list();
    other = () => ({ status: 401 });
    await Promise.all(Array.from({ length: 50 }, () => thrownBy(list())));
    expect(await thrownBy(list())).toMatchObject({ kind: "hub", status: 401 });
    expect(logins).toBe(2);
  });

  test("for tokens that are good for two requests each is a new login each time", async () => {
    const used = new Map<string, number>();
    other = ({ headers }) => {
      const token = headers.authorization ?? "";
      used.set(token, (used.get(token) ?? 0) + 1);
      return (used.get(token) ?? 0) > 2 ? { status: 401 } : EMPTY;
    };
    for (let one = 0; one < 5; one += 1) await list();
    await Promise.all(Array.from({ length: 7 }, () => list()));
    expect(logins).toBe(6);
  });

  test("leads to no more than 60 new logins a minute: then they wait", async () => {
    const clock = heldClock();
    client = clientFor(server.url, { clock });
    const used = new Set<string>();
    other = ({ headers }) => {
      const token = headers.authorization ?? "";
      if (used.has(token)) return { status: 401 };
      used.add(token);
      return EMPTY;
    };
    const work = (async () => {
      for (let one = 0; one < 62; one += 1) await list();
    })();
    const began = clock.now();
    await clock.passUntil(work);
    expect(logins).toBe(62);
    expect(clock.now() - began).toBeGreaterThanOrEqual(60_000);
  });

  test("whose new login would come after the deadline is an error at once", async () => {
    const clock = heldClock();
    client = clientFor(server.url, { clock });
    const used = new Set<string>();
    other = ({ headers }) => {
      const token = headers.authorization ?? "";
      if (used.has(token)) return { status: 401 };
      used.add(token);
      return EMPTY;
    };
    for (let one = 0; one < 61; one += 1) await list();
    const call = { deadline: clock.now() + 1_000 };
    expect(await thrownBy(client.channels.list("examplePA", {}, call))).toMatchObject({ status: 401 });
  });

  test("of one API does not keep the other from its new login", async () => {
    other = (seen) => (seen.path.startsWith("/signals") ? { status: 401 } : EMPTY);
    await list();
    expect(await thrownBy(ads())).toMatchObject({ kind: "signals", status: 401 });
    expect(await thrownBy(ads())).toMatchObject({ kind: "signals", status: 401 });
    expect(logins).toBe(2);
    await list();
    refuse("Bearer token-2");
    await list();
    expect(logins).toBe(3);
    await ads();
    expect(logins).toBe(3);
  });

  test.each([
    [{ accessToken: "invented-token" }, "token"],
    [{ apiKey: "invented-key" }, "api_key"],
  ])("with %j is an error at once, since there is nothing to renew", async (credentials, credential) => {
    client = clientFor(server.url, { credentials });
    other = () => ({ status: 401 });
    expect(await thrownBy(list())).toMatchObject({ verdict: "unauthorised", credential });
    expect(server.seen).toHaveLength(1);
  });
});

describe("other credentials", () => {
  test("an API key goes to the hub alone and logs nobody in", async () => {
    client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
    await list();
    expect(server.seen[0]?.headers).toMatchObject({ "x-api-key": "invented-key" });
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
    const error = await thrownBy(ads());
    expect(error).toMatchObject({ kind: "credential" });
    expect(String(error)).toMatch(/\bbearer\b/);
    expect(server.seen).toHaveLength(1);
  });

  test("with an API key and a login the key is the hub's and the token is for Signals", async () => {
    client = clientFor(server.url, {
      credentials: { apiKey: "invented-key", username: "partner@example.com", password: PASSWORD },
    });
    other = (seen) => (seen.path.startsWith("/signals") ? { json: [] } : EMPTY);
    await list();
    expect(logins).toBe(0);
    await ads();
    const signals = server.seen.at(-1);
    expect(signals?.headers.authorization).toBe("Bearer token-1");
    expect(signals?.headers["x-api-key"]).toBeUndefined();
  });

  test("without any nothing is requested", async () => {
    client = clientFor(server.url, { credentials: {} });
    expect(await thrownBy(list())).toMatchObject({ kind: "credential" });
    expect(server.seen).toHaveLength(0);
  });
});

describe("an answer of the login that cannot be used", () => {
  test.each([
    "",
    "<html>",
    "null",
    "7",
    "[]",
    '{"token":"hidden-token"}',
    '{"access_token":""}',
    '{"access_token":{}}',
  ])("(%s) is an error that shows none of it", async (body) => {
    login = () => ({ body });
    const error = await thrownBy(list());
    expect(error).toMatchObject({ kind: "decode", path: "/api/v2/token", excerpt: "" });
    expect(String(error)).toContain("without an access_token");
    expect(String(error)).not.toContain("hidden-token");
  });
});

test("a token that was given is told as a secret and taken out of errors", async () => {
  const told: string[] = [];
  client = clientFor(server.url, { onSecret: (secret) => told.push(secret) });
  other = (seen) => ({ status: 400, json: { message: `cannot do it as ${seen.headers.authorization}` } });
  expect(await thrownBy(list())).toMatchObject({ apiMessage: "cannot do it as Bearer (redacted)" });
  expect(told).toEqual([PASSWORD, "token-1"]);
});
