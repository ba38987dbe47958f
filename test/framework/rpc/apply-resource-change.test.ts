import type { CreateContext, DeleteContext, UpdateContext } from "../../../src/framework/define/resource";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { titles } from "../../../src/framework/titles";
import { isUnknown, UNKNOWN } from "../../../src/framework/value";
import { complete, type Written } from "../schema/core";
import { type CLIENT, type Door, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

type Client = typeof CLIENT;
type Creating = CreateContext<Client, typeof doorSchema>;
type Updating = UpdateContext<Client, typeof doorSchema>;
type Deleting = DeleteContext<Client, typeof doorSchema>;

const kept = Buffer.from('{ "planned": true }');
const before = { name: "a", open: true, id: "1", changed: "once" };
const config = { name: "a", token: "secret" };
const creation = { config, prior: null, planned: { name: "a", open: true, id: UNKNOWN, changed: UNKNOWN } };
const update = { config: { name: "b" }, prior: before, planned: { ...before, name: "b", changed: UNKNOWN } };
const deletion = { config: null, prior: before, planned: null };

interface Change {
  readonly config: Written | null;
  readonly prior: Written | null;
  readonly planned: Written | null;
}

async function apply(change: Change, operations: Parameters<typeof house>[0]) {
  const { call } = await serve(house(operations));
  const response = await call("ApplyResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, change.config),
    priorState: wire(doorSchema, change.prior),
    plannedState: wire(doorSchema, change.planned),
    plannedPrivate: kept,
  });
  return {
    ...response,
    state: unwire(doorSchema, response.newState),
    text: Buffer.from(response.private).toString(),
  };
}

const create = (run: (context: Creating) => unknown) =>
  apply(creation, { create: (async (context: Creating) => run(context)) as never });
const change = (run: (context: Updating) => unknown) =>
  apply(update, { update: (async (context: Updating) => run(context)) as never });
const remove = (run: (context: Deleting) => unknown) =>
  apply(deletion, { delete: (async (context: Deleting) => void (await run(context))) as never });

/** A result that fits the plan. */
const made = (context: { readonly plan: object }) => ({ ...context.plan, id: "1", changed: "now" }) as Door;

describe("a create", () => {
  test("sees the plan and the configuration with its write-only values, and makes the state", async () => {
    const { state, diagnostics, text, legacyTypeSystem } = await create((context) => {
      const known =
        context.config.token === "secret" && context.plan.token === null && isUnknown(context.plan.id);
      return { ...made(context), changed: known ? `by ${context.client.name}` : "blind" };
    });
    expect(diagnostics).toEqual([]);
    expect(state).toEqual(complete(doorSchema, { name: "a", open: true, id: "1", changed: "by client" }));
    expect({ text, legacyTypeSystem }).toEqual({ text: kept.toString(), legacyTypeSystem: false });
  });

  test("that fails before anything was done leaves no state and nothing private", async () => {
    const { state, diagnostics, text } = await create(() => {
      throw new DiagnosticError("Locked", "Find the key.", "name");
    });
    expect(brief(diagnostics)).toEqual(["error: Locked @ name"]);
    expect({ state, text }).toEqual({ state: null, text: "" });
  });

  test("that fails after it saved leaves what was done, without unknown and write-only values", async () => {
    const { state, diagnostics, text } = await create((context) => {
      context.private.set("half", true);
      context.save({ ...context.plan, id: "1", token: context.config.token } as Door);
      throw new Error("the hinge broke");
    });
    expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
    expect(state).toEqual(complete(doorSchema, { name: "a", open: true, id: "1", changed: null }));
    expect(text).toBe('{"half":true,"planned":true}');
  });

  test("that saves what does not fit fails there, and is told why", async () => {
    const { state, diagnostics } = await create((context) => {
      context.save({ ...made(context), id: 1 } as never);
      return made(context);
    });
    expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")} @ id`]);
    expect(state).toBeNull();
  });

  test("that reports an error and returns a state keeps the state, be it another one than planned", async () => {
    const { state, diagnostics } = await create((context) => {
      context.diagnostics.error("Half open", "It is stuck.");
      return { ...made(context), open: false, changed: UNKNOWN };
    });
    expect(brief(diagnostics)).toEqual(["error: Half open"]);
    expect(state).toEqual(complete(doorSchema, { name: "a", open: false, id: "1" }));
  });

  test("that reports an error and returns nothing leaves no state", async () => {
    const { state, diagnostics } = await create(
      (context) => void context.diagnostics.error("Locked", "Find the key."),
    );
    expect(brief(diagnostics)).toEqual(["error: Locked"]);
    expect(state).toBeNull();
  });

  test("that only warns is done", async () => {
    const { state, diagnostics } = await create((context) => {
      context.diagnostics.warning("Creaks", "Oil it.", "open");
      return made(context);
    });
    expect(brief(diagnostics)).toEqual(["warning: Creaks @ open"]);
    expect(state).toMatchObject({ id: "1" });
  });

  test.each<[string, string, (context: Creating) => unknown, Written]>([
    ["changed", "is still unknown", (context) => ({ ...made(context), changed: UNKNOWN }), { id: "1" }],
    ["id", "must be a string, is a number", (context) => ({ ...made(context), id: 1 }), { changed: "now" }],
    ["id", "is missing", ({ plan }) => ({ ...plan, id: undefined, changed: "now" }), { changed: "now" }],
    [
      "open",
      "was planned with another value than the one that was returned",
      (context) => ({ ...made(context), open: false }),
      { id: "1", changed: "now", open: false },
    ],
    [
      "colour",
      "is not in the schema",
      (context) => ({ ...made(context), colour: "red" }),
      { id: "1", changed: "now" },
    ],
    ["The object", "was not returned", () => undefined, {}],
    ["The object", "was not returned", () => null, {}],
  ])(
    "that returns a result in which %s %s is the provider's bug, yet what was made is in the state",
    async (place, problem, run, expected) => {
      const { state, diagnostics } = await create(run);
      const path = place === "The object" ? "" : ` @ ${place}`;
      expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("result")}${path}`]);
      expect(diagnostics[0]?.detail).toContain(`${place} ${problem}.`);
      expect(diagnostics[0]?.detail).toMatch(/\bcreate\b.*\bbug\b/);
      expect(state).toEqual(complete(doorSchema, { name: "a", open: true, ...expected }));
    },
  );

  test("that returns nothing of use after it saved keeps what it saved", async () => {
    const { state } = await create((context) => void context.save({ ...made(context), changed: "saved" }));
    expect(state).toMatchObject({ id: "1", changed: "saved" });
  });

  test("that returns the configuration does not write its write-only values", async () => {
    const { state, diagnostics } = await create((context) => ({
      ...made(context),
      token: context.config.token,
    }));
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ token: null });
  });
});

describe("an update", () => {
  test("sees the state before it, and makes the one after", async () => {
    const { state, diagnostics, text } = await change((context) => ({
      ...made(context),
      changed: `was ${context.state.name}`,
    }));
    expect(diagnostics).toEqual([]);
    expect(text).toBe(kept.toString());
    expect(state).toMatchObject({ name: "b", id: "1", changed: "was a" });
  });

  test("that fails keeps the state before it, and what is private", async () => {
    const { state, diagnostics, text } = await change(() => {
      throw new Error("stuck");
    });
    expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
    expect(state).toEqual(complete(doorSchema, before));
    expect(text).toBe(kept.toString());
  });

  test("that fails after it saved leaves what was done", async () => {
    const { state } = await change((context) => {
      context.save({ ...context.state, name: "b" });
      throw new Error("stuck");
    });
    expect(state).toEqual(complete(doorSchema, { ...before, name: "b" }));
  });

  test("that returns nothing keeps the state before it", async () => {
    const { state, diagnostics } = await change(() => undefined);
    expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("result")}`]);
    expect(state).toEqual(complete(doorSchema, before));
  });

  test("that returns what it was not asked for is told so", async () => {
    const { state, diagnostics } = await change((context) => ({ ...made(context), name: "c" }));
    expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("result")} @ name`]);
    expect(state).toMatchObject({ name: "c", changed: "now" });
  });
});

describe("a delete", () => {
  test("sees the state, and leaves none, nor anything private", async () => {
    let seen: unknown;
    const { state, diagnostics, text } = await remove((context) => {
      seen = context.state.id;
    });
    expect({ seen, state, diagnostics, text }).toEqual({ seen: "1", state: null, diagnostics: [], text: "" });
  });

  test("that fails keeps the state and what is private", async () => {
    const { state, diagnostics, text } = await remove(() => {
      throw new DiagnosticError("Bolted", "Unbolt it.");
    });
    expect(brief(diagnostics)).toEqual(["error: Bolted"]);
    expect(state).toEqual(complete(doorSchema, before));
    expect(text).toBe(kept.toString());
  });

  test("that fails half-way keeps what it has saved as left", async () => {
    const { state } = await remove((context) => {
      context.save({ ...context.state, note: "half" });
      context.diagnostics.error("Bolted", "Unbolt it.");
    });
    expect(state).toEqual(complete(doorSchema, { ...before, note: "half" }));
  });

  test("that reports an error keeps the state", async () => {
    const { state } = await remove((context) => context.diagnostics.error("Bolted", "Unbolt it."));
    expect(state).toEqual(complete(doorSchema, before));
  });

  test("that only warns is done", async () => {
    const { state, diagnostics } = await remove((context) =>
      context.diagnostics.warning("Left the frame", "It stays."),
    );
    expect(brief(diagnostics)).toEqual(["warning: Left the frame"]);
    expect(state).toBeNull();
  });
});

test("an apply that cannot begin leaves everything as it was", async () => {
  const { call } = await serve(house());
  const priorState = wire(doorSchema, before);
  const answer = await call("ApplyResourceChange", {
    typeName: "house_window",
    priorState,
    plannedPrivate: kept,
  });
  expect(brief(answer.diagnostics)).toEqual([`error: ${titles.unknownType("resource")}`]);
  expect(unwire(doorSchema, answer.newState)).toEqual(complete(doorSchema, before));
  expect(Buffer.from(answer.private)).toEqual(kept);
});
