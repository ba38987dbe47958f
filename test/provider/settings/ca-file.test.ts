import { symlinkSync } from "node:fs";
import path from "node:path";
import { Diagnostics, UNKNOWN } from "../../../src/framework";
import { resolveSettings } from "../../../src/provider/settings/resolve";
import { type Configuration, settingsSchema } from "../../../src/provider/settings/schema";
import { titles } from "../../../src/provider/titles";
import { createAuthority } from "../../authority";
import { folder } from "./folder";

const { path: home, write } = folder();
const one = createAuthority("example authority one").pem;
const other = createAuthority("example authority two").pem;

function resolve(file: Configuration["ca_cert_file"], environment = {}) {
  const nothing = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
  const diagnostics = new Diagnostics();
  const config = { ...(nothing as unknown as Configuration), api_key: "k-1", ca_cert_file: file };
  return { ...resolveSettings(config, environment, diagnostics), list: diagnostics.list };
}

test("without a file there are no authorities beside the usual ones", () => {
  expect(resolve(null)).toMatchObject({ authorities: [], list: [] });
});

test("every certificate of a bundle is taken, and nothing that stands between them", () => {
  const { authorities, list } = resolve(
    write("both.pem", `# one\n${one}\r\n# other\n${other}\nend\n`, 0o644),
  );
  expect(list).toEqual([]);
  expect(authorities).toEqual([one.trim(), other.trim()]);
});

test("the environment can name it, and it may be a link, as those of systems are", () => {
  const link = path.join(home, "link.pem");
  symlinkSync(write("one.pem", one), link);
  expect(resolve(null, { DIALOG360_CA_CERT_FILE: link })).toMatchObject({
    authorities: [one.trim()],
    list: [],
  });
});

test("a file that is not known yet is waited for", () => {
  expect(resolve(UNKNOWN)).toMatchObject({ unknown: ["ca_cert_file"], list: [] });
});

const broken = one
  .split("\n")
  .filter((_, line) => line !== 3)
  .join("\n");

test.each([
  ["a missing file", () => path.join(home, "none.pem"), /does not exist/],
  ["a directory", () => home, /is a directory/],
  ["an empty file", () => write("bad.pem", ""), /not hold a certificate/],
  ["a certificate in DER", () => write("bad.pem", Buffer.from(one, "base64")), /UTF-8|no certificate/],
  [
    "no certificate",
    () => write("bad.pem", "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----"),
    /not hold a cert/,
  ],
  ["a broken one", () => write("bad.pem", `${other}${broken}`), /cannot be read: number 2/],
  ["5 MiB", () => write("bad.pem", one.repeat(10_000)), /too large.*4096 KiB/],
])("%s is one error at ca_cert_file", (_, place, expected) => {
  expect(resolve(place()).list).toEqual([
    expect.objectContaining({
      severity: "error",
      summary: titles.invalidValue("ca_cert_file"),
      detail: expect.stringMatching(expected),
      path: [{ attribute: "ca_cert_file" }],
    }),
  ]);
});
