import { type ProviderFunction, parameter, providerFunction } from "../../../src/framework/define/function";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import { titles } from "../../../src/framework/titles";
import { at, Dynamic, isUnknown, type Type, types, UNKNOWN, type Value } from "../../../src/framework/value";
import { house } from "./example";
import { serve } from "./test-server";

const description = "d";
const about = { summary: "s", description };

const greet = providerFunction({
  ...about,
  name: "greet",
  parameters: {
    name: parameter(types.string, { description }),
    title: parameter(types.string, { description, nullable: true }),
  },
  returns: types.string,
  call: ({ name, title }) => (title === null ? name : `${title} ${name}`),
});

const join = providerFunction({
  ...about,
  name: "join",
  parameters: { between: parameter(types.string, { description }) },
  variadic: { name: "parts", parameter: parameter(types.string, { description }) },
  returns: types.string,
  call({ between }, parts) {
    const empty = parts.indexOf("");
    if (empty !== -1)
      throw new DiagnosticError("Empty part", "A part must not be empty.", at("parts", empty));
    if (between === "") throw new DiagnosticError("Empty separator", "Say what stands between.", "between");
    if (between === "\n") throw new DiagnosticError("No lines", "Lines are not joined.");
    return parts.join(between);
  },
});

const isKnown = providerFunction({
  ...about,
  name: "is_known",
  parameters: { value: parameter(types.list(types.string), { description, unknown: true }) },
  returns: types.bool,
  call: ({ value }) => !isUnknown(value) && !value.some((item) => isUnknown(item)),
});

async function call(definition: ProviderFunction, ...args: readonly (readonly [Type, Value])[]) {
  const server = await serve(house({}, { functions: [definition] }), { configure: false });
  const { result, error } = await server.call("CallFunction", {
    name: definition.name,
    arguments: args.map(([type, value]) => toDynamicValue(type, value)),
  });
  return { result: fromDynamicValue(definition.returns, result), error, lines: server.lines };
}

const text = (value: Value) => [types.string, value] as const;

test("functions are served with their parameters in order, before anything is configured", async () => {
  const server = await serve(house({}, { functions: [greet, join] }), { configure: false });
  const { functions } = await server.call("GetProviderSchema");
  const json = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
  expect(
    functions["greet"]?.parameters.map(({ name, type, allowNullValue, allowUnknownValues }) => [
      name,
      json(type),
      allowNullValue,
      allowUnknownValues,
    ]),
  ).toEqual([
    ["name", '"string"', false, false],
    ["title", '"string"', true, false],
  ]);
  expect(functions["greet"]?.variadicParameter).toBeUndefined();
  expect(functions["join"]).toMatchObject({ summary: "s", variadicParameter: { name: "parts" } });
  expect(json(functions["join"]?.return?.type)).toBe('"string"');
  expect((await server.call("GetFunctions")).functions).toEqual(functions);
});

test("a call gets its arguments by name, null where it may be null", async () => {
  expect((await call(greet, text("Ada"), text("Dr."))).result).toBe("Dr. Ada");
  expect(await call(greet, text("Ada"), text(null))).toMatchObject({ result: "Ada", error: undefined });
});

test("a variadic function takes none or many further arguments", async () => {
  expect((await call(join, text("-"))).result).toBe("");
  expect((await call(join, text("-"), text("a"), text("b"))).result).toBe("a-b");
});

test.each<[string, readonly string[], string, bigint | undefined]>([
  ["a parameter", ["", "a"], "Empty separator: Say what stands between", 0n],
  ["one of the further arguments", ["-", "a", ""], "Empty part: A part must not be empty", 2n],
  ["none of them", ["\n"], "No lines: Lines are not joined", undefined],
])(
  "an error at %s has that argument's position, and no full stop: Terraform sets it",
  async (_case, args, words, at) => {
    const { error, result } = await call(join, ...args.map(text));
    expect(error).toEqual({ text: words, functionArgument: at });
    expect(result).toBeNull();
  },
);

test("a function that does not take unknown values is not called with one, nor with one inside", async () => {
  const never = providerFunction({
    ...about,
    name: "never",
    parameters: { value: parameter(types.list(types.string), { description }) },
    returns: types.string,
    call: () => {
      throw new Error("called");
    },
  });
  for (const value of [UNKNOWN, ["a", UNKNOWN]]) {
    const { result, error } = await call(never, [types.list(types.string), value]);
    expect(error).toBeUndefined();
    expect(isUnknown(result)).toBe(true);
  }
});

test("a function that takes unknown values sees them", async () => {
  const list = types.list(types.string);
  expect((await call(isKnown, [list, ["a"]])).result).toBe(true);
  expect((await call(isKnown, [list, ["a", UNKNOWN]])).result).toBe(false);
  expect((await call(isKnown, [list, UNKNOWN])).result).toBe(false);
});

const anything = (type: Type<unknown>, nullable = false) =>
  providerFunction({
    ...about,
    name: "anything",
    parameters: { value: parameter(type, { description, nullable }) },
    returns: types.bool,
    call: () => true,
  });

test.each<[string, Type, Value, string]>([
  ["itself", types.string, null, "value"],
  ["an element of a list", types.list(types.string), ["a", null], "value[1]"],
  ["an element of a set", types.set(types.string), [null], "value"],
  ["an element of a map", types.map(types.string), new Map([["k", null]]), 'value["k"]'],
  ["a list within an object", types.object({ a: types.list(types.string) }), { a: [null] }, "value.a[0]"],
  ["a dynamic value", types.dynamic, new Dynamic(types.string, null), "value"],
])(
  "null where the author is promised none is refused at the argument: %s",
  async (_case, type, value, place) => {
    const { error } = await call(anything(type), [type, value]);
    expect(error).toEqual({
      text: expect.stringContaining(`${titles.nullArgument}: ${place} `),
      functionArgument: 0n,
    });
  },
);

test("an argument that may be null may not hold null elements all the same", async () => {
  const set = types.set(types.string);
  expect((await call(anything(set, true), [set, null])).result).toBe(true);
  expect((await call(anything(set, true), [set, [null]])).error?.text).toContain(titles.nullArgument);
});

test.each<[Type, Value]>([
  [types.object({ a: types.string }), { a: null }],
  [types.tuple([types.string]), [null]],
])("attributes of objects and elements of tuples may be null", async (type, value) => {
  expect((await call(anything(type), [type, value])).result).toBe(true);
});

test.each([[[]], [["a", "b", "c"]]])(
  "a call with another number of arguments is refused: %j",
  async (args) => {
    expect((await call(greet, ...args.map(text))).error?.text).toMatch(
      new RegExp(`^${titles.argumentCount}: .*\\bgreet takes 2\\b`),
    );
  },
);

const returning = (value: unknown) =>
  providerFunction({
    ...about,
    name: "returning",
    parameters: {},
    returns: types.object({ a: types.number }),
    call: () => value as never,
  });

test.each<[string, unknown, string]>([
  ["another type", { a: "1" }, "a must be a number, is a string"],
  ["nothing", undefined, "The function returning returned nothing"],
  [
    "a Promise",
    Promise.resolve({ a: 1 }),
    "The function returning returned a value that must be an object, is a Promise: the value itself is needed, so await it",
  ],
  [
    "a Map",
    new Map(),
    "The function returning returned a value that must be an object, is a map: make an object of it, as with Object.fromEntries",
  ],
  ["too little", {}, "a is missing"],
  ["an unknown value", { a: UNKNOWN }, "a is unknown"],
])("a result of %s is the provider's bug", async (_case, value, words) => {
  const { error } = await call(returning(value));
  expect(error?.text).toContain(`${titles.invalidReturn("result")}: ${words}.`);
  expect(error?.functionArgument).toBeUndefined();
});

test("null is a result", async () => {
  expect(await call(returning(null))).toMatchObject({ result: null, error: undefined });
});

test("whatever else a function throws is an error too, with its stack in the log alone", async () => {
  const { error, lines } = await call(
    providerFunction({
      ...about,
      name: "bad",
      parameters: {},
      returns: types.bool,
      call: () => JSON.parse("{"),
    }),
  );
  expect(error?.text).toContain(`${titles.unexpectedError}: `);
  expect(error?.text).not.toContain("at JSON.parse");
  expect(JSON.stringify(lines)).toContain("at JSON.parse");
});

test("an unknown function is an error", async () => {
  const server = await serve(house(), { configure: false });
  expect((await server.call("CallFunction", { name: "greet" })).error?.text).toMatch(/^Unknown function: /);
});
