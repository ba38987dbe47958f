import { sameType, typeFromJson, types, typeToJson } from "../../../src/framework/value";

const { string, number, bool, dynamic, list, set, map, object, tuple } = types;

test("a type that is nested without end is refused", () => {
  const deep = Array.from({ length: 1_001 }).reduce<unknown>((inner) => ["list", inner], "string");
  expect(() => typeFromJson(deep)).toThrow("too deeply");
});

test.each([
  [string, "string"],
  [number, "number"],
  [bool, "bool"],
  [dynamic, "dynamic"],
  [list(string), ["list", "string"]],
  [set(number), ["set", "number"]],
  [map(list(bool)), ["map", ["list", "bool"]]],
  [tuple([string, number]), ["tuple", ["string", "number"]]],
  [tuple([]), ["tuple", []]],
  [object({}), ["object", {}]],
  [
    object({ a: string, b: object({ c: dynamic }) }),
    ["object", { a: "string", b: ["object", { c: "dynamic" }] }],
  ],
])("%j has the JSON form %j, both ways", (type, json) => {
  expect(typeToJson(type)).toEqual(json);
  expect(sameType(typeFromJson(json), type)).toBe(true);
});

test("attributes may have the names of what every object has", () => {
  const json: unknown = JSON.parse('["object",{"__proto__":"string","constructor":"number"}]');
  const type = typeFromJson(json);
  expect(JSON.stringify(typeToJson(type))).toBe('["object",{"__proto__":"string","constructor":"number"}]');
});

test("a third element, which names optional attributes, changes nothing", () => {
  expect(typeToJson(typeFromJson(["object", { a: "string" }, ["a"]]))).toEqual(["object", { a: "string" }]);
});

test.each([
  null,
  1,
  "strin",
  {},
  [],
  ["list"],
  ["list", "x"],
  ["tuple", "string"],
  ["object", null],
  ["object", ["a"]],
  ["bag", "string"],
])("%j is no type", (json) => {
  expect(() => typeFromJson(json)).toThrow(TypeError);
});

test("the order of attributes makes no difference to a type, at any depth", () => {
  const one = list(object({ a: string, b: number }));
  const other = list(object({ b: number, a: string }));
  expect(sameType(one, other)).toBe(true);
  expect(sameType(map(one), map(other))).toBe(true);
  expect(sameType(tuple([one]), tuple([other]))).toBe(true);
});

test.each([
  [string, number],
  [list(string), set(string)],
  [tuple([string]), tuple([string, string])],
  [object({ a: string }), object({ a: string, b: string })],
  [object({ "a:string,b": string }), object({ a: string, b: string })],
])("%j and %j differ", (a, b) => {
  expect(sameType(a, b)).toBe(false);
});
