import { entriesOf } from "../../../src/framework/value";

test("entries are those of the record, in its order", () => {
  expect(entriesOf({ b: 1, a: 2 })).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
});

test("entries of one record are worked out once, and those of its like are its own", () => {
  const record = { a: 1 };

  expect(entriesOf(record)).toBe(entriesOf(record));
  expect(entriesOf({ a: 2 })).toEqual([["a", 2]]);
});
