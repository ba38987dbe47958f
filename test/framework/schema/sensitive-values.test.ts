import {
  dynamic,
  listNested,
  mapNested,
  number,
  ofType,
  type Schema,
  SensitiveValues,
  setNested,
  singleNested,
  string,
} from "../../../src/framework/schema";
import { Dynamic, ExactNumber, types, UNKNOWN } from "../../../src/framework/value";
import { complete, type Written } from "./core";

const description = "d";
const optional = { description, optional: true } as const;
const sensitive = { ...optional, sensitive: true } as const;
const HIDDEN = "(sensitive value)";

function hide(schema: Schema, written: Written, text: string): string {
  const values = new SensitiveValues();
  values.note(schema, complete(schema, written));
  return values.hide(text);
}

test.each<[string, Schema, Written]>([
  ["a sensitive string", { a: string(sensitive) }, { a: "hunter2" }],
  ["a write-only string", { a: string({ ...optional, writeOnly: true }) }, { a: "hunter2" }],
  [
    "an element of a sensitive list",
    { a: ofType(types.list(types.string), sensitive) },
    { a: ["x", "hunter2"] },
  ],
  [
    "a value of a sensitive map",
    { a: ofType(types.map(types.string), sensitive) },
    { a: new Map([["k", "hunter2"]]) },
  ],
  [
    "a key of a sensitive map",
    { a: ofType(types.map(types.string), sensitive) },
    { a: new Map([["hunter2", "v"]]) },
  ],
  [
    "a part of a sensitive dynamic value",
    { a: dynamic(sensitive) },
    { a: new Dynamic(types.object({ p: types.string }), { p: "hunter2" }) },
  ],
  [
    "a part of a sensitive object",
    { a: singleNested({ p: string(optional) }, sensitive) },
    { a: { p: "hunter2" } },
  ],
  [
    "a sensitive part of an object",
    { a: singleNested({ p: string(sensitive) }, optional) },
    { a: { p: "hunter2" } },
  ],
  [
    "a sensitive part in a list",
    { a: listNested({ p: string(sensitive) }, optional) },
    { a: [UNKNOWN, { p: "hunter2" }] },
  ],
  [
    "a sensitive part in a set",
    { a: setNested({ p: string(sensitive) }, optional) },
    { a: [{ p: "hunter2" }] },
  ],
  [
    "a sensitive part in a map",
    { a: mapNested({ p: string(sensitive) }, optional) },
    { a: new Map([["k", { p: "hunter2" }]]) },
  ],
])("%s is hidden", (_what, schema, written) => {
  expect(hide(schema, written, 'the password "hunter2" is wrong')).toBe(`the password "${HIDDEN}" is wrong`);
});

test("what is not sensitive is not hidden, unknown and null are nothing to hide", () => {
  expect(hide({ a: string(optional) }, { a: "hello" }, "hello")).toBe("hello");
  expect(
    hide({ a: string(sensitive), b: string(sensitive) }, { a: UNKNOWN, b: "" }, "null and [object Object]"),
  ).toBe("null and [object Object]");
});

test.each([
  ["as it stands in JSON", 'say "hi"\n', '{"p":"say \\"hi\\"\\n"}', `{"p":"${HIDDEN}"}`],
  ["as it stands in a URL", "a b/c&d", "GET /x?p=a%20b%2Fc%26d", `GET /x?p=${HIDDEN}`],
  ["with characters that mean something in a pattern", "p.*$&", "is p.*$& here", `is ${HIDDEN} here`],
  [
    "in JSON within JSON",
    'say "hi"/',
    'got {\\"p\\":\\"say \\\\\\"hi\\\\\\"\\\\/\\"}',
    `got {\\"p\\":\\"${HIDDEN}\\"}`,
  ],
  ["percent-encoded twice", "a b/c&d", "p=a%2520b%252Fc%2526d", `p=${HIDDEN}`],
  ["with half a surrogate pair", "key\ud83d", "is key\ud83d here", `is ${HIDDEN} here`],
])("a value is hidden %s", (_what, secret, text, expected) => {
  expect(hide({ a: string(sensitive) }, { a: secret }, text)).toBe(expected);
});

test("a short value is hidden where it stands alone, and not within other words", () => {
  expect(hide({ a: number(sensitive) }, { a: 40 }, "status 401 after 40 tries: (40), 140 left")).toBe(
    `status 401 after ${HIDDEN} tries: (${HIDDEN}), 140 left`,
  );
  expect(hide({ a: string(sensitive) }, { a: "a+b" }, "a+b is short")).toBe(`${HIDDEN} is short`);
});

test("exact numbers are hidden with every digit", () => {
  expect(
    hide({ a: number(sensitive) }, { a: new ExactNumber("9007199254740993") }, "9007199254740993?"),
  ).toBe(`${HIDDEN}?`);
});

test("a value that begins with another one is hidden whole", () => {
  const schema = { a: string(sensitive), b: string(sensitive) };
  expect(hide(schema, { a: "hunter", b: "hunter22" }, "hunter22")).toBe(HIDDEN);
});

test("objects that come in later count too", () => {
  const values = new SensitiveValues();
  const schema = { a: string(sensitive) };
  expect(values.hide("first second")).toBe("first second");
  values.note(schema, complete(schema, { a: "first" }));
  expect(values.hide("first second")).toBe(`${HIDDEN} second`);
  values.note(schema, complete(schema, { a: "second" }));
  expect(values.hide("first second")).toBe(`${HIDDEN} ${HIDDEN}`);
});
