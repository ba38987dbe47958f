import { type Channel, HubError, StoppedError } from "../../../../src/client";
import { isUnknown } from "../../../../src/framework";
import { titles } from "../../../../src/provider/titles";
import { refusal } from "../../../client/refusals";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, type Declaration, FleetLife, plain } from "./fleet-life";

const two = { aCH: true, bCH: true };
const flagged = { ctwaField: "ctwa_enabled", ctwaTracking: true };

async function created(parts: Partial<Channel> = {}, settings = {}): Promise<FleetLife> {
  const life = new FleetLife(fakeHub([channel("aCH", parts), channel("bCH", parts)]));
  await life.apply(config(two, settings));
  life.said();
  life.hub.calls.length = 0;
  return life;
}

function change(life: FleetLife, id: string, parts: Partial<Channel>): void {
  life.hub.channels.set(id, { ...channel(id), ...life.hub.channels.get(id), ...parts });
}

test("asks for all channels at once, and changes nothing where all is as it was", async () => {
  const life = await created();
  const before = life.state;

  expect(await life.read()).toEqual(before);
  expect(life.hub.calls).toEqual(["findMany examplePA 2"]);
  expect(life.said()).toEqual([]);
});

test("follows the flag of each channel, and does not fill in clients", async () => {
  const life = await created(flagged);
  change(life, "bCH", { ctwaTracking: false });

  const state = await life.read();

  expect(plain(state.channels)).toEqual({ aCH: true, bCH: false });
  expect(state).toMatchObject({ tracked_count: 1, verification: "observed" });
});

type Departure = [string, Partial<Channel> | null, Declaration];

const endings: Departure[] = [
  ["gone", null, {}],
  ["terminated", { terminatedAt: "2025-06-30T22:00:00Z" }, {}],
];

const moves: Departure[] = [
  ["under another client", { clientId: "bakeryCL" }, {}],
  ["under another client than the fleet's", { clientId: "bakeryCL" }, { client_id: "exampleCL" }],
];

async function departed(parts: Partial<Channel> | null, settings: Declaration): Promise<FleetLife> {
  const life = await created({}, settings);
  if (parts === null) life.hub.channels.delete("aCH");
  else change(life, "aCH", parts);
  await life.read();
  return life;
}

describe.each([...endings, ...moves])("a channel that is %s", (_, parts, settings) => {
  test("leaves the map with a warning, so that each plan shows its key as a change", async () => {
    const life = await departed(parts, settings);

    expect(plain(life.state.channels)).toEqual({ bCH: true });
    expect(life.state).toMatchObject({ pending: new Map(), tracked_count: 1 });
    expect(life.said()).toEqual([`warning: ${titles.fleetDrifted}`]);
    for (let again = 0; again < 2; again += 1) {
      expect(plain(life.plan(config(two, settings)).plan.channels)).toEqual(two);
      await life.read();
    }
    expect(life.said()).toEqual([]);
  });

  test("is back in the map once it is back", async () => {
    const life = await departed(parts, settings);
    life.hub.channels.set("aCH", channel("aCH"));

    expect(plain((await life.read()).channels)).toEqual(two);
    expect(changes(life.plan(config(two, settings)), life.state)).toEqual({});
  });

  test("does not keep an apply from the others", async () => {
    const life = await departed(parts, settings);
    life.said();

    const state = await life.apply(config({ aCH: true, bCH: false }, settings));

    expect(life.hub.calls).toContain("disable examplePA/exampleCL/bCH");
    expect(plain(state.channels)).toEqual({ aCH: true, bCH: false });
    expect(life.diagnostics.hasErrors).toBe(false);
  });
});

test.each(endings)(
  "a channel that is %s is no change once its key is taken out",
  async (_, parts, settings) => {
    const life = await departed(parts, settings);

    expect(changes(life.plan(config({ bCH: true }, settings)), life.state)).toEqual({});
  },
);

describe.each(moves)("a channel that is %s, and whose key is taken out,", (_, parts, settings) => {
  const rest = config({ bCH: true }, settings);

  test("is switched off where it is now, as the plan says", async () => {
    const life = await departed(parts, settings);

    const { plan } = life.plan(rest);
    expect(plan.last_change).toBe("1 off, 0 on");
    expect(isUnknown(plan.pending)).toBe(true);
    await life.apply(rest);

    expect(life.hub.calls).toContain("disable examplePA/bakeryCL/aCH");
    expect(changes(life.plan(rest), await life.read())).toEqual({});
  });

  test("is in the state again, pending, where that fails", async () => {
    const life = await departed(parts, settings);
    life.hub.behaviour = {
      switchTo: () => Promise.reject(new HubError(refusal(403, { purpose: "switch" }))),
    };

    const state = await life.apply(rest);

    expect(plain(state.channels)).toEqual(two);
    expect(plain(state.pending)).toEqual({ aCH: "refused" });
    life.hub.behaviour = {};
    await life.read();
    await life.apply(rest);
    expect(life.hub.calls.at(-1)).toBe("disable examplePA/bakeryCL/aCH");
  });

  test("keeps its tracking with on_destroy, for good", async () => {
    const life = await departed(parts, settings);

    await life.apply(config({ bCH: true }, { ...settings, on_destroy: "keep" }));
    await life.read();
    await life.apply(rest);

    expect(life.hub.calls.join()).not.toContain("aCH");
  });

  test("counts against max_changes", async () => {
    const life = await departed(parts, settings);

    const { diagnostics } = life.plan(config({ bCH: true }, { ...settings, max_changes: 0 }));

    expect(diagnostics.list.map(({ summary }) => summary)).toContain(titles.tooManyChanges);
  });
});

test("an apply keeps the reason of a channel that cannot be switched, and the next refresh shows its key again", async () => {
  const life = await created();
  life.hub.channels.delete("aCH");
  await life.read();

  expect(plain((await life.apply(config(two))).pending)).toEqual({ aCH: "gone" });
  expect(life.said().at(-1)).toBe(`warning: ${titles.somePending}`);
  expect(plain((await life.read()).channels)).toEqual({ bCH: true });
});

test("a channel that moved is switched under its new client", async () => {
  const life = await created();
  change(life, "aCH", { clientId: "bakeryCL" });
  await life.read();

  expect(plain((await life.apply(config(two))).pending)).toEqual({});
  expect(life.hub.calls).toContain("enable examplePA/bakeryCL/aCH");
  expect(plain((await life.read()).channels)).toEqual(two);
});

test("what could not be sent stays pending, unless the hub reports the switch", async () => {
  const life = await created();
  life.current = { ...life.state, pending: new Map([["aCH", "refused"]]) };
  expect(plain((await life.read()).pending)).toEqual({ aCH: "refused" });

  change(life, "aCH", { ctwaField: "ctwa_enabled", ctwaTracking: false });
  const state = await life.read();
  expect(plain(state.pending)).toEqual({});
  expect(state.channels.get("aCH")).toBe(false);
});

describe("a switch whose outcome is unknown", () => {
  const noAnswer = new StoppedError({ mayHaveTakenEffect: true });

  /** The switch of aCH was asked to go off, and nobody knows whether it did. */
  async function unanswered(parts: Partial<Channel> = {}): Promise<FleetLife> {
    const life = await created(parts);
    life.hub.behaviour = { switchTo: () => Promise.reject(noAnswer) };
    await life.apply(config({ aCH: false, bCH: true }));
    life.hub.behaviour = {};
    life.said();
    return life;
  }

  test("is sent again, also where the hub reports the old position and it is declared again", async () => {
    const life = await unanswered(flagged);

    const seen = await life.read();
    expect(plain(seen.pending)).toEqual({ aCH: "outcome_unknown" });
    expect(seen).toMatchObject({ tracked_count: 1, verification: "stale" });

    life.hub.calls.length = 0;
    const healed = await life.apply(config(two));
    expect(life.hub.calls).toContain("enable examplePA/exampleCL/aCH");
    expect(healed).toMatchObject({ pending: new Map(), verification: "observed" });
    expect(plain((await life.read()).pending)).toEqual({});
  });

  test("is settled once the hub reports the position that was sent, for good", async () => {
    const life = await unanswered(flagged);
    change(life, "aCH", { ctwaTracking: false });
    const seen = await life.read();
    expect(plain(seen.pending)).toEqual({});
    expect(seen.channels.get("aCH")).toBe(false);

    change(life, "aCH", { ctwaTracking: true });
    expect(plain((await life.read()).pending)).toEqual({});
  });

  test("is not forgotten while the channel is gone", async () => {
    const life = await unanswered();
    life.hub.channels.delete("aCH");
    await life.read();
    await life.apply(config(two));

    life.hub.channels.set("aCH", channel("aCH"));
    expect(plain((await life.read()).pending)).toEqual({ aCH: "outcome_unknown" });
  });

  test("of a destroy is not forgotten where the fleet stays after all", async () => {
    const life = await created(flagged);
    life.hub.behaviour = { switchTo: () => Promise.reject(noAnswer) };
    await life.destroy();

    expect(plain((await life.read()).pending)).toEqual({ aCH: "outcome_unknown", bCH: "outcome_unknown" });
  });
});

test("a channel that was never sent is pending once it can be sent", async () => {
  const life = await created();
  life.private.remove("sent");

  const state = await life.read();

  expect(plain(state.pending)).toEqual({ aCH: "not_sent", bCH: "not_sent" });
  expect(state).toMatchObject({ tracked_count: 0, verification: "unverified" });
});

test("is stale once the last switch is older than reassert_after, and then sends what is due", async () => {
  const life = await created({}, { reassert_after: "24h" });
  life.hub.now += 23 * 3_600_000;
  expect(await life.read()).toMatchObject({ verification: "assumed" });
  life.hub.now += 2 * 3_600_000;
  const state = await life.read();
  expect(state).toMatchObject({ verification: "stale", pending: new Map() });

  life.hub.calls.length = 0;
  expect(await life.apply(config(two, { reassert_after: "24h" }))).toMatchObject({ verification: "assumed" });
  expect(life.hub.calls.filter((call) => call.startsWith("enable"))).toHaveLength(2);
});

test("never goes stale where the hub reports the switches", async () => {
  const life = await created(flagged, { reassert_after: "1s" });
  life.hub.now += 10_000;

  expect(await life.read()).toMatchObject({ verification: "observed" });
});

test("warns once where ctwa_status_field names what channels do not have", async () => {
  const life = await created({ ctwaFieldMissing: true });

  await life.read();
  expect(life.said()).toEqual([`warning: ${titles.fleetWithoutFlag}`]);
});

test("fails where the hub cannot be read, and says nothing about the channels", async () => {
  const life = await created();
  life.hub.behaviour = {
    find: async () => {
      throw new HubError(refusal(500));
    },
  };

  await expect(life.read()).rejects.toThrow("answered 500");
});
