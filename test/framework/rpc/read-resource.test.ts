import type { ReadContext } from "../../../src/framework/define/resource";
import { string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { UNKNOWN } from "../../../src/framework/value";
import { type CLIENT, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

type Reading = ReadContext<typeof CLIENT, typeof doorSchema>;
const before = { name: "a", open: true, id: "1", changed: "once", code: "1234" };
const kept = Buffer.from('{ "seen" : "then" }');

/** Reads a door whose author answers so. */
async function read(answer: (context: Reading) => unknown, bytes: Uint8Array = kept) {
  const { call } = await serve(house({ read: (async (context: Reading) => answer(context)) as never }));
  const response = await call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, before),
    private: bytes,
  });
  return {
    ...response,
    state: unwire(doorSchema, response.newState),
    text: Buffer.from(response.private).toString(),
  };
}

test("what the author read is the new state", async () => {
  const { state, diagnostics } = await read(({ state }) => ({ ...state, open: false, changed: "twice" }));
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({ ...before, open: false, changed: "twice" });
});

test("an object that is gone has no state", async () => {
  const { state, diagnostics } = await read(() => null);
  expect({ state, diagnostics }).toEqual({ state: null, diagnostics: [] });
});

test("private state comes back byte for byte unless its content changed", async () => {
  expect((await read(({ state }) => state)).text).toBe(kept.toString());
  const same = await read(({ state, private: own }) => {
    own.set("seen", own.get("seen") ?? null);
    own.set("more", 1);
    own.remove("more");
    return state;
  });
  expect(same.text).toBe(kept.toString());
  const other = await read(({ state, private: own }) => {
    own.set("seen", "now");
    return state;
  });
  expect(other.text).toBe('{"seen":"now"}');
});

test("private state that nobody can read comes back too", async () => {
  const { text } = await read(
    ({ state, private: own }) => ({ ...state, note: String(own.get("seen")) }),
    Buffer.from("\u0001foreign"),
  );
  expect(text).toBe("\u0001foreign");
});

test("a write-only value that an author returns does not reach the state", async () => {
  const { state, diagnostics } = await read(({ state }) => ({ ...state, token: "secret" }));
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({ token: null });
});

test.each<[string, unknown, string]>([
  ["is missing", { name: "a" }, "changed"],
  [
    "must be a string, is a number",
    { ...before, note: null, token: null, timeouts: null, changed: 7 },
    "changed",
  ],
  ["is still unknown", { ...before, note: null, token: null, timeouts: null, changed: UNKNOWN }, "changed"],
  ["is not in the schema", { ...before, note: null, token: null, timeouts: null, colour: "red" }, "colour"],
])("an attribute that %s is named, and the state stays", async (problem, answer, attribute) => {
  const { state, diagnostics, text } = await read(() => answer);
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")} @ ${attribute}`]);
  expect(diagnostics[0]?.detail).toContain(`${attribute} ${problem}.`);
  expect(diagnostics[0]?.detail).toMatch(/\bbug\b/);
  expect(state).toMatchObject(before);
  expect(text).toBe(kept.toString());
});

test.each([undefined, "state", 7, [], new Map()])(
  "an author who returns %p is told that an object was expected",
  async (answer) => {
    const { diagnostics, state } = await read(() => answer);
    expect(diagnostics[0]?.detail).toContain(answer === undefined ? "not returned" : "an object");
    expect(state).toMatchObject(before);
  },
);

test("an error beside a result keeps the state as it was, whatever the result", async () => {
  for (const answer of [null, undefined, before]) {
    const { diagnostics, state } = await read((context) => {
      context.diagnostics.error("Locked", "Nobody answers.");
      return answer;
    });
    expect(brief(diagnostics)).toEqual(["error: Locked"]);
    expect(state).toMatchObject(before);
  }
});

test("a warning beside a result goes with it", async () => {
  const { diagnostics, state } = await read((context) => {
    context.diagnostics.warning("Creaks", "Oil it.");
    return { ...context.state, note: "creaks" };
  });
  expect(brief(diagnostics)).toEqual(["warning: Creaks"]);
  expect(state).toMatchObject({ note: "creaks" });
});

test("an attribute may be called as JavaScript calls its own", async () => {
  const schema = {
    constructor: string({ description: "d", computed: true }),
    valueOf: string({ description: "d", computed: true }),
  };
  const provider = house({
    schema,
    read: async ({ state }: { state: object }) => ({ ...state, valueOf: "b" }),
  } as never);
  const { call } = await serve(provider);
  const { newState, diagnostics } = await call("ReadResource", {
    typeName: "house_door",
    currentState: wire(schema, Object.assign(Object.create(null), { constructor: "a" })),
  });
  expect(diagnostics).toEqual([]);
  expect({ ...(unwire(schema, newState) as object) }).toEqual({ constructor: "a", valueOf: "b" });
});
