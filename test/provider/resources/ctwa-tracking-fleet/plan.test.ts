import { UNKNOWN } from "../../../../src/framework";
import { PlanChecks } from "../../../../src/provider/plan-checks/plan-checks";
import type { SwitchPace } from "../../../../src/provider/plan-checks/switch-forecast";
import { createSession } from "../../../../src/provider/session";
import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, type Declaration, FleetLife, type FleetPlan, plain } from "./fleet-life";

const three = { aCH: true, bCH: true, cCH: true };
const errorsOf = ({ diagnostics }: FleetPlan) =>
  diagnostics.list.filter(({ severity }) => severity === "error");
const OPEN = { pending: UNKNOWN, tracked_count: UNKNOWN, verification: UNKNOWN };

async function created(parts = {}): Promise<FleetLife> {
  const life = new FleetLife(fakeHub(["aCH", "bCH", "cCH", "dCH"].map((id) => channel(id))));
  await life.apply(config(three, parts));
  life.said();
  return life;
}

test("a new fleet has its defaults, the provider's partner, and leaves open what the hub will say", () => {
  const { plan } = new FleetLife(fakeHub([])).plan(config({ aCH: true, bCH: false }));

  expect({ ...plan, channels: plain(plan.channels) }).toEqual({
    channels: { aCH: true, bCH: false },
    client_id: null,
    on_create: "switch",
    last_change: "1 off, 1 on",
    partner_id: "examplePA",
    on_destroy: "disable",
    reassert_after: null,
    max_changes: null,
    id: UNKNOWN,
    timeouts: null,
    ...OPEN,
  });
});

test("a new fleet needs a partner", () => {
  const planned = new FleetLife(fakeHub([], { partnerId: null })).plan(config({ aCH: true }));

  expect(errorsOf(planned)).toMatchObject([{ summary: "Missing partner" }]);
});

test("nothing is planned where nothing differs", async () => {
  const life = await created();

  expect(changes(life.plan(config(three)), life.state)).toEqual({});
});

test.each([
  ["on_destroy", { on_destroy: "keep" }],
  ["reassert_after", { reassert_after: "24h" }],
  ["max_changes", { max_changes: 5 }],
  ["timeouts", { timeouts: { create: "1h" } }],
])("a change of %s alone plans nothing else", async (name, parts) => {
  const life = await created();

  expect(Object.keys(changes(life.plan(config(three, parts)), life.state))).toEqual([name]);
});

test.each([
  ["flipped", { ...three, aCH: false }, "1 off, 0 on"],
  ["added", { ...three, dCH: true }, "0 off, 1 on"],
  ["removed", { aCH: true, bCH: true }, "1 off, 0 on"],
])("where a key is %s, what the apply will find out is open, and the id stays", async (_, channels, text) => {
  const life = await created();

  const found = changes(life.plan(config(channels)), life.state);

  expect(found).toEqual({ channels: expect.anything(), last_change: text, ...OPEN });
});

test("an unknown map, or an unknown switch in it, leaves open what the apply will find out", async () => {
  const life = await created();

  expect(life.plan({ ...config(three), channels: UNKNOWN }).plan).toMatchObject({
    ...OPEN,
    last_change: UNKNOWN,
  });
  expect(life.plan(config({ ...three, aCH: UNKNOWN })).plan).toMatchObject({ ...OPEN, last_change: UNKNOWN });
});

test.each([
  ["not_sent", { ...OPEN, last_change: "0 off, 1 on" }],
  ["refused", { ...OPEN, last_change: "0 off, 1 on" }],
  ["outcome_unknown", { ...OPEN, last_change: "0 off, 1 on" }],
  ["gone", {}],
  ["terminated", {}],
  ["wrong_client", {}],
  ["no_client", {}],
])("a channel that is pending as %s is planned by what sending could do for it", async (reason, planned) => {
  const life = await created();
  life.current = { ...life.state, pending: new Map([["aCH", reason]]) };

  expect(changes(life.plan(config(three)), life.state)).toEqual(planned);
});

test("a stale fleet is sent again", async () => {
  const life = await created();
  life.current = { ...life.state, verification: "stale" };

  const found = changes(life.plan(config(three)), life.state);
  expect(found).toEqual({ ...OPEN, last_change: expect.any(String) });
});

test("another partner makes another fleet", async () => {
  const life = await created();

  expect(life.plan(config(three, { partner_id: "otherPA" })).replaces).toEqual(["partner_id"]);
});

describe("max_changes", () => {
  const planned = (life: FleetLife, channels: object, most: number) =>
    errorsOf(life.plan(config(channels as Declaration, { max_changes: most }))).map(({ summary }) => summary);

  test("counts keys that are flipped or removed", async () => {
    const life = await created();
    const channels = { aCH: false, bCH: true };

    expect(planned(life, channels, 2)).toEqual([]);
    expect(planned(life, channels, 1)).toEqual([titles.tooManyChanges]);
  });

  test("counts neither keys that are added or pending, nor the first create", async () => {
    const life = await created();
    life.current = { ...life.state, pending: new Map([["aCH", "gone"]]) };

    expect(planned(life, { bCH: true, cCH: true, dCH: true }, 0)).toEqual([]);
    expect(planned(new FleetLife(life.hub), three, 0)).toEqual([]);
  });

  test("counts all keys of a fleet that is replaced", async () => {
    const life = await created();
    const [refused] = errorsOf(life.plan(config(three, { partner_id: "otherPA", max_changes: 2 })));

    expect(refused?.detail).toMatch(/\b3 keys.*max_changes allows 2\b/);
  });
});

describe("max_disables_per_run", () => {
  const within = async (most: number, channels: object, parts = {}) => {
    const life = await created();
    const { api, partnerId } = life.hub.session;
    life.run = () => createSession({ api, partnerId, ctwaStatusField: null, maxDisablesPerRun: most });
    return errorsOf(life.plan(config(channels as Declaration, parts))).map(({ summary }) => summary);
  };

  test("counts what is switched off, by a flip or by leaving", async () => {
    const channels = { aCH: false, bCH: true };

    expect(await within(2, channels)).toEqual([]);
    expect(await within(1, channels)).toEqual([titles.tooManyDisables]);
    expect(await within(1, channels, { on_destroy: "keep" })).toEqual([]);
  });
});

test("a channel of two fleets is refused at its key, a fleet that is planned twice is not", async () => {
  const life = await created();
  const run = life.run();
  life.run = () => run;
  const other = new FleetLife(life.hub);
  other.run = () => run;

  expect(errorsOf(life.plan(config(three)))).toEqual([]);
  expect(errorsOf(life.plan(config(three)))).toEqual([]);
  expect(errorsOf(other.plan(config({ cCH: true, dCH: true })))).toMatchObject([
    { summary: titles.declaredTwice, path: [{ attribute: "channels" }, { key: "cCH" }] },
  ]);
});

test("the replacement of a fleet from before ids were kept beside the state is no second declaration", async () => {
  const { hub, current } = await created();
  const old = new FleetLife(hub);
  const run = old.run();
  old.run = () => run;

  old.current = current;
  expect(errorsOf(old.plan(config(three)))).toEqual([]);
  old.current = null;
  expect(errorsOf(old.plan(config(three)))).toEqual([]);
});

describe("the size of a plan", () => {
  const sizeOf = ({ diagnostics }: FleetPlan) =>
    diagnostics.list.filter(({ severity }) => severity === "warning").map(({ detail }) => detail);

  test("is told in one warning, with what left the state at a refresh", async () => {
    const life = await created();
    life.hub.channels.delete("cCH");
    await life.read();

    const [size, ...others] = sizeOf(life.plan(config({ ...three, aCH: false, dCH: true })));

    expect(others).toEqual([]);
    for (const part of ["1 off, 1 on", "adds 1", "leaves out 1", "cCH"]) expect(size).toContain(part);
  });

  test("is not told where nothing is sent", async () => {
    const life = await created();

    expect(sizeOf(life.plan(config(three, { max_changes: 5 })))).toEqual([]);
  });

  test.each<[string, SwitchPace | null, string]>([
    ["at the documented limit", null, "52 switches, about 5 min at 5 per 30 s"],
    ["at the user's limit", { requests: 1, perSeconds: 10 }, "52 switches, about 9 min at 1 per 10 s"],
  ])("says how long the switches take %s", (_, rateLimit, words) => {
    const life = new FleetLife(fakeHub([]));
    const run = {
      ...life.run(),
      checks: new PlanChecks({ mode: "off", partnerSource: null, rateLimit }, life.hub.session.clock),
    };
    life.run = () => run;
    const channels = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`n${index}CH`, true]));

    expect(sizeOf(life.plan(config(channels)))).toEqual([expect.stringContaining(words)]);
  });

  test("counts what is taken on trust", () => {
    const planned = new FleetLife(fakeHub([])).plan(config(three, { on_create: "assume" }));

    expect(sizeOf(planned)).toEqual([expect.stringMatching(/adopts 3.*Nothing is/)]);
    expect(planned.plan.last_change).toBe("3 assumed");
  });
});
