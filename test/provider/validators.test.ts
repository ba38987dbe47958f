import { UNKNOWN } from "../../src/framework";
import { hubBaseUrl, signalsBaseUrl } from "../../src/provider/settings/base-url";
import {
  dottedPath,
  eachId,
  filled,
  headerSecret,
  id,
  optionalId,
  phoneNumber,
  wholeNumber,
} from "../../src/provider/validators";

const HUB = "https://hub.360dialog.io/api/v2";
const SIGNALS = "https://api.signals.360dialog.io";

const cases: readonly (readonly [string, (value: never) => string | undefined, unknown[], unknown[]])[] = [
  ["id", id, ["exampleCH", "a-b_c.d~1"], ["", "a/b", "a b", "exampleCH\n", ".", "..", "a?b", "ä", "a%2Fb"]],
  ["optionalId", optionalId, ["exampleCH"], ["", "a/b"]],
  ["eachId", eachId, [[], ["a", "b"], [UNKNOWN, "a"]], [["a", ""], ["a b"]]],
  ["filled", filled, ["a", " a "], ["", " ", "\n"]],
  [
    "headerSecret",
    headerSecret,
    ["key", "key\n", "Bearer key", "bearer  key"],
    ["", " ", "a b", "a\nb", "ä", "Bearer "],
  ],
  ["dottedPath", dottedPath, ["a", "a.b_c.d"], ["", ".", "a.", ".a", "a..b", "a b"]],
  ["phoneNumber", phoneNumber, ["+4915550000001", "49 (155) 500-001"], ["", "+", "exampleCH", "49x"]],
  ["wholeNumber", wholeNumber(0, 20), [0, 20], [-1, 21, 1.5, "3", Number.NaN]],
  [
    "hubBaseUrl",
    hubBaseUrl,
    [HUB, "http://127.0.0.1:1/api/v2", "https://mock.example/a/b"],
    [
      "",
      "hub.example",
      "ftp://hub.example",
      SIGNALS,
      "https://hub.360dialog.com",
      `${HUB}?a=b`,
      `${HUB}#a`,
      "https://u:p@hub.example",
    ],
  ],
  ["signalsBaseUrl", signalsBaseUrl, [SIGNALS, "http://127.0.0.1:1/signals"], ["", "x", HUB]],
];

describe.each(cases)("%s", (_, validate, good, bad) => {
  test.each(good.map((value) => [value]))("accepts value %#", (value) => {
    expect(validate(value as never)).toBeUndefined();
  });

  test.each(bad.map((value) => [value]))("refuses value %#", (value) => {
    expect(validate(value as never)).toMatch(/^(must|cannot|has|is|holds) .*\.$/);
  });
});

test("only where an id may be left out, an empty one is answered with that", () => {
  expect(optionalId("")).toMatch(/\bleave\b/);
  expect(id("")).toMatch(/\bempty\b/);
});

test("the host of the other API is answered with the setting to change", () => {
  expect(hubBaseUrl(SIGNALS)).toMatch(/Signals API.*set signals_base_url/);
  expect(signalsBaseUrl(HUB)).toMatch(/Partner Hub.*set hub_base_url/);
});

test("what may be secret is not repeated", () => {
  expect(headerSecret("secret key")).not.toContain("secret");
  expect(hubBaseUrl("https://user:secret@hub.example")).not.toContain("secret");
});

test.each([
  ["an id", id, "berlinCH\u200b", "berlinCH\\u200b"],
  ["a phone number", phoneNumber, "\u202a+4915550000001\u202c", "\\u202a+4915550000001\\u202c"],
])("a mark in %s that nobody sees is shown as a number", (_, validator, value, shown) => {
  expect(validator(value)).toContain(shown);
});
