import { HubError } from "../../../src/client";
import type { HttpReply } from "../../../src/client/http/message";
import { buildTarget } from "../../../src/client/http/target";
import { judge } from "../../../src/client/request/answer";
import { describeRefusal, type Refusal } from "../../../src/client/request/refusal";
import { createSecrets } from "../../../src/secrets/secrets";

/** The facts of an error for an answer to a GET of the hub. */
function factsOf(base: string, more: Partial<Refusal> = {}, http: Partial<HttpReply> = {}) {
  const reply = { status: 404, headers: {}, body: "", cut: false, ...http };
  const refusal: Refusal = {
    api: "hub",
    purpose: "channels",
    credential: "login",
    method: "GET",
    target: buildTarget(base, ["partners"]),
    reply: { http: reply, judgement: judge(reply), sentAt: 0, attempts: 1, note: null },
    ...more,
  };
  return describeRefusal(refusal, createSecrets());
}

test("a hub request that landed on the Signals host says whose host it is", () => {
  expect(factsOf("https://api.signals.360dialog.io").note).toMatch(/\bSignals API\b/);
});

test("a Signals request that landed on the hub says which base URL is usual", () => {
  const { note } = factsOf("https://hub.360dialog.io/api/v2", { api: "signals", purpose: "signals" });
  expect(note).toContain("https://api.signals.360dialog.io");
});

test("an answer of the host that is meant needs no note", () => {
  expect(factsOf("https://hub.example").note).toBeNull();
});

describe("a redirect", () => {
  const to = (location: string) =>
    factsOf("https://hub.example/api", {}, { status: 301, headers: { location } });

  test.each([
    ["/api/partners/", { origin: "https://hub.example", path: "/api/partners/", sameHost: true }],
    ["http://hub.example/x?key=1", { origin: "http://hub.example", path: "/x", sameHost: true }],
    ["https://other.example/x", { origin: "https://other.example", path: "/x", sameHost: false }],
    ["https://hub.example:8443/x", { origin: "https://hub.example:8443", path: "/x", sameHost: false }],
  ])("to %s is told without its query", (location, redirect) => {
    expect(to(location)).toMatchObject({ reason: "redirected", redirect });
  });

  test("within one host names the path and says nothing of credentials", () => {
    const { message } = new HubError(to("/api/partners/"));
    expect(message).toContain("/api/partners/");
    expect(message).not.toMatch(/credential/i);
  });

  test("to nowhere is told as one", () => {
    expect(to("http://")).toMatchObject({ reason: "redirected", redirect: null });
  });
});

/** What an error says of an answer with this body, where one secret is known. */
function refused(secret: string, body: string) {
  const secrets = createSecrets();
  secrets.add(secret);
  const http = { status: 400, headers: {}, body, cut: false };
  const reply = { http, judgement: judge(http), sentAt: 0, attempts: 1, note: null };
  const target = buildTarget("https://hub.example", ["partners"]);
  return describeRefusal(
    { api: "hub", purpose: "channels", credential: "login", method: "GET", target, reply },
    secrets,
  );
}

test("a secret that JSON spells otherwise is taken out, of the words and of the excerpt", () => {
  const body = '{"message":"bad tok\\u002fen-of-a-test"}';
  expect(refused("tok/en-of-a-test", body)).toMatchObject({
    apiMessage: "bad (redacted)",
    excerpt: '{"message":"bad (redacted)"}',
  });
  expect(refused("tok/en-of-a-test", '{"seen":{"\\u0074ok\\/en-of-a-test":1}}')).toMatchObject({
    apiMessage: null,
    excerpt: '{"seen":{"(redacted)":1}}',
  });
});

test("a secret with a line break is taken out before the lines are joined", () => {
  expect(refused("first\nsecond", '{"message":"bad first\\u000asecond"}').apiMessage).toBe("bad (redacted)");
  expect(refused("first\nsecond", "bad first\nsecond").excerpt).toBe("bad (redacted)");
});

test.each([
  ["a long body", `${"x".repeat(290)}a-rather-long-secret-that-is-cut`],
  ["long words", JSON.stringify({ message: `${"x".repeat(490)}a-rather-long-secret-that-is-cut` })],
  ["long words, spelled otherwise", `{"message":"${"x".repeat(490)}\\u0061-rather-long-secret-that-is-cut"}`],
  ["a long title", `<title>${"x".repeat(490)}a-rather-long-secret-that-is-cut</title>`],
])("a secret at the cut of %s is taken out before it is cut in half", (_, body) => {
  const { apiMessage, excerpt } = refused("a-rather-long-secret-that-is-cut", body);
  expect(`${apiMessage} ${excerpt}`).not.toContain("a-rather");
});
