import { decodeStateJson } from "../../../../src/framework/protocol";
import { Dynamic, ExactNumber, type Type, types, type Value } from "../../../../src/framework/value";

const { string, number, bool, list, set, map, object, tuple, dynamic } = types;
const decode = (type: Type, json: string) => decodeStateJson(type, Buffer.from(json));

test.each<[Type, string, Value]>([
  [string, '"a"', "a"],
  [number, "1.5", 1.5],
  [number, "9007199254740993", new ExactNumber("9007199254740993")],
  [number, "0.1234567890123456789012345", new ExactNumber("0.1234567890123456789012345")],
  [number, "1.10", 1.1],
  [number, '"42"', 42],
  [bool, "true", true],
  [list(string), '["a",null]', ["a", null]],
  [list(string), "[]", []],
  [list(string), "null", null],
  [set(number), "[1,2]", [1, 2]],
  [map(string), "{}", new Map()],
  [
    map(string),
    '{"__proto__":"a","constructor":"b"}',
    new Map([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]),
  ],
  [tuple([string, number]), '["a",1]', ["a", 1]],
  [object({ a: string, b: number }), '{"a":"x","b":1}', { a: "x", b: 1 }],
  [dynamic, '{"value":"x","type":"string"}', new Dynamic(string, "x")],
  [
    dynamic,
    '{"type":["object",{"a":"number"}],"value":{"a":12345678901234567890}}',
    new Dynamic(object({ a: number }), { a: new ExactNumber("12345678901234567890") }),
  ],
  [dynamic, "null", null],
])("%j from %s", (type, json, value) => {
  expect(decode(type, json)).toEqual(value);
});

test("names that the schema lost are passed over, names that it gained are null", () => {
  expect(decode(object({ kept: string, gained: string }), '{"kept":"a","lost":{"any":["thing"]}}')).toEqual({
    kept: "a",
    gained: null,
  });
});

const channel = object({ id: string, size: number, tags: list(string), peers: map(object({ on: bool })) });

test.each<[Type, string, Value]>([
  [string, "5", "5"],
  [string, "1.50", "1.50"],
  [string, "true", "true"],
  [bool, '"true"', true],
  [bool, '"1"', true],
  [bool, '"0"', false],
  [number, '"5"', 5],
  [number, `1e-${"4".repeat(400)}`, 0],
])("as %s, %s is what cty takes it for", (type, json, value) => {
  expect(decode(type, json)).toEqual(value);
});

test.each<[Type, string, string]>([
  [channel, "[]", "the state is not an object"],
  [channel, '"x"', "the state is not an object"],
  [channel, "1", "the state is not an object"],
  [channel, '{"id":[]}', "id is not a string"],
  [channel, '{"size":"hunter2"}', "size is not a number"],
  [channel, '{"size":true}', "size is not a number"],
  [channel, '{"tags":{}}', "tags is not an array"],
  [channel, '{"tags":["a",{}]}', "tags[1] is not a string"],
  [object({ on: bool }), '{"on":1}', "on is not a bool"],
  [object({ on: bool }), '{"on":"True"}', "on is not a bool"],
  [object({ n: number }), `{"n":1e${"4".repeat(400)}}`, "n is not a number"],
  [channel, '{"peers":[]}', "peers is not an object"],
  [channel, '{"peers":{"b":{"on":"hunter2"}}}', 'peers["b"].on is not a bool'],
  [object({ pair: tuple([string, bool]) }), '{"pair":["a"]}', "pair is not 2 elements"],
  [object({ any: dynamic }), '{"any":"hunter2"}', "any is not an object"],
  [object({ any: dynamic }), '{"any":{"type":"hunter2","value":1}}', "any is not a value with its type"],
  [object({ any: dynamic }), '{"any":{"value":1}}', "any is not a value with its type"],
])("%j does not fit %s, and the error says where", (type, json, message) => {
  expect(() => decode(type, json)).toThrow(new TypeError(message));
});

test("what is no JSON is told from what does not fit", () => {
  expect(() => decode(channel, '{"id":')).toThrow(SyntaxError);
});
