import { buildTarget } from "../../../src/client/http/target";
import { describeRefusal, type Refusal } from "../../../src/client/request/refusal";
import { createSecrets } from "../../../src/client/secrets";

function hint(base: string, more: Partial<Refusal>, status = 404): string | null {
  const refusal: Refusal = {
    api: "hub",
    purpose: "channels",
    proof: "login",
    method: "GET",
    target: buildTarget(base, ["partners"]),
    reply: { status, headers: {}, body: "", cut: false, sentAt: 0, attempts: 1, note: null },
    ...more,
  };
  return describeRefusal(refusal, createSecrets()).hint;
}

test("a hub request that landed on the Signals host says which base URL to change", () => {
  expect(hint("https://api.signals.360dialog.io", {})).toBe(
    "api.signals.360dialog.io is the host of the Signals API; the base URL of the Partner Hub API is usually https://hub.360dialog.io/api/v2.",
  );
});

test("a Signals request that landed on the hub says which base URL to change", () => {
  expect(hint("https://hub.360dialog.io/api/v2", { api: "signals", purpose: "signals" })).toContain(
    "the base URL of the Signals API is usually https://api.signals.360dialog.io",
  );
});

test.each([
  ["login", "There is no login at this address: check the base URL of the hub."],
  ["channels", "Check the partner id and the base URL of the hub."],
  ["switch", "the path needs the client that the channel belongs to"],
  ["signals", "Check the ids and the base URL of the Signals API."],
] as const)("a 404 of a request for %s says what to check", (purpose, words) => {
  expect(hint("https://hub.example", { purpose })).toContain(words);
});

test.each([400, 409, 500])("a %i speaks for itself", (status) => {
  expect(hint("https://hub.example", {}, status)).toBeNull();
});

/** What an error says of an answer with this body, where one secret is known. */
function refused(secret: string, body: string) {
  const secrets = createSecrets();
  secrets.add(secret);
  const reply = { status: 400, headers: {}, body, cut: false, sentAt: 0, attempts: 1, note: null };
  const target = buildTarget("https://hub.example", ["partners"]);
  return describeRefusal(
    { api: "hub", purpose: "channels", proof: "login", method: "GET", target, reply },
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
