import type { PlanContext, PlanDestroyContext } from "../../../src/framework/define/resource";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { planValues } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { at, isUnknown, type Path, UNKNOWN, Unknown } from "../../../src/framework/value";
import { complete, propose, type Written } from "../schema/core";
import { type CLIENT, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

type Planning = PlanContext<typeof CLIENT, typeof doorSchema>;
const before = { name: "a", open: true, id: "1", changed: "once" };
const kept = Buffer.from('{"seen":"then"}');

interface Asked {
  readonly config?: Written | null;
  readonly prior?: Written | null;
  readonly modifyPlan?: (context: Planning) => unknown;
}

/** Plans as core would: with its own proposal. */
async function plan({ config = { name: "a" }, prior = before, modifyPlan }: Asked) {
  const { call } = await serve(house(modifyPlan === undefined ? {} : { modifyPlan: modifyPlan as never }));
  const given = config === null ? null : complete(doorSchema, config);
  const existing = prior === null ? null : complete(doorSchema, prior);
  const response = await call("PlanResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, config),
    priorState: wire(doorSchema, prior),
    proposedNewState: wire(doorSchema, given && propose(doorSchema, given, existing)),
    priorPrivate: kept,
  });
  const replaces = response.requiresReplace.map(({ steps }) =>
    steps.map((step) => step.attributeName ?? step.elementKeyString ?? Number(step.elementKeyInt)),
  );
  const text = Buffer.from(response.plannedPrivate).toString();
  return { ...response, planned: unwire(doorSchema, response.plannedState), replaces, text };
}

test("a create is planned by the schema", async () => {
  const { planned, replaces, diagnostics, legacyTypeSystem, deferred } = await plan({
    config: { name: "a", token: "t" },
    prior: null,
  });
  expect(planned).toEqual(complete(doorSchema, { name: "a", open: true, id: UNKNOWN, changed: UNKNOWN }));
  expect({ replaces, diagnostics, legacyTypeSystem, deferred }).toEqual({
    replaces: [],
    diagnostics: [],
    legacyTypeSystem: false,
    deferred: undefined,
  });
});

test("without a change the prior state is planned", async () => {
  const { planned, replaces } = await plan({});
  expect({ planned, replaces }).toEqual({ planned: complete(doorSchema, before), replaces: [] });
});

test("an update leaves open what may change, and names what needs a new object", async () => {
  const { planned, replaces } = await plan({ config: { name: "b" } });
  expect(planned).toMatchObject({ name: "b", id: "1", changed: UNKNOWN });
  expect(replaces).toEqual([["name"]]);
});

test("for the second half of a replacement, core asks again without a prior state", async () => {
  const { planned, replaces } = await plan({ config: { name: "b" }, prior: null });
  expect(planned).toMatchObject({ name: "b", id: UNKNOWN, changed: UNKNOWN });
  expect(replaces).toEqual([]);
});

test("a destroy is planned as nothing, without asking the author", async () => {
  const modifyPlan = () => {
    throw new Error("not to be asked");
  };
  const { planned, diagnostics, text } = await plan({ config: null, modifyPlan });
  expect({ planned, diagnostics, text }).toEqual({ planned: null, diagnostics: [], text: kept.toString() });
});

describe("planDestroy", () => {
  async function planDestroy(look: (context: PlanDestroyContext<typeof CLIENT, typeof doorSchema>) => void) {
    const { call } = await serve(house({ planDestroy: look }));
    const { plannedState, plannedPrivate, diagnostics } = await call("PlanResourceChange", {
      typeName: "house_door",
      config: wire(doorSchema, null),
      priorState: wire(doorSchema, before),
      proposedNewState: wire(doorSchema, null),
      priorPrivate: kept,
    });
    const text = Buffer.from(plannedPrivate).toString();
    return { planned: unwire(doorSchema, plannedState), diagnostics: brief(diagnostics), text };
  }

  test("sees the object, and what it says goes with a plan that stays nothing", async () => {
    const answer = await planDestroy(({ state, client, private: own, diagnostics }) => {
      diagnostics.warning("Draughty", `${state.name} ${client.name} ${own.get("seen")}`);
      diagnostics.error("Walled up", "It cannot go.");
      own.set("seen", "now");
    });
    expect(answer).toEqual({
      planned: null,
      diagnostics: ["warning: Draughty", "error: Walled up"],
      text: kept.toString(),
    });
  });

  test("fails the plan when it throws, or waits", async () => {
    const thrown = await planDestroy(() => {
      throw new DiagnosticError("Walled up", "It cannot go.");
    });
    const waited = await planDestroy((async () => {}) as () => void);
    expect(thrown.diagnostics).toEqual(["error: Walled up"]);
    expect(waited.diagnostics).toEqual([`error: ${titles.asynchronousPlan}`]);
  });

  test("is not asked when core plans the second half of a replacement", async () => {
    const { call } = await serve(
      house({
        planDestroy: () => {
          throw new Error("not to be asked");
        },
      }),
    );
    const { diagnostics } = await call("PlanResourceChange", {
      typeName: "house_door",
      config: wire(doorSchema, { name: "b" }),
      priorState: wire(doorSchema, null),
      proposedNewState: wire(doorSchema, { name: "b", open: true }),
    });
    expect(diagnostics).toEqual([]);
  });
});

test("private state comes back byte for byte, unless the author changes it", async () => {
  expect((await plan({})).text).toBe(kept.toString());
  const changed = await plan({
    modifyPlan: ({ plan, private: own }) => {
      own.set("planned", own.get("seen") ?? null);
      return plan;
    },
  });
  expect(changed.text).toBe('{"planned":"then","seen":"then"}');
});

test.each([
  ["the plan before it, in an apply", Buffer.from('{"decided":"then"}'), "then"],
  ["null, where core sends none", undefined, "now"],
])("an author may see what was decided in %s", async (_case, plannedPrivate, decided) => {
  const { call } = await serve(
    house({
      modifyPlan: ({ plan, private: own, planned }: Planning) => {
        own.set("decided", planned?.get("decided") ?? "now");
        return plan;
      },
    }),
  );
  const object = wire(doorSchema, before);
  const response = await call("PlanResourceChange", {
    ...{ typeName: "house_door", config: wire(doorSchema, { name: "a" }), priorPrivate: kept },
    ...{ priorState: object, proposedNewState: object },
    ...(plannedPrivate === undefined ? {} : { plannedPrivate }),
  });
  expect(JSON.parse(Buffer.from(response.plannedPrivate).toString())).toEqual({ decided, seen: "then" });
});

test("the author has the last word on what is computed, and may see all there is", async () => {
  const { planned, diagnostics } = await plan({
    config: { name: "b", note: UNKNOWN },
    modifyPlan: ({ plan, state, config, client, signal }) => {
      const seen = isUnknown(config.note) && state?.name === "a" && !signal.aborted;
      return { ...plan, changed: seen ? `by ${client.name}` : "blind" };
    },
  });
  expect(diagnostics).toEqual([]);
  expect(planned).toMatchObject({ name: "b", note: UNKNOWN, changed: "by client" });
});

test("what the author changes counts for replacement, and so does what the author asks for, once", async () => {
  const replaced = await plan({
    config: { name: "a", note: "n", timeouts: { create: "1m" } },
    modifyPlan: ({ plan, replace }) => {
      replace("note");
      replace(at("note"));
      replace(at("timeouts", "create"));
      return plan;
    },
  });
  expect(replaced.replaces).toEqual([["note"], ["timeouts", "create"]]);
});

test("an author may ask for a replacement of what is created: core would not listen, so it is left out", async () => {
  const { replaces } = await plan({
    prior: null,
    modifyPlan: ({ plan, replace }) => {
      replace("name");
      return plan;
    },
  });
  expect(replaces).toEqual([]);
});

test.each<[string, Path]>([
  ["colour", at("colour")],
  ["timeouts.create", at("timeouts", "create")],
  ['timeouts["create"]', [...at("timeouts"), { key: "create" }]],
  ["name[0]", at("name", 0)],
])("a replacement for %s, where there is nothing, is the provider's bug", async (place, path) => {
  const { replaces, diagnostics } = await plan({
    modifyPlan: (context) => {
      context.replace(path);
      return context.plan;
    },
  });
  expect(brief(diagnostics)).toEqual([expect.stringContaining(titles.invalidReturn("plan"))]);
  expect(diagnostics[0]?.detail).toMatch(`${place} `);
  expect(replaces).toEqual([]);
});

test.each<[string, string, (context: Planning) => unknown]>([
  [
    "name",
    "is planned with another value than the configured one",
    ({ plan }) => ({ ...plan, name: "other" }),
  ],
  [
    "note",
    "is not computed and not configured, yet a value is planned",
    ({ plan }) => ({ ...plan, note: "n" }),
  ],
  ["open", "must be a bool, is a string", ({ plan }) => ({ ...plan, open: "yes" })],
  ["changed", "is missing", ({ plan }) => ({ ...plan, changed: undefined })],
  ["The object", "was not returned", () => undefined],
  ["The object", "was not returned", () => null],
])("a plan in which %s %s is the provider's bug, and says so", async (place, problem, modifyPlan) => {
  const { planned, diagnostics, text } = await plan({ modifyPlan });
  const path = place === "The object" ? "" : ` @ ${place}`;
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("plan")}${path}`]);
  expect(diagnostics[0]?.detail).toContain(`${place} ${problem}.`);
  expect(diagnostics[0]?.detail).toMatch(/\bbug\b/);
  expect(planned).toEqual(complete(doorSchema, before));
  expect(text).toBe(kept.toString());
});

test("a plan within which something is wrong is named at its place", async () => {
  const { diagnostics } = await plan({
    config: { name: "a", timeouts: { create: "1m" } },
    modifyPlan: ({ plan }) => ({
      ...plan,
      timeouts: { create: "2m", read: null, update: null, delete: null },
    }),
  });
  expect(diagnostics[0]?.detail).toMatch(/^timeouts\.create /);
});

test("a write-only value that an author plans is left out", async () => {
  const { planned, diagnostics } = await plan({
    config: { name: "a", token: "secret" },
    modifyPlan: ({ plan }) => ({ ...plan, token: "secret" }),
  });
  expect(diagnostics).toEqual([]);
  expect(planned).toMatchObject({ token: null });
});

test("a plan that waits is refused, and what it ends with disturbs nobody", async () => {
  const modifyPlan = async () => {
    throw new Error("later");
  };
  const { diagnostics } = await plan({ modifyPlan });
  expect(brief(diagnostics)).toEqual([`error: ${titles.asynchronousPlan}`]);
});

test("an author who finds an error need not return a plan", async () => {
  const { planned, diagnostics } = await plan({
    modifyPlan: (context) => void context.diagnostics.error("Walled up", "There is no door.", "name"),
  });
  expect(brief(diagnostics)).toEqual(["error: Walled up @ name"]);
  expect(planned).toEqual(complete(doorSchema, before));
});

test("an author's warning goes with the plan", async () => {
  const { planned, diagnostics } = await plan({
    config: { name: "b" },
    modifyPlan: (context) => {
      context.diagnostics.warning("Draughty", "Close it.", "open");
      return context.plan;
    },
  });
  expect(brief(diagnostics)).toEqual(["warning: Draughty @ open"]);
  expect(planned).toMatchObject({ name: "b" });
});

test("what core says of an unknown value comes back to it byte for byte", async () => {
  const prefixed = new Unknown(Buffer.from("8201c202a47072652d", "hex"));
  const { plannedState } = await plan({ config: { name: "a", note: prefixed } });
  expect(Buffer.from(plannedState?.msgpack ?? []).toString("hex")).toContain("c7090c8201c202a47072652d");
});

test("the same question gets the same bytes", async () => {
  const [one, two] = await Promise.all([plan({ config: { name: "b" } }), plan({ config: { name: "b" } })]);
  expect(one.plannedState?.msgpack).toEqual(two.plannedState?.msgpack);
});

test("a plan that became known at apply keeps every value that was known before", async () => {
  const first = await plan({ config: { name: UNKNOWN } });
  const final = await plan({ config: { name: "a" } });
  expect(first.planned).toMatchObject({ name: UNKNOWN, open: true, id: "1" });
  expect(final.planned).toEqual(complete(doorSchema, before));
  const change = { config: complete(doorSchema, { name: "a" }), prior: complete(doorSchema, before) };
  expect(
    planValues(doorSchema, { ...change, proposed: propose(doorSchema, change.config, change.prior) }),
  ).toEqual(final.planned);
});
