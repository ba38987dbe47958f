import { CredentialError, type Credentials } from "../../../src/client";
import { chooseCredentials } from "../../../src/client/auth/credentials";
import { createSecrets } from "../../../src/secrets/secrets";

const credentials = (given: Credentials) => chooseCredentials(given, createSecrets());
const user = { username: "partner@example.com", password: "invented-password" };

test.each([
  ["user name and password log in for both", user, { kind: "login", user }, { kind: "login", user }],
  [
    "an access token serves both",
    { accessToken: "tok-en" },
    { kind: "token", token: "tok-en" },
    { kind: "token", token: "tok-en" },
  ],
  [
    "an API key serves the hub, the login Signals",
    { apiKey: "a-key", ...user },
    { kind: "api_key", apiKey: "a-key" },
    { kind: "login", user },
  ],
  [
    "an API key serves the hub, the token Signals",
    { apiKey: "a-key", accessToken: "tok-en" },
    { kind: "api_key", apiKey: "a-key" },
    { kind: "token", token: "tok-en" },
  ],
  [
    "a token goes before a login",
    { accessToken: "tok-en", ...user },
    { kind: "token", token: "tok-en" },
    { kind: "token", token: "tok-en" },
  ],
])("%s", (_, given, hub, signals) => {
  expect(credentials(given).for("hub")).toEqual(hub);
  expect(credentials(given).for("signals")).toEqual(signals);
});

test.each(["tok-en", "Bearer tok-en", "bearer tok-en", "  Bearer   tok-en \n", "tok-en\r\n"])(
  "the access token %p is sent as tok-en",
  (accessToken) => {
    expect(credentials({ accessToken }).for("hub")).toEqual({ kind: "token", token: "tok-en" });
  },
);

test("the line end of a file is no part of a password or an API key, a space is part of a password", () => {
  expect(credentials({ username: " u@example.com\n", password: " pass word \n" }).for("hub")).toEqual({
    kind: "login",
    user: { username: "u@example.com", password: " pass word " },
  });
  expect(credentials({ apiKey: "a-key\n" }).for("hub")).toEqual({ kind: "api_key", apiKey: "a-key" });
});

test.each([
  ["nothing at all", {}, "hub", "user name and password, an access token, or an API key"],
  ["empty texts", { username: "", password: "", accessToken: " ", apiKey: null }, "hub", "an API key"],
  ["nothing for Signals", {}, "signals", "user name and password, or an access token"],
  ["an API key alone for Signals", { apiKey: "a-key" }, "signals", "takes bearer tokens only"],
  ["a user name alone", { username: "partner@example.com" }, "hub", "the password is missing"],
  ["a password alone", { password: "invented-password" }, "signals", "the user name is missing"],
] as const)("%s is an error that names what is needed", (_, given, api, words) => {
  expect(() => credentials(given).for(api)).toThrow(CredentialError);
  expect(() => credentials(given).for(api)).toThrow(words);
});

test.each([{ accessToken: "half\nother-half" }, { apiKey: "key with spaces" }, { apiKey: "schlüssel" }])(
  "a secret that no header can carry is refused without repeating it: %j",
  (given) => {
    expect(() => credentials(given).for("hub")).toThrow(/\bsent\b/);
    expect(() => credentials(given).for("hub")).not.toThrow(/half|with|schl/);
  },
);

test("every secret is known before anything is sent", () => {
  const secrets = createSecrets();
  chooseCredentials({ ...user, accessToken: "Bearer tok-en", apiKey: "a-key" }, secrets);
  expect(secrets.redact("invented-password tok-en a-key partner@example.com")).toBe(
    "(redacted) (redacted) (redacted) partner@example.com",
  );
});
