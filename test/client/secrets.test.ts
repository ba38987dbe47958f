import { createHash } from "node:crypto";
import { createSecrets } from "../../src/client/secrets";

test.each([
  ["as it is", (secret: string) => secret],
  ["inside JSON", (secret: string) => JSON.stringify({ echo: secret })],
  ["in a URL", (secret: string) => encodeURIComponent(secret)],
  [
    "inside JSON that was written in ASCII",
    (secret: string) => JSON.stringify(secret).replace("ä", "\\u00e4"),
  ],
  ["inside JSON as PHP writes it", (secret: string) => JSON.stringify(secret).replace("/", "\\/")],
  ["inside a text of JSON", (secret: string) => JSON.stringify(JSON.stringify({ echo: secret }))],
  ["in HTML", (secret: string) => secret.replace('"', "&quot;")],
  ["in a form", (secret: string) => new URLSearchParams({ echo: secret }).toString()],
  ["as base64", (secret: string) => Buffer.from(secret).toString("base64")],
])("a secret is taken out %s", (_, spell) => {
  const secret = 'pä"ss\\word/1';
  const secrets = createSecrets();
  secrets.add(secret);
  const text = secrets.redact(`before ${spell(secret)} after`);
  expect(text).toContain("(redacted)");
  expect(text).toMatch(/^before .* after$/);
  expect(text).not.toContain("word");
});

const nested = (text: string, levels: number): string =>
  levels === 0 ? text : nested(JSON.stringify(text).slice(1, -1), levels - 1);

test.each<[string, string, string]>([
  ["simple/pass1", '{"problem":"got {\\"password\\":\\"simple\\/pass1\\"}"}', "pass1"],
  ["pa/ss+wörd", "pa\\/ss+w\\u00f6rd", "ss"],
  ["pa/ss+wörd", "pa\\\\/ss+w\\\\u00F6rd", "ss"],
  ['a\\b"c', `{'password': 'a\\\\b"c'}`, "b"],
  ["it's so", "'it\\'s so'", "so"],
  ['qu"ote\\d', nested('qu"ote\\d', 5), "ote"],
  ["line\nbreak", nested("line\nbreak", 3), "break"],
  ["sm🙂le", nested("sm\\ud83d\\ude42le", 2), "le"],
  ["per%cent/1", encodeURIComponent(encodeURIComponent(encodeURIComponent("per%cent/1"))), "cent"],
  ["wörd+1", encodeURIComponent(encodeURIComponent("wörd+1")).toLowerCase(), "rd"],
  ["a<b&c>d", "a&amp;lt;b&amp;amp;c&#62;d", "b"],
  ["hex-ed/1", "hex\\x2ded\\x2f1", "ed"],
  ['mixed/up"1', 'mixed%5C%2Fup\\\\"1', "up"],
])("the secret %j is taken out of %s", (secret, text, rest) => {
  const secrets = createSecrets();
  secrets.add(secret);
  const redacted = secrets.redact(`before ${text} after`);
  expect(redacted).toMatch(/^before .*\(redacted\).* after$/);
  expect(redacted.replaceAll(/before|problem|\(redacted\)/g, "")).not.toContain(rest === "b" ? "\\b" : rest);
});

test.each(["partner@example.com", "p@example.com", "pa@example.com"])(
  "a password is taken out of the base64 of %s:password, in every alphabet",
  (user) => {
    const secrets = createSecrets();
    secrets.add("example-passwörd?>");
    const both = Buffer.from(`${user}:example-passwörd?>`);
    for (const form of [both.toString("base64"), both.toString("base64url")]) {
      const redacted = secrets.redact(form);
      expect(redacted).toContain("(redacted)");
      expect(Buffer.from(redacted.split("(redacted)")[0] ?? "", "base64").toString()).not.toContain(
        "example-p",
      );
    }
  },
);

test("a long token is taken out whole, in whatever form", () => {
  const token = Array.from({ length: 100 }, (_, at) =>
    createHash("sha256").update(String(at)).digest("base64"),
  ).join("");
  const secrets = createSecrets();
  secrets.add(token);
  expect(secrets.redact(`Bearer ${token}.`)).toBe("Bearer (redacted).");
});

test("a text full of escapes costs no more than another", () => {
  const secrets = createSecrets();
  secrets.add("example-password");
  const text = "\\".repeat(60_000);
  expect(secrets.redact(`${text}example-password`)).toBe("(redacted)");
  expect(secrets.redact(text)).toBe(text);
});

test("a secret that holds another one is taken out whole", () => {
  const secrets = createSecrets();
  secrets.add("abcd");
  secrets.add("abcd-efgh");
  expect(secrets.redact("abcd-efgh abcd")).toBe("(redacted) (redacted)");
});

test("texts of up to three characters are left, since they stand everywhere", () => {
  const secrets = createSecrets();
  for (const short of ["", "a", "abc"]) secrets.add(short);
  expect(secrets.redact("a banana abc")).toBe("a banana abc");
});

test("each secret is told once to whoever writes the log", () => {
  const told: string[] = [];
  const secrets = createSecrets((secret) => told.push(secret));
  secrets.add("first-secret");
  secrets.add("first-secret");
  secrets.add("\ud800-half");
  expect(told).toEqual(["first-secret", "\ud800-half"]);
});
