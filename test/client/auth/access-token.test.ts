import type { Client } from "../../../src/client";
import { clientFor, PASSWORD, thrownBy } from "../client-for";
import { type SmallServer, startServer } from "../small-server";
import { type HeldClock, heldClock } from "../test-clock";

const TEN_MINUTES = 600_000;
const user = { username: "partner@example.com", password: PASSWORD };

let server: SmallServer;
let client: Client;
let clock: HeldClock;
/** Seconds that the next token lives; undefined where the hub does not say. */
let life: number | undefined;

beforeEach(async () => {
  clock = heldClock();
  life = 3_600;
  let logins = 0;
  server = await startServer(() => {
    logins += 1;
    return { json: { access_token: `token-${logins}`, expires_in: life } };
  });
  client = clientFor(server.url, { clock });
});

afterEach(async () => {
  await client.close();
  await server.close();
});

test("a token comes from one login, with the time of its end", async () => {
  const first = await client.accessToken(TEN_MINUTES);
  expect(first).toEqual({ token: "token-1", expiresAt: clock.now() + 3_600_000 });
  expect(await client.accessToken(TEN_MINUTES)).toEqual(first);
  expect(server.seen).toHaveLength(1);
});

test("a token with less time left than asked for is replaced, once for all who ask", async () => {
  await client.accessToken(TEN_MINUTES);
  await clock.advance(3_000_001);
  const found = await Promise.all([client.accessToken(TEN_MINUTES), client.accessToken(TEN_MINUTES)]);
  expect(found.map(({ token }) => token)).toEqual(["token-2", "token-2"]);
  expect(server.seen).toHaveLength(2);
});

test("exactly so much time left is enough", async () => {
  await client.accessToken(TEN_MINUTES);
  await clock.advance(3_000_000);
  expect(await client.accessToken(TEN_MINUTES)).toMatchObject({ token: "token-1" });
});

test("where the hub grants less than asked for, a token that is just new is as good as can be had", async () => {
  life = 300;
  const expiresAt = clock.now() + 300_000;
  expect(await client.accessToken(TEN_MINUTES)).toEqual({ token: "token-1", expiresAt });
  expect(server.seen).toHaveLength(1);
  await clock.advance(1);
  expect(await client.accessToken(TEN_MINUTES)).toMatchObject({ token: "token-2" });
});

test.each([undefined, 0])(
  "a token whose life the hub gives as %p is kept, its end is not known",
  async (named) => {
    life = named;
    await client.accessToken(TEN_MINUTES);
    await clock.advance(86_400_000);
    expect(await client.accessToken(TEN_MINUTES)).toEqual({ token: "token-1", expiresAt: null });
  },
);

test("a ready-made token is handed out bare, without a request and without an end", async () => {
  client = clientFor(server.url, { credentials: { accessToken: "Bearer ready-made" } });
  expect(await client.accessToken(TEN_MINUTES)).toEqual({ token: "ready-made", expiresAt: null });
  expect(server.seen).toHaveLength(0);
});

test("beside an API key, the login is used", async () => {
  client = clientFor(server.url, { clock, credentials: { apiKey: "example-key", ...user } });
  expect(await client.accessToken(TEN_MINUTES)).toMatchObject({ token: "token-1" });
});

test.each([
  ["an API key alone", { apiKey: "example-key" }, "an API key alone cannot get one"],
  ["no credential", {}, "that needs user name and password, or an access token"],
  ["half a login", { username: "partner@example.com" }, "the password is missing"],
])("%s leads to no token, and nothing is requested", async (_case, credentials, words) => {
  client = clientFor(server.url, { credentials });
  const error = await thrownBy(client.accessToken(TEN_MINUTES));
  expect(error).toMatchObject({ kind: "credential", message: expect.stringContaining(words) });
  expect(server.seen).toHaveLength(0);
});
