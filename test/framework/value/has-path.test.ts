import { at, Dynamic, hasPath, type Path, types, UNKNOWN, type Value } from "../../../src/framework/value";

const { string, list, set, map, object, dynamic } = types;
const type = object({
  name: string,
  tags: list(string),
  owners: set(string),
  peers: map(object({ on: types.bool })),
  any: dynamic,
  later: object({ a: string }),
});
const value = {
  name: null,
  tags: ["a"],
  owners: ["o"],
  peers: new Map([["k", { on: true }]]),
  any: new Dynamic(object({ a: string }), { a: "x" }),
  later: UNKNOWN,
};
const peer = (key: string, ...rest: Path): Path => [...at("peers"), { key }, ...rest];

test.each<[Path, Value]>([
  [[], value],
  [at("name"), value],
  [at("tags", 0), value],
  [at("owners"), value],
  [peer("k", ...at("on")), value],
  [at("any", "a"), value],
  [at("later", "a"), value],
])("%j leads to something", (path, whole) => {
  expect(hasPath(type, whole, path)).toBe(true);
});

test.each<[Path, Value]>([
  [at("colour"), value],
  [at("constructor"), value],
  [at("name", "first"), value],
  [at("tags", 1), value],
  [at("owners", 0), value],
  [peer("l"), value],
  [peer("k", ...at("off")), value],
  [[...at("any"), { key: "a" }], value],
  [at("name"), null],
])("%j leads nowhere", (path, whole) => {
  expect(hasPath(type, whole, path)).toBe(false);
});
