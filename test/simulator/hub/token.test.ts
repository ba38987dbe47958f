import { createSimulator } from "../../../src/simulator";
import { ask, asPartner, logIn } from "../ask";
import { manualClock } from "../manual-clock";

const good = { username: "partner@example.com", password: "example-password" };

test("a user name and its password are answered with a bearer token and its lifetime", async () => {
  const { status, json } = await ask(createSimulator(), "/api/v2/token", { body: good, headers: {} });
  expect(status).toBe(200);
  expect(json).toEqual({
    access_token: expect.stringMatching(/./),
    token_type: "Bearer",
    expires_in: 86_400,
  });
});

test.each([
  ["a wrong password", { ...good, password: "other-password" }, 401, "access_denied"],
  ["an unknown user", { ...good, username: "nobody@example.com" }, 401, "access_denied"],
  ["another partner's password", { ...good, username: "other@example.com" }, 401, "access_denied"],
  ["no password", { username: good.username }, 400, "invalid_request"],
  ["a body that is no JSON", "username=partner", 400, "invalid_request"],
  ["a body that is no object", "null", 400, "invalid_request"],
])("%s is refused in the token endpoint's own shape", async (_what, body, status, error) => {
  const answered = await ask(createSimulator(), "/api/v2/token", { body, headers: {} });
  expect(answered.status).toBe(status);
  expect(answered.json).toEqual({ error, error_description: expect.any(String) });
});

test("a token works until its lifetime is over, on both APIs", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ tokenLifetime: 60, clock });
  const headers = { authorization: `Bearer ${await logIn(simulator)}` };
  const statuses = async () => [
    (await ask(simulator, "/api/v2/partners/examplePA", { headers })).status,
    (await ask(simulator, "/signals/v1/clients/exampleCL/facebook-accounts", { headers })).status,
  ];
  clock.advance(59_999);
  expect(await statuses()).toEqual([200, 200]);
  clock.advance(1);
  expect(await statuses()).toEqual([401, 401]);
});

test("a token can stop working before it was said to", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ tokenLifetime: 3600, tokenValidFor: 0.5, clock });
  const { json } = await ask(simulator, "/api/v2/token", { body: good, headers: {} });
  expect(json.expires_in).toBe(3600);
  const headers = { authorization: `Bearer ${json.access_token}` };
  const status = async () => (await ask(simulator, "/api/v2/partners/examplePA", { headers })).status;
  clock.advance(499);
  expect(await status()).toBe(200);
  clock.advance(1);
  expect(await status()).toBe(401);
});

test("a token that may be used for longer than it was said is refused when it was said to be", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ tokenLifetime: 60, tokenValidFor: 3600, clock });
  const headers = { authorization: `Bearer ${await logIn(simulator)}` };
  clock.advance(60_000);
  expect((await ask(simulator, "/api/v2/partners/examplePA", { headers })).status).toBe(401);
});

test("revoking tokens ends those from logins and leaves the ready-made one", async () => {
  const simulator = createSimulator();
  const token = await logIn(simulator);
  simulator.control.revokeTokens();
  const revoked = await ask(simulator, "/api/v2/partners/examplePA", {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(revoked.status).toBe(401);
  expect((await ask(simulator, "/api/v2/partners/examplePA", { headers: asPartner })).status).toBe(200);
  expect(simulator.control.issuedTokens()).toEqual([token]);
});
