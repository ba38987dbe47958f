import { describeRefusal, type Refusal } from "../../src/client/refusal";
import { createSecrets } from "../../src/client/secrets";
import { buildTarget } from "../../src/client/url";

function hint(base: string, more: Partial<Refusal>, status = 404): string | null {
  const refusal: Refusal = {
    api: "hub",
    purpose: "channels",
    proof: "login",
    method: "GET",
    target: buildTarget(base, ["partners"]),
    reply: { status, headers: {}, body: "", cut: false, attempts: 1, note: null },
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

test("a secret that JSON spells otherwise is taken out, too", () => {
  const secrets = createSecrets();
  secrets.add("tok/en-of-a-test");
  const body = '{"message":"bad tok\\u002fen-of-a-test"}';
  const reply = { status: 400, headers: {}, body, cut: false, attempts: 1, note: null };
  const target = buildTarget("https://hub.example", ["partners"]);
  const parts = describeRefusal(
    { api: "hub", purpose: "channels", proof: "login", method: "GET", target, reply },
    secrets,
  );
  expect(parts.apiMessage).toBe("bad (redacted)");
});

test("a secret at the cut of a long body is taken out before it is cut in half", () => {
  const secrets = createSecrets();
  secrets.add("a-rather-long-secret-that-is-cut");
  const body = `${"x".repeat(290)}a-rather-long-secret-that-is-cut`;
  const reply = { status: 400, headers: {}, body, cut: false, attempts: 1, note: null };
  const target = buildTarget("https://hub.example", ["partners"]);
  const parts = describeRefusal(
    { api: "hub", purpose: "channels", proof: "login", method: "GET", target, reply },
    secrets,
  );
  expect(parts.excerpt).not.toContain("a-rather");
});
