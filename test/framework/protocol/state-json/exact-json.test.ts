import {
  type ExactJson,
  JsonNumber,
  parseExactJson,
} from "../../../../src/framework/protocol/state-json/exact-json";

const number = (text: string) => new JsonNumber(text);

test.each<[string, ExactJson]>([
  ["null", null],
  ["true", true],
  ["false", false],
  [' "a" ', "a"],
  ['"a\\"b\\\\"', 'a"b\\'],
  ['"\\\\\\\\"', "\\\\"],
  ['"\\\\\\""', '\\"'],
  ['"\\u00e9\\n\\ud83d\\ude00"', "\u00e9\n\u{1f600}"],
  ["0", number("0")],
  ["-1.50", number("-1.50")],
  ["1E+3", number("1E+3")],
  ["12345678901234567890.1234567890123456789", number("12345678901234567890.1234567890123456789")],
  ["[]", []],
  ["[1, [2]]", [number("1"), [number("2")]]],
  ["{}", new Map()],
  [
    '{"a" : 1 ,\n"b":[true]}',
    new Map<string, ExactJson>([
      ["a", number("1")],
      ["b", [true]],
    ]),
  ],
  [
    '{"__proto__":"a","1":null,"at":"T12:00","list":[true,["b"]]}',
    new Map<string, ExactJson>([
      ["__proto__", "a"],
      ["1", null],
      ["at", "T12:00"],
      ["list", [true, ["b"]]],
    ]),
  ],
  ['{"a":["b",{"c":0.10}]}', new Map([["a", ["b", new Map([["c", number("0.10")]])]]])],
  [
    '{"__proto__":1,"constructor":2,"1":3}',
    new Map([
      ["__proto__", number("1")],
      ["constructor", number("2")],
      ["1", number("3")],
    ]),
  ],
])("reads %s", (text, value) => {
  expect(parseExactJson(text)).toEqual(value);
});

test.each([
  "",
  " ",
  "nul",
  "truefalse",
  "'a'",
  '"a',
  '"a\\"',
  "01",
  "1.",
  ".5",
  "+1",
  "1e",
  "[",
  "[1",
  "[1,",
  "[1,]",
  "[1 2]",
  "[,1]",
  "{",
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,',
  '{"a":1,}',
  '{"a" 1}',
  "{1:2}",
  '{"a":1 "b":2}',
  "]",
  ":",
  "1 2",
  '"a" "b"',
  "[1]]",
  '"\\x"',
  '"a\nb"',
])("refuses %j", (text) => {
  expect(() => parseExactJson(text)).toThrow(SyntaxError);
});

test("an error never repeats the text", () => {
  for (const text of ['{"password":"hunter2\\x"}', '{"password":hunter2}', '"hunter2']) {
    expect(() => parseExactJson(text)).toThrow(expect.not.stringContaining("hunter2"));
  }
});

test("a string of many megabytes is read", () => {
  const long = `${"x".repeat(9_000_000)}"\\n${"y".repeat(1_000_000)}`;
  expect(parseExactJson(JSON.stringify([long]))).toEqual([long]);
});
