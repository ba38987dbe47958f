import { realWorld } from "./real-world";

const user = { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: "example-password" };
const asked = { DIALOG360_CONTRACT: "1", DIALOG360_PARTNER_ID: "examplePA" };

test.each([
  [{}, "DIALOG360_CONTRACT is not 1"],
  [{ ...user, DIALOG360_PARTNER_ID: "examplePA" }, "DIALOG360_CONTRACT is not 1"],
  [{ ...user, DIALOG360_CONTRACT: "1" }, "DIALOG360_PARTNER_ID is not set"],
  [asked, "no credentials are set"],
  [{ ...asked, DIALOG360_USERNAME: "partner@example.com" }, "no credentials are set"],
  [{ ...asked, ...user }, null],
  [{ ...asked, DIALOG360_API_KEY: "example-api-key" }, null],
])("with %j the reason to ask nothing of the real API is %j", (env, closed) => {
  expect(realWorld(env).closed).toBe(closed);
});

const nothing = { login: null, bearer: null, writes: null, keyword: null };

test.each([
  [{}, { ...nothing, writes: expect.any(String), keyword: expect.any(String) }],
  [{ DIALOG360_CONTRACT_SWITCH_CHANNEL: "exampleCH" }, { ...nothing, keyword: expect.any(String) }],
  [{ DIALOG360_CONTRACT_KEYWORD: "1/2" }, { ...nothing, writes: expect.any(String) }],
])("a login and %j open all but %j", (env, lacks) => {
  expect(realWorld({ ...asked, ...user, ...env }).lacks).toEqual(lacks);
});

test.each([
  [{ DIALOG360_ACCESS_TOKEN: "example-token" }, expect.stringContaining("_PASSWORD"), null],
  [
    { DIALOG360_API_KEY: "example-key" },
    expect.stringContaining("_PASSWORD"),
    expect.stringContaining("API key"),
  ],
])("%j alone opens no login", (env, login, bearer) => {
  expect(realWorld({ ...asked, ...env }).lacks).toMatchObject({ login, bearer });
});
