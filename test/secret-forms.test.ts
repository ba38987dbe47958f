import { createSecrets } from "../src/client/secrets";
import { formsOf } from "../src/framework/secret-forms";

const SECRETS = [
  "plain-secret",
  "quo\"te 'and' <more> & 1/2",
  "line\nbreak\\slash",
  "pässwörd €",
  "+/=~%",
  "\ud800-half",
];

// The two parts may not know each other, so each has forms of its own: this is what holds them together.
test.each(SECRETS)("the client takes %j out in every form that the framework knows", (secret) => {
  const secrets = createSecrets();
  secrets.add(secret);
  for (const form of formsOf(secret)) {
    if (form.length >= 8) expect(secrets.redact(form)).toMatch(/^\(redacted\).{0,2}$/);
  }
});

test.each([
  ["JSON", 'a\\"b\\nc'],
  ["JSON inside JSON", 'a\\\\\\"b\\\\nc'],
  ["a URL", "a%22b%0Ac"],
  ["a URL, in small letters", "a%22b%0ac"],
  ["HTML", "a&quot;b\nc"],
  ["HTML by numbers", "a&#34;b\nc"],
  ["base64", Buffer.from('a"b\nc').toString("base64").replace(/=+$/, "")],
])("among the forms is that in %s", (_, form) => {
  expect(formsOf('a"b\nc')).toContain(form);
});

test.each([
  ["what writes JSON in ASCII", "\\u00f6\\u20ac"],
  ["what escapes slashes", "\\/"],
])("among the forms is that of %s", (_, form) => {
  expect([...formsOf("ö€"), ...formsOf("/")]).toContain(form);
});

test("a secret counts with and without its outer spaces", () => {
  expect([...formsOf("secret\n")]).toEqual(expect.arrayContaining(["secret\n", "secret", "secret\\n"]));
});
