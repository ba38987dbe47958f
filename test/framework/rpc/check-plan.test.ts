import type { CheckPlanContext } from "../../../src/framework/define/resource";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { timeouts } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { UNKNOWN } from "../../../src/framework/value";
import { complete, propose, type Written } from "../schema/core";
import { type CLIENT, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

type Checking = CheckPlanContext<typeof CLIENT, typeof doorSchema>;
const before = { name: "a", open: true, id: "1", changed: "once" };
const kept = Buffer.from('{"seen":"then"}');

interface Asked {
  readonly config?: Written | null;
  readonly prior?: Written | null;
  readonly change?: object;
  readonly configure?: boolean;
}

/** Plans with an author's check; what the check saw is in `seen`. */
async function plan(check: (context: Checking) => unknown, asked: Asked = {}) {
  const { config = { name: "a", open: false }, prior = before, change = {}, configure = true } = asked;
  const seen: Checking[] = [];
  const checkPlan = async (context: Checking) => {
    seen.push(context);
    await check(context);
  };
  const { call, server } = await serve(house({ checkPlan, ...change }), { configure });
  const given = config === null ? null : complete(doorSchema, config);
  const existing = prior === null ? null : complete(doorSchema, prior);
  const answering = call("PlanResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, config),
    priorState: wire(doorSchema, prior),
    proposedNewState: wire(doorSchema, given && propose(doorSchema, given, existing)),
    priorPrivate: kept,
  });
  return { seen, answering, server };
}

async function planned(check: (context: Checking) => unknown, asked?: Asked) {
  const { seen, answering } = await plan(check, asked);
  const { diagnostics, plannedState, plannedPrivate } = await answering;
  const text = Buffer.from(plannedPrivate).toString();
  return { seen, diagnostics, briefs: brief(diagnostics), planned: unwire(doorSchema, plannedState), text };
}

const nothing = () => undefined;

test("a check sees the configuration, the object before, the finished plan and the client", async () => {
  const { seen, briefs } = await planned(async ({ client, diagnostics, private: own }) => {
    await Promise.resolve();
    diagnostics.warning("Locked", `${client.name} ${own.get("seen")}`, "open");
  });
  expect(seen).toMatchObject([
    {
      config: { name: "a", open: false },
      prior: { open: true },
      plan: { open: false, changed: UNKNOWN },
      replaces: false,
      client: { name: "client" },
    },
  ]);
  expect(briefs).toEqual(["warning: Locked @ open"]);
});

test("for a create there is nothing before, for a destroy nothing after", async () => {
  const created = await planned(nothing, { prior: null });
  const destroyed = await planned(nothing, { config: null });
  expect(created.seen).toMatchObject([{ prior: null, plan: { id: UNKNOWN }, replaces: false }]);
  expect(destroyed.seen).toMatchObject([{ config: null, plan: null, prior: before, replaces: false }]);
});

test("a replacement says so", async () => {
  const { seen } = await planned(nothing, { config: { name: "b" } });
  expect(seen).toMatchObject([{ prior: { name: "a" }, plan: { name: "b" }, replaces: true }]);
});

test("a plan without a change is not checked", async () => {
  const { seen, briefs } = await planned(nothing, { config: { name: "a" } });
  expect({ seen, briefs }).toEqual({ seen: [], briefs: [] });
});

test("a check changes neither the plan nor the private state", async () => {
  const meddle = (context: Checking) => {
    (context.plan as { note: string | null }).note = "changed";
    (context.private as unknown as { set(key: string, value: string): void }).set("seen", "now");
    return { name: "another" };
  };
  const { planned: object, text } = await planned(meddle);
  expect(object).toMatchObject({ name: "a", note: null });
  expect(text).toBe(kept.toString());
});

test("a check sees what the plan has set in the private state", async () => {
  const told: unknown[] = [];
  const modifyPlan = ({ plan: own, private: state }: { plan: unknown; private: Map<string, string> }) => {
    state.set("seen", "now");
    return own;
  };
  await planned(({ private: own }) => told.push(own.get("seen")), { change: { modifyPlan } });
  expect(told).toEqual(["now"]);
});

test("an error of a check fails the plan, reported or thrown", async () => {
  const reported = await planned(({ diagnostics }) => diagnostics.error("Walled up", "It stays.", "name"));
  const thrown = await planned(() => {
    throw new DiagnosticError("Walled up", "It stays.", "name");
  });
  expect(reported.briefs).toEqual(["error: Walled up @ name"]);
  expect(thrown.briefs).toEqual(["error: Walled up @ name"]);
  expect(thrown.planned).toMatchObject(before);
});

test("a plan that has an error already is not checked", async () => {
  const modifyPlan = ({ plan: own, diagnostics }: Checking) => {
    diagnostics.error("No", "No.");
    return own;
  };
  const { seen, briefs } = await planned(nothing, { change: { modifyPlan } });
  expect({ seen, briefs }).toEqual({ seen: [], briefs: ["error: No"] });
});

test("a provider that is not configured plans without a check", async () => {
  const { seen, briefs } = await planned(nothing, { configure: false });
  expect({ seen, briefs }).toEqual({ seen: [], briefs: [] });
});

const untilAborted = ({ signal }: Checking) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

test("a check ends with StopProvider", async () => {
  const { seen, answering, server } = await plan(untilAborted);
  while (seen.length === 0) await new Promise(setImmediate);
  server.stop();
  expect(brief((await answering).diagnostics)).toEqual(["error: Stopped"]);
});

test("a check is bounded by 5 minutes, or by the object's own timeouts", async () => {
  const asked = Date.now();
  const { seen } = await planned(nothing);
  expect(seen[0]?.deadline).toBeGreaterThanOrEqual(asked + 5 * 60_000);
  expect(seen[0]?.deadline).toBeLessThanOrEqual(Date.now() + 5 * 60_000);

  const schema = { ...doorSchema, timeouts: timeouts({ plan: "20ms" }) };
  const { call } = await serve(house({ schema, checkPlan: untilAborted } as never));
  const object = wire(schema, { name: "a" });
  const { diagnostics } = await call("PlanResourceChange", {
    typeName: "house_door",
    config: object,
    priorState: wire(schema, null),
    proposedNewState: object,
  });
  expect(brief(diagnostics)).toEqual([`error: ${titles.timeout("plan")} @ timeouts`]);
  expect(diagnostics[0]?.detail).toContain("20ms");
  expect(diagnostics[0]?.detail).not.toContain("state");
});
