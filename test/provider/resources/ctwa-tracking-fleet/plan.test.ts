import { UNKNOWN } from "../../../../src/framework";
import { createSession } from "../../../../src/provider/session";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, type Declaration, FleetLife, plain } from "./fleet-life";

const three = { aCH: {}, bCH: {}, cCH: {} };
const OPEN = { pending: UNKNOWN, tracked_count: UNKNOWN, verification: UNKNOWN };

async function created(parts = {}): Promise<FleetLife> {
  const life = new FleetLife(fakeHub(["aCH", "bCH", "cCH", "dCH"].map((id) => channel(id))));
  await life.apply(config(three, parts));
  life.said();
  return life;
}

test("a new fleet has its defaults, the provider's partner, and leaves open what the hub will say", () => {
  const { plan } = new FleetLife(fakeHub([])).plan(config({ aCH: {}, bCH: { enabled: false } }));

  expect({ ...plan, channels: plain(plan.channels) }).toEqual({
    channels: { aCH: { client_id: null, enabled: true }, bCH: { client_id: null, enabled: false } },
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
  const { diagnostics } = new FleetLife(fakeHub([], { partnerId: null })).plan(config({ aCH: {} }));

  expect(diagnostics.list).toMatchObject([{ summary: "Missing partner" }]);
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
  ["flipped", { ...three, aCH: { enabled: false } }],
  ["added", { ...three, dCH: {} }],
  ["removed", { aCH: {}, bCH: {} }],
  ["held to a client", { ...three, aCH: { client_id: "exampleCL" } }],
])("where a key is %s, what the apply will find out is open, and the id stays", async (_, channels) => {
  const life = await created();

  const found = changes(life.plan(config(channels)), life.state);

  expect(found).toEqual({ channels: expect.anything(), ...OPEN });
});

test("an unknown map, or an unknown switch in it, leaves open what the apply will find out", async () => {
  const life = await created();

  expect(life.plan({ ...config(three), channels: UNKNOWN }).plan).toMatchObject(OPEN);
  expect(life.plan(config({ ...three, aCH: { enabled: UNKNOWN } })).plan).toMatchObject(OPEN);
});

test.each([
  ["moved", OPEN],
  ["not_sent", OPEN],
  ["refused", OPEN],
  ["unanswered", OPEN],
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

  expect(changes(life.plan(config(three)), life.state)).toEqual(OPEN);
});

test("another partner makes another fleet", async () => {
  const life = await created();

  expect(life.plan(config(three, { partner_id: "otherPA" })).replaces).toEqual(["partner_id"]);
});

describe("max_changes", () => {
  const planned = (life: FleetLife, channels: object, most: number) =>
    life
      .plan(config(channels as Record<string, Declaration>, { max_changes: most }))
      .diagnostics.list.map(({ summary }) => summary);

  test("counts keys that are flipped or removed", async () => {
    const life = await created();
    const channels = { aCH: { enabled: false }, bCH: {} };

    expect(planned(life, channels, 2)).toEqual([]);
    expect(planned(life, channels, 1)).toEqual(["Too many changes at once"]);
  });

  test("counts neither keys that are added or pending, nor the first create", async () => {
    const life = await created();
    life.current = { ...life.state, pending: new Map([["aCH", "gone"]]) };

    expect(planned(life, { bCH: {}, cCH: {}, dCH: {} }, 0)).toEqual([]);
    expect(planned(new FleetLife(life.hub), three, 0)).toEqual([]);
  });

  test("counts all keys of a fleet that is replaced", async () => {
    const life = await created();
    const { diagnostics } = life.plan(config(three, { partner_id: "otherPA", max_changes: 2 }));

    expect(diagnostics.list[0]?.detail).toContain("flip or remove 3 keys of the fleet, max_changes allows 2");
  });
});

describe("max_disables_per_run", () => {
  const within = async (most: number, channels: object, parts = {}) => {
    const life = await created();
    const { api, partnerId } = life.hub.session;
    life.run = () => createSession({ api, partnerId, ctwaStatusField: null, maxDisablesPerRun: most });
    const { diagnostics } = life.plan(config(channels as Record<string, Declaration>, parts));
    return diagnostics.list.map(({ summary }) => summary);
  };

  test("counts what is switched off, by a flip or by leaving", async () => {
    const channels = { aCH: { enabled: false }, bCH: {} };

    expect(await within(2, channels)).toEqual([]);
    expect(await within(1, channels)).toEqual(["Too many channels would be switched off"]);
    expect(await within(1, channels, { on_destroy: "keep" })).toEqual([]);
  });
});

test("a channel of two fleets is refused at its key, a fleet that is planned twice is not", async () => {
  const life = await created();
  const run = life.run();
  life.run = () => run;
  const other = new FleetLife(life.hub);
  other.run = () => run;

  expect(life.plan(config(three)).diagnostics.list).toEqual([]);
  expect(life.plan(config(three)).diagnostics.list).toEqual([]);
  expect(other.plan(config({ cCH: {}, dCH: {} })).diagnostics.list).toMatchObject([
    { summary: "Channel is declared twice", path: [{ attribute: "channels" }, { key: "cCH" }] },
  ]);
});

test("the replacement of a fleet from before ids were kept beside the state is no second declaration", async () => {
  const { hub, current } = await created();
  const old = new FleetLife(hub);
  const run = old.run();
  old.run = () => run;

  old.current = current;
  expect(old.plan(config(three)).diagnostics.list).toEqual([]);
  old.current = null;
  expect(old.plan(config(three)).diagnostics.list).toEqual([]);
});
