import { type Json, PrivateState } from "../../../src/framework/define/private-state";

const text = (state: PrivateState) => Buffer.from(state.bytes).toString();
const of = (json: string) => new PrivateState(Buffer.from(json));

test("nothing kept is no bytes", () => {
  expect(text(new PrivateState())).toBe("");
});

test("values are kept under their keys", () => {
  const state = new PrivateState();
  state.set("b", { when: [1, null, true, "x"] });
  state.set("a", 1);
  expect(text(state)).toBe('{"a":1,"b":{"when":[1,null,true,"x"]}}');
  expect(of(text(state)).get("b")).toEqual({ when: [1, null, true, "x"] });
  expect(state.get("c")).toBeUndefined();
});

test.each<[string, (state: PrivateState) => void]>([
  ["is not touched", () => undefined],
  ["is only read", (state) => void state.get("a")],
  ["gets the same values again", (state) => state.set("a", { deep: [1] })],
  [
    "gets a key that goes again",
    (state) => {
      state.set("x", 1);
      state.remove("x");
    },
  ],
  [
    "loses a key that comes again",
    (state) => {
      state.remove("a");
      state.set("a", { deep: [1] });
    },
  ],
  ["loses a key that it never had", (state) => state.remove("x")],
])("the very same bytes come back when it %s", (_what, use) => {
  const bytes = Buffer.from(' { "b" : 2, "a" : {"deep":[1]} } ');
  const state = new PrivateState(bytes);
  use(state);
  expect(state.bytes).toBe(bytes);
});

test("a key that is removed is gone, and without keys nothing is kept", () => {
  const state = of('{"a":1,"b":2}');
  state.remove("a");
  expect(text(state)).toBe('{"b":2}');
  state.remove("b");
  expect(text(state)).toBe("");
});

test("the same content has the same bytes, whatever the order in which it came", () => {
  const one = new PrivateState();
  const two = new PrivateState();
  for (const key of ["a", "b", "10", "2"]) one.set(key, key);
  for (const key of ["2", "10", "b", "a"]) two.set(key, key);
  expect(text(one)).toBe(text(two));
});

test.each(["", "\u0000\u0001", "not json", "[1]", "null", "7", '"x"'])(
  "%j, which we did not write, counts as nothing kept and is handed back",
  (bytes) => {
    const state = of(bytes);
    expect(state.get("a")).toBeUndefined();
    expect(text(state)).toBe(bytes);
    state.set("a", 1);
    expect(text(state)).toBe('{"a":1}');
  },
);

test.each(["__proto__", "constructor", "toString"])("%s is a key like any other", (key) => {
  const state = new PrivateState();
  expect(state.get(key)).toBeUndefined();
  state.set(key, "x");
  expect(of(text(state)).get(key)).toBe<Json>("x");
});
