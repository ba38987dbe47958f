import { type Channel, HubError, StoppedError } from "../../../../src/client";
import { refusal } from "../../../client/refusals";
import { channel, fakeHub } from "../../fake-hub";
import { config, FleetLife, plain } from "./fleet-life";

const two = { aCH: {}, bCH: {} };
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

  expect(plain(state.channels)).toEqual({
    aCH: { client_id: null, enabled: true },
    bCH: { client_id: null, enabled: false },
  });
  expect(state).toMatchObject({ tracked_count: 1, verification: "observed" });
});

test.each<[string, Partial<Channel> | null, string]>([
  ["gone", null, "assumed"],
  ["terminated", { terminatedAt: "2025-06-30T22:00:00Z" }, "assumed"],
  ["moved", { clientId: "bakeryCL" }, "stale"],
])(
  "a channel that is %s is pending, with a warning, until it is back",
  async (reason, parts, verification) => {
    const life = await created();
    if (parts === null) life.hub.channels.delete("aCH");
    else change(life, "aCH", parts);

    const state = await life.read();
    expect(plain(state.pending)).toEqual({ aCH: reason });
    expect(state).toMatchObject({ tracked_count: 1, verification });
    expect(life.said()).toEqual(["warning: Channels of the fleet are pending"]);

    life.hub.channels.set("aCH", channel("aCH"));
    expect(plain((await life.read()).pending)).toEqual({});
  },
);

test("a channel under another client than its client_id says waits for the user", async () => {
  const life = new FleetLife(fakeHub([channel("aCH")]));
  await life.apply(config({ aCH: { client_id: "exampleCL" } }));
  change(life, "aCH", { clientId: "bakeryCL" });

  const state = await life.read();

  expect(plain(state.pending)).toEqual({ aCH: "wrong_client" });
  expect(plain(state.channels)).toEqual({ aCH: { client_id: "exampleCL", enabled: true } });
});

test("what could not be sent stays pending, unless the hub reports the switch", async () => {
  const life = await created();
  life.current = { ...life.state, pending: new Map([["aCH", "refused"]]) };
  expect(plain((await life.read()).pending)).toEqual({ aCH: "refused" });

  change(life, "aCH", { ctwaField: "ctwa_enabled", ctwaTracking: false });
  const state = await life.read();
  expect(plain(state.pending)).toEqual({});
  expect(state.channels.get("aCH")?.enabled).toBe(false);
});

describe("a switch without an answer", () => {
  const noAnswer = new StoppedError({ mayHaveTakenEffect: true });

  /** The switch of aCH was asked to go off, and nobody knows whether it did. */
  async function unanswered(parts: Partial<Channel> = {}): Promise<FleetLife> {
    const life = await created(parts);
    life.hub.behaviour = { switchTo: () => Promise.reject(noAnswer) };
    await life.apply(config({ aCH: { enabled: false }, bCH: {} }));
    life.hub.behaviour = {};
    life.said();
    return life;
  }

  test("is sent again, also where the hub reports the old position and it is declared again", async () => {
    const life = await unanswered(flagged);

    const seen = await life.read();
    expect(plain(seen.pending)).toEqual({ aCH: "unanswered" });
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
    expect(seen.channels.get("aCH")?.enabled).toBe(false);

    change(life, "aCH", { ctwaTracking: true });
    expect(plain((await life.read()).pending)).toEqual({});
  });

  test("is not forgotten while the channel is gone", async () => {
    const life = await unanswered();
    life.hub.channels.delete("aCH");
    expect(plain((await life.read()).pending)).toEqual({ aCH: "gone" });

    life.hub.channels.set("aCH", channel("aCH"));
    expect(plain((await life.read()).pending)).toEqual({ aCH: "unanswered" });
  });

  test("of a destroy is not forgotten where the fleet stays after all", async () => {
    const life = await created(flagged);
    life.hub.behaviour = { switchTo: () => Promise.reject(noAnswer) };
    await life.destroy();

    expect(plain((await life.read()).pending)).toEqual({ aCH: "unanswered", bCH: "unanswered" });
  });
});

test("a channel that was never sent is pending once it can be sent", async () => {
  const life = await created();
  life.private.remove("asserted");

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
  expect(life.said()).toEqual(["warning: Channels do not report their tracking state"]);
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
