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
