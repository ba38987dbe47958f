import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Diagnostics, UNKNOWN } from "../../../src/framework";
import { checkConfiguration, resolveSettings } from "../../../src/provider/settings/resolve";
import { type Configuration, settingsSchema } from "../../../src/provider/settings/schema";
import type { Environment } from "../../../src/provider/settings/sources";
import { titles } from "../../../src/provider/titles";
import { folder } from "./folder";

const { path: home, write } = folder();
const LOGIN = { username: "file@example.com", password: "file-password" };
const SECRET = "hidden-word";

function configuration(parts: Partial<Configuration>): Configuration {
  const nothing = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
  return { ...(nothing as unknown as Configuration), ...parts };
}

function resolve(parts: Partial<Configuration>, environment: Environment = {}) {
  const diagnostics = new Diagnostics();
  const settings = resolveSettings(configuration(parts), environment, diagnostics);
  return { ...settings, list: diagnostics.list, text: JSON.stringify(diagnostics.list) };
}

const login = () => write("login.json", JSON.stringify(LOGIN));

describe("credentials are read from the file", () => {
  test("that the configuration names", () => {
    expect(resolve({ credentials_file: login() })).toMatchObject({ credentials: LOGIN, list: [] });
  });

  test("that the environment names", () => {
    const { credentials, list } = resolve({}, { DIALOG360_CREDENTIALS_FILE: login() });
    expect({ credentials, list }).toEqual({ credentials: LOGIN, list: [] });
  });

  test.each([
    ["a token", { access_token: "t-1" }, { accessToken: "t-1" }],
    ["a key", { api_key: "k-1" }, { apiKey: "k-1" }],
    ["a key beside a login", { api_key: "k-1", ...LOGIN }, { apiKey: "k-1", ...LOGIN }],
    [
      "a password with everything in it",
      { ...LOGIN, password: 'a"b\nc\\d ö' },
      { ...LOGIN, password: 'a"b\nc\\d ö' },
    ],
  ])("as %s", (_, content, credentials) => {
    const file = write("some.json", `\uFEFF${JSON.stringify(content)}\n`);
    expect(resolve({ credentials_file: file })).toMatchObject({ credentials, list: [] });
  });

  test("by a link, where only its owner may use the file behind it", () => {
    const file = write("behind.json", JSON.stringify(LOGIN));
    const link = path.join(home, "link.json");
    symlinkSync(file, link);
    expect(resolve({ credentials_file: link })).toMatchObject({ credentials: LOGIN, list: [] });

    chmodSync(file, 0o644);
    expect(resolve({ credentials_file: link }).list).toEqual([
      expect.objectContaining({ detail: expect.stringContaining(" 0644") }),
    ]);
  });

  test("below the home, and from where Terraform runs", () => {
    login();
    jest.spyOn(os, "homedir").mockReturnValue(home);
    expect(resolve({ credentials_file: "~/login.json" }).credentials).toEqual(LOGIN);
    const relative = path.relative(process.cwd(), path.join(home, "login.json"));
    expect(resolve({ credentials_file: relative }).credentials).toEqual(LOGIN);
  });
});

describe("credentials come from one source", () => {
  const file = () => ({ credentials_file: login() });

  test.each([
    ["configuration", { api_key: "k-1" }, {}, { apiKey: "k-1" }],
    ["environment", {}, { DIALOG360_API_KEY: "k-2" }, { apiKey: "k-2" }],
    ["configuration, before both", { api_key: "k-1" }, { DIALOG360_ACCESS_TOKEN: "t-2" }, { apiKey: "k-1" }],
  ])("the %s, and the file is not joined to it", (_, config, environment, credentials) => {
    const found = resolve({ ...file(), ...config }, environment);
    expect(found.credentials).toEqual(credentials);
    expect(found.list).toEqual([]);
  });

  test("and a file that is not needed is not looked at", () => {
    expect(resolve({ api_key: "k-1", credentials_file: "/nowhere/at/all.json" }).list).toEqual([]);
    expect(resolve({ api_key: "k-1", credentials_file: UNKNOWN }).unknown).toEqual([]);
  });

  test("which validate warns of where the provider block has both, without reading the file", () => {
    const diagnostics = new Diagnostics();
    checkConfiguration(configuration({ api_key: "k-1", credentials_file: "/nowhere.json" }), diagnostics);
    expect(diagnostics.list).toEqual([
      expect.objectContaining({
        severity: "warning",
        summary: titles.credentialsFileIgnored,
        path: [{ attribute: "credentials_file" }],
      }),
    ]);
    const alone = new Diagnostics();
    checkConfiguration(configuration({ credentials_file: "/nowhere.json" }), alone);
    expect(alone.list).toEqual([]);
  });
});

test("a file that is not known yet is waited for", () => {
  const { unknown, list } = resolve({ credentials_file: UNKNOWN });
  expect({ unknown, list }).toEqual({ unknown: ["credentials_file"], list: [] });
});

describe("a file that cannot be used is one error at credentials_file that shows nothing of it", () => {
  const made = (content: unknown) => () => write("bad.json", JSON.stringify(content));
  const link = (name: string, target: string) => {
    const place = path.join(home, name);
    symlinkSync(target, place);
    return place;
  };
  test.each<[string, () => string, RegExp]>([
    ["a missing file", () => path.join(home, "none.json"), /does not exist/],
    ["a path through a file", () => `${login()}/x.json`, /not a directory/],
    ["a directory", () => home, /is a directory/],
    ["a device", () => "/dev/null", /not a regular file/],
    ["a link to nothing", () => link("loose.json", "nowhere"), /does not exist/],
    ["a link to itself", () => link("circle.json", "circle.json"), /leads back to itself/],
    ["an empty file", () => write("bad.json", ""), /does not hold JSON\. It must look like/],
    ["half an object", () => write("bad.json", `{"password": "${SECRET}"`), /does not hold JSON/],
    ["no JSON", () => write("bad.json", SECRET), /does not hold JSON/],
    ["no text", () => write("bad.json", Uint8Array.of(0x22, 0xff, 0x22)), /not UTF-8/],
    ["a list", made([SECRET]), /does not hold a JSON object/],
    ["null", made(null), /JSON object/],
    ["a string", made(SECRET), /JSON object/],
    ["nothing in it", made({}), /holds no credential/],
    [
      "a key that is none",
      made({ ...LOGIN, [SECRET]: "x" }),
      /other than username, password, access_token, api_key/,
    ],
    ["a key of another case", made({ Password: SECRET }), /holds a key other than/],
    ["a number", made({ username: "u", password: 4711 }), /password that is not a string/],
    ["a null", made({ username: "u", password: null }), /password that is not a string/],
    ["an object", made({ api_key: { value: SECRET } }), /api_key that is not a string/],
    ["an empty password", made({ username: "u", password: " " }), /whose password must not be empty/],
    [
      "a token in two words",
      made({ access_token: `${SECRET} ${SECRET}` }),
      /whose access_token must be one word/,
    ],
    [
      "65 KiB",
      () => write("bad.json", JSON.stringify({ api_key: SECRET.repeat(6_000) })),
      /is too large.*64 KiB/,
    ],
  ])("%s", (_, place, expected) => {
    const { list, text } = resolve({ credentials_file: place() });
    expect(list).toEqual([
      expect.objectContaining({
        severity: "error",
        summary: titles.invalidValue("credentials_file"),
        detail: expect.stringMatching(expected),
        path: [{ attribute: "credentials_file" }],
      }),
    ]);
    expect(text).not.toMatch(/hidden|4711/);
  });

  test("a file with half a login names the file", () => {
    const { list } = resolve({ credentials_file: write("bad.json", '{"password": "hidden-word"}') });
    expect(list).toEqual([
      expect.objectContaining({
        summary: "Incomplete credentials",
        detail: expect.stringMatching(/\bcredentials_file .*\bpassword without username\b/),
      }),
    ]);
  });

  test("named by the environment, the error names the variable", () => {
    const { list } = resolve({}, { DIALOG360_CREDENTIALS_FILE: path.join(home, "none.json") });
    expect(list).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("DIALOG360_CREDENTIALS_FILE") }),
    ]);
    expect(list[0]).not.toHaveProperty("path");
  });

  test("a path with a zero byte is left to its validator", () => {
    expect(resolve({}, { DIALOG360_CREDENTIALS_FILE: "a\0b" }).list).toEqual([
      expect.objectContaining({ summary: "Invalid DIALOG360_CREDENTIALS_FILE" }),
    ]);
  });
});

const posix = process.platform === "win32" ? describe.skip : describe;

posix("a file that others than its owner may use is refused, and told how to mend it", () => {
  test.each([0o640, 0o604, 0o620, 0o602, 0o610, 0o644, 0o666])("mode %o", (mode) => {
    const file = login();
    chmodSync(file, mode);
    const { list, credentials } = resolve({ credentials_file: file });
    expect(credentials).toEqual({});
    expect(list).toEqual([
      expect.objectContaining({
        detail: expect.stringMatching(new RegExp(`mode is 0${mode.toString(8)}\\). Run: chmod 600 ${file}`)),
      }),
    ]);
    chmodSync(file, 0o600);
  });

  test.each([0o600, 0o400, 0o700])("mode %o is fine", (mode) => {
    const file = login();
    chmodSync(file, mode);
    expect(resolve({ credentials_file: file }).list).toEqual([]);
    chmodSync(file, 0o600);
  });

  test("a folder that others may read is of no matter", () => {
    const open = path.join(home, "open");
    mkdirSync(open, { mode: 0o755 });
    const file = write("open/login.json", JSON.stringify(LOGIN));
    expect(resolve({ credentials_file: file }).list).toEqual([]);
  });
});
