import { createHash } from "node:crypto";
import { createSecrets } from "../../src/secrets/secrets";

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
  ["wörd-1", "w\\u{f6}rd\\u{2D}1", "rd"],
  ["wörd-1", "w\\xc3\\xb6rd-1", "rd"],
  ["wörd-1", "w\\303\\266rd\\0551", "rd"],
  ["sm🙂le", "sm\\U0001F642le", "le"],
  ["it's so", "it''s so", "so"],
  ["it's so", "'it'\\''s so'", "so"],
  ['qu"ote\\d', 'qu""ote\\d', "ote"],
  ["\\\\host\\share", nested("\\\\host\\share", 3), "share"],
  ["\\\\host\\share", "\\u005c\\x5Chost%255Cshare", "share"],
  ["hex-ed/1", Buffer.from("hex-ed/1").toString("hex").toUpperCase(), "2D"],
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
    const latin = Buffer.from(both.toString(), "latin1");
    for (const form of [both.toString("base64"), both.toString("base64url"), latin.toString("base64")]) {
      const redacted = secrets.redact(form);
      expect(redacted).toContain("(redacted)");
      expect(Buffer.from(redacted.split("(redacted)")[0] ?? "", "base64").toString()).not.toContain(
        "example-p",
      );
    }
  },
);

test("a password is taken out of JSON in base64", () => {
  const secrets = createSecrets();
  secrets.add('qu"ote\\d');
  const body = JSON.stringify({ username: "partner@example.com", password: 'qu"ote\\d' });
  expect(secrets.redact(Buffer.from(body).toString("base64"))).toContain("(redacted)");
});

test("the base64 of a short secret is taken out where it stands alone", () => {
  const secrets = createSecrets();
  secrets.add("abcde");
  expect(secrets.redact("[YWJjZGU=] xYWJjZGUx")).toBe("[(redacted)=] xYWJjZGUx");
});

test("a secret counts with and without its outer spaces", () => {
  const secrets = createSecrets();
  secrets.add("from-a-file\n");
  expect(secrets.redact("[from-a-file\n] [from-a-file]")).toBe("[(redacted)] [(redacted)]");
});

test("half a character is no obstacle", () => {
  const secrets = createSecrets();
  secrets.add("\ud800-half");
  expect(secrets.redact("[\ud800-half] [\\ud800-half]")).toBe("[(redacted)] [(redacted)]");
});

test("runs of backslashes and quotes, in the secret and the text, cost no more than others", () => {
  const secrets = createSecrets();
  const run = `${"\\".repeat(8)}${'"'.repeat(8)}${"'".repeat(8)}`.repeat(4);
  secrets.add(`a${run}z`);
  expect(secrets.redact(`a${run.repeat(1_000)}y`)).not.toContain("(redacted)");
  expect(secrets.redact(nested(`[a${run}z]`, 3))).toBe("[(redacted)]");
});

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
  const secrets = createSecrets({ onSecret: (secret) => told.push(secret) });
  secrets.add("first-secret");
  secrets.add("first-secret");
  secrets.add("\ud800-half");
  expect(told).toEqual(["first-secret", "\ud800-half"]);
});
