import {
  findReplaced,
  keepForms,
  listNested,
  mapNested,
  ofType,
  setBlock,
  setNested,
  string,
} from "../../../../src/framework/schema";
import { formatPath, type ObjectValue, types, UNKNOWN, type Value } from "../../../../src/framework/value";

const description = "d";
const asked: (readonly [string, string])[] = [];
const text = string({
  description,
  optional: true,
  equal(a, b) {
    asked.push([a, b]);
    return a.toLowerCase() === b.toLowerCase();
  },
});
const optional = { description, optional: true } as const;
const plain = string(optional);
const schema = {
  text,
  plain,
  list: listNested({ text, plain }, { description, optional: true }),
  map: mapNested({ text }, { description, optional: true }),
};

const keep = (before: object | null, values: object) =>
  keepForms(
    schema,
    before as ObjectValue | null,
    { plain: null, list: null, map: null, ...values } as ObjectValue,
  );

test("a value that means the same keeps the form that it had", () => {
  expect(keep({ text: "A", plain: "A" }, { text: "a", plain: "a" })).toMatchObject({ text: "A", plain: "a" });
});

test("a value that means something else is taken as it is", () => {
  expect(keep({ text: "A" }, { text: "b" })).toMatchObject({ text: "b" });
});

describe("of a set", () => {
  const parts = { text, plain, inner: setNested({ text }, { description, optional: true }) };
  const sets = {
    set: setNested(parts, { description, optional: true }),
    block: setBlock(parts, { description }),
  };
  const element = (name: string, inner: string | null = null, other: string | null = null) => ({
    text: name,
    plain: other,
    inner: inner === null ? null : [{ text: inner }],
  });
  const kept = (before: readonly object[], after: readonly object[]) =>
    keepForms(
      sets,
      { set: before, block: before } as unknown as ObjectValue,
      { set: after, block: after } as unknown as ObjectValue,
    );

  test("an element that means the same as one that was there keeps its form, in any order and at any depth", () => {
    const before = [element("A"), element("B", "X")];
    const after = [element("b", "x"), element("c"), element("a")];
    const expected = [element("B", "X"), element("c"), element("A")];
    expect(kept(before, after)).toEqual({ set: expected, block: expected });
  });

  test("one that differs in anything else is another one, and so is one whose form is taken", () => {
    const before = [element("A", null, "p"), element("B")];
    const after = [element("a", null, "q"), element("b"), element("B")];
    expect(kept(before, after)["set"]).toEqual(after);
  });

  test("what is not known means nothing yet", () => {
    const after = [UNKNOWN, { ...element("a"), text: UNKNOWN }];
    expect(kept([element("A")], after)["set"]).toEqual(after);
  });
});

test("the rule is found within lists and maps, element by element, where there was one before", () => {
  const before = { text: null, list: [{ text: "A" }], map: new Map([["k", { text: "A" }]]) };
  const after = {
    text: null,
    list: [
      { text: "a", plain: "p" },
      { text: "new", plain: null },
    ],
    map: new Map([
      ["k", { text: "a" }],
      ["l", { text: "a" }],
    ]),
  };
  expect(keep(before, after)).toMatchObject({
    list: [
      { text: "A", plain: "p" },
      { text: "new", plain: null },
    ],
    map: new Map([
      ["k", { text: "A" }],
      ["l", { text: "a" }],
    ]),
  });
});

test.each<[Value, Value]>([
  [null, "a"],
  ["a", null],
  [UNKNOWN, "a"],
  ["a", UNKNOWN],
])("the rule is never asked about null or unknown: pair %#", (before, value) => {
  asked.length = 0;
  expect(keep({ text: before }, { text: value })).toMatchObject({ text: value });
  expect(asked).toEqual([]);
});

test("without anything before, or without a rule in the schema, the very object comes back", () => {
  const values = { plain: "a" } as const;
  expect(keepForms({ plain }, { plain: "A" }, values)).toBe(values);
  expect(keepForms(schema, null, values)).toBe(values);
});

describe("what needs a new object", () => {
  const replaced = (options: object, change: { before: Value; after: Value; configured?: Value }) =>
    findReplaced(
      { a: string({ description, optional: true, computed: true, ...options }) },
      { a: change.before },
      { a: change.after },
      { a: change.configured ?? null },
    ).map(formatPath);

  test("a change to what the user configured, and no other one", () => {
    const options = { replaces: "if configured" };
    expect(replaced(options, { before: "a", after: "b", configured: "b" })).toEqual(["a"]);
    expect(replaced(options, { before: "a", after: UNKNOWN })).toEqual([]);
    expect(replaced(options, { before: "a", after: "a", configured: "a" })).toEqual([]);
  });

  test("a change that its rule says so of, which is asked about changes alone", () => {
    const seen: unknown[] = [];
    const options = {
      replaces(before: Value, after: Value) {
        seen.push([before, after]);
        return before !== null;
      },
    };
    expect(replaced(options, { before: "a", after: "b" })).toEqual(["a"]);
    expect(replaced(options, { before: null, after: "b" })).toEqual([]);
    expect(replaced(options, { before: "b", after: "b" })).toEqual([]);
    expect(replaced(options, { before: "b", after: UNKNOWN })).toEqual(["a"]);
    expect(seen).toEqual([
      ["a", "b"],
      [null, "b"],
    ]);
  });

  test("a value that is not wholly known, unless the rule asks for such values", () => {
    const seen: unknown[] = [];
    const when = (before: Value, after: Value) => {
      seen.push([before, after]);
      return false;
    };
    const list = { list: ofType(types.list(types.string), { ...optional, replaces: () => false }) };
    const partial = {
      list: ofType(types.list(types.string), { ...optional, replaces: { partial: true, when } }),
    };
    const [prior, planned] = [{ list: ["a"] }, { list: ["a", UNKNOWN] }];

    expect(findReplaced(list, prior, planned).map(formatPath)).toEqual(["list"]);
    expect(findReplaced(partial, prior, planned)).toEqual([]);
    expect(seen).toEqual([[["a"], ["a", UNKNOWN]]]);
  });

  test("a rule within an element of a list goes by that element's own configuration", () => {
    const inner = { a: string({ description, optional: true, computed: true, replaces: "if configured" }) };
    const list = listNested(inner, { description, optional: true });
    const paths = findReplaced(
      { list },
      { list: [{ a: "1" }, { a: "1" }] },
      { list: [{ a: "2" }, { a: "2" }] },
      { list: [{ a: null }, { a: "2" }] },
    );
    expect(paths.map(formatPath)).toEqual(["list[1].a"]);
  });
});
