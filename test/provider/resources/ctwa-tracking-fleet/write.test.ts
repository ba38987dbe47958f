import { HubError, LoginError, NetworkError, ReadOnlyError, StoppedError } from "../../../../src/client";
import { titles } from "../../../../src/provider/titles";
import { refusal } from "../../../client/refusals";
import { channel, type FakeHub, fakeHub } from "../../fake-hub";
import { config, FleetLife, plain } from "./fleet-life";

const two = { aCH: true, bCH: true };

function refused(status: number, Kind: typeof HubError = HubError): HubError {
  return new Kind(refusal(status, { purpose: "switch", apiMessage: "no such thing" }));
}

function silence(): NetworkError {
  return new NetworkError({
    host: "hub.example",
    request: "POST /channels/berlinCH/disable_ctwa",
    code: "ECONNRESET",
    words: "it hung up",
    attempts: 3,
    mayHaveTakenEffect: true,
  });
}

/** A hub that answers the switches of some channels with an error. */
function failing(ids: readonly string[], errors: Readonly<Record<string, unknown>>): FakeHub {
  const hub = fakeHub(ids.map((id) => channel(id)));
  hub.behaviour = {
    switchTo: async (_enabled, { channelId }) => {
      const error = errors[channelId];
      if (error !== undefined) throw error;
    },
  };
  return hub;
}

const sent = (hub: FakeHub) => hub.calls.filter((call) => /^(en|dis)able/.test(call));

describe("create", () => {
  test("looks at all channels and sends each switch; a hub that reports nothing is not asked again", async () => {
    const hub = fakeHub([channel("aCH"), channel("bCH", { clientId: "bakeryCL" })]);
    const life = new FleetLife(hub);

    const state = await life.apply(config({ aCH: true, bCH: false }));

    expect({ ...state, id: "", channels: plain(state.channels) }).toEqual({
      channels: { aCH: true, bCH: false },
      client_id: null,
      on_create: "switch",
      last_change: "1 off, 1 on",
      partner_id: "examplePA",
      on_destroy: "disable",
      reassert_after: null,
      max_changes: null,
      id: "",
      tracked_count: 1,
      pending: new Map(),
      verification: "assumed",
      timeouts: null,
    });
    expect(state.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(hub.calls).toEqual([
      "findMany examplePA 2",
      "enable examplePA/exampleCL/aCH",
      "disable examplePA/bakeryCL/bCH",
    ]);
    expect(life.said()).toEqual([]);
  });

  test("keeps what was done where some fail, with a warning and no error, since core would taint it", async () => {
    const hub = failing(["aCH", "bCH", "cCH"], { bCH: refused(403), cCH: silence() });
    const life = new FleetLife(hub);

    const state = await life.apply(config({ aCH: true, bCH: true, cCH: true }));

    expect(plain(state.pending)).toEqual({ bCH: "refused", cCH: "outcome_unknown" });
    expect(state).toMatchObject({ tracked_count: 1, verification: "unverified" });
    const [warning] = life.diagnostics.list;
    expect(warning?.detail).toContain("1 refused: ");
    expect(warning?.detail).toContain("answered 403");
    expect(life.said()).toEqual([`warning: ${titles.somePending}`]);
  });

  test("is an error where nothing was done", async () => {
    const life = new FleetLife(failing(["aCH", "bCH"], { aCH: refused(403), bCH: refused(500) }));

    await expect(life.apply(config(two))).rejects.toThrow(titles.fleetNotCreated);
    expect(life.current).toBeNull();
    const [, , left] = life.diagnostics.list;
    expect(left?.detail).toContain("nothing is pending");
    expect(left?.detail).not.toContain("in pending");
    expect(life.said()).toEqual([
      `error: ${titles.pending("aCH", "refused")} @ channels["aCH"]`,
      `error: ${titles.pending("bCH", "outcome_unknown")} @ channels["bCH"]`,
      `error: ${titles.notAllSwitched} @ channels`,
    ]);
  });

  test.each([
    ["unknown to the partner", null, {}, titles.channelNotFound],
    ["terminated", { terminatedAt: "2025-06-30T22:00:00Z" }, {}, titles.terminated],
    ["under another client", { clientId: "bakeryCL" }, { client_id: "exampleCL" }, titles.otherClient],
    ["of no known client", { clientId: null }, {}, "Client of the channel is not known"],
  ])("switches nothing where one channel is %s, and says so at its key", async (_, parts, own, summary) => {
    const hub = fakeHub([channel("aCH"), ...(parts === null ? [] : [channel("bCH", parts)])]);
    const life = new FleetLife(hub);

    await expect(life.apply(config(two, own))).rejects.toThrow(titles.nothingSwitched);
    expect(life.said()).toEqual([`error: ${summary} @ channels["bCH"]`]);
    expect(sent(hub)).toEqual([]);
  });
});

test("a fleet that is created on trust sends nothing, and switches what is added later", async () => {
  const hub = fakeHub(["aCH", "bCH", "cCH"].map((id) => channel(id)));
  const life = new FleetLife(hub);
  const trusted = { on_create: "assume" };

  expect(await life.apply(config(two, trusted))).toMatchObject({
    verification: "unverified",
    tracked_count: 2,
  });
  expect(await life.read()).toMatchObject({ verification: "unverified", pending: new Map() });
  expect(sent(hub)).toEqual([]);

  await life.apply(config({ ...two, cCH: true }, trusted));
  expect(sent(hub)).toEqual(["enable examplePA/exampleCL/cCH"]);

  expect(await life.apply(config({ ...two, cCH: true }))).toMatchObject({ verification: "assumed" });
  expect(sent(hub)).toHaveLength(3);
});

test("what the hub reports in the declared position is not sent", async () => {
  const on = { ctwaField: "ctwa_enabled", ctwaTracking: true };
  const hub = fakeHub([channel("aCH", on), channel("bCH", { ...on, ctwaTracking: false })]);
  const life = new FleetLife(hub);

  expect(await life.apply(config(two))).toMatchObject({ verification: "observed", pending: new Map() });
  expect(sent(hub)).toEqual(["enable examplePA/exampleCL/bCH"]);
  expect(plain((await life.read()).pending)).toEqual({});
});

test("a client_id that is set later is checked for all channels before anything is switched", async () => {
  const hub = fakeHub([channel("aCH"), channel("bCH", { clientId: "bakeryCL" })]);
  const life = new FleetLife(hub);
  await life.apply(config(two));
  hub.calls.length = 0;

  const held = config({ aCH: false, bCH: true }, { client_id: "exampleCL" });
  await expect(life.apply(held)).rejects.toThrow(titles.nothingSwitched);
  expect(life.said()).toEqual([`error: ${titles.otherClient} @ channels["bCH"]`]);
  expect(sent(hub)).toEqual([]);
});

describe("update", () => {
  test("sends no more than what differs", async () => {
    const hub = fakeHub(["aCH", "bCH", "cCH", "dCH"].map((id) => channel(id)));
    const life = new FleetLife(hub);
    await life.apply(config({ aCH: true, bCH: true, cCH: true }));
    hub.calls.length = 0;

    const state = await life.apply(config({ aCH: true, bCH: false, dCH: true }));

    expect(sent(hub).sort()).toEqual([
      "disable examplePA/exampleCL/bCH",
      "disable examplePA/exampleCL/cCH",
      "enable examplePA/exampleCL/dCH",
    ]);
    expect(hub.calls[0]).toBe("findMany examplePA 3");
    expect(state).toMatchObject({ tracked_count: 2, verification: "assumed" });
    expect(life.said()).toEqual([]);
  });

  test("sends nothing where only a setting changes", async () => {
    const hub = fakeHub([channel("aCH")]);
    const life = new FleetLife(hub);
    await life.apply(config({ aCH: true }));
    hub.calls.length = 0;

    await life.apply(config({ aCH: true }, { on_destroy: "keep", reassert_after: "24h" }));

    expect(hub.calls).toEqual([]);
  });

  test("leaves the switch of a removed key where on_destroy says so", async () => {
    const hub = fakeHub([channel("aCH"), channel("bCH")]);
    const life = new FleetLife(hub);
    await life.apply(config(two));
    hub.calls.length = 0;

    const state = await life.apply(config({ aCH: true }, { on_destroy: "keep" }));

    expect(hub.calls).toEqual([]);
    expect([...state.channels.keys()]).toEqual(["aCH"]);
  });

  test("is an error where something fails, and the state tells what was done", async () => {
    const hub = failing(["aCH", "bCH", "cCH", "dCH"], {});
    const life = new FleetLife(hub);
    await life.apply(config({ aCH: true, bCH: true, cCH: true }));
    hub.behaviour = {
      switchTo: async (_enabled, { channelId }) => {
        if (channelId !== "aCH") throw refused(422);
      },
    };

    const state = await life.apply(config({ aCH: false, bCH: false, dCH: true }));

    expect(life.said()).toEqual([
      `error: ${titles.pending("bCH", "refused")} @ channels["bCH"]`,
      `error: ${titles.pending("dCH", "refused")} @ channels["dCH"]`,
      `error: ${titles.pending("cCH", "refused")} @ channels["cCH"]`,
      `error: ${titles.notAllSwitched} @ channels`,
    ]);
    expect(plain(state.pending)).toEqual({ bCH: "refused", cCH: "refused", dCH: "refused" });
    expect([...state.channels]).toEqual([
      ["aCH", false],
      ["bCH", true],
      ["dCH", true],
      ["cCH", true],
    ]);
  });

  test("sends what is pending once more, and what is new before it", async () => {
    const hub = failing(["aCH", "bCH", "cCH"], { bCH: refused(403) });
    const life = new FleetLife(hub);
    await life.apply(config(two));
    life.said();
    hub.behaviour = {};
    hub.calls.length = 0;

    const state = await life.apply(config({ ...two, cCH: true }));

    expect(sent(hub)).toEqual(["enable examplePA/exampleCL/cCH", "enable examplePA/exampleCL/bCH"]);
    expect(plain(state.pending)).toEqual({});
    expect(state).toMatchObject({ tracked_count: 3, verification: "assumed" });
  });
});

describe("the state has another key or position than planned only with an error", () => {
  const past = "2026-01-01T00:00:00Z";
  test.each<[string, (life: FleetLife) => void, "kept" | "kept where flipped"]>([
    ["is gone", ({ hub }) => hub.channels.delete("aCH"), "kept where flipped"],
    ["has ended", ({ hub }) => setChannel(hub, { terminatedAt: past }), "kept where flipped"],
    ["has no known client", forgetClient, "kept"],
    ["is refused", ({ hub }) => failWith(hub, refused(403)), "kept"],
    ["gets no answer", ({ hub }) => failWith(hub, silence()), "kept"],
  ])("where a channel %s", async (_, change, outcome) => {
    for (const next of [{ aCH: false, bCH: true }, { bCH: true }]) {
      const life = new FleetLife(fakeHub([channel("aCH"), channel("bCH")]));
      await life.apply(config(two));
      change(life);

      const state = await life.apply(config(next));

      const isKept = outcome === "kept" || "aCH" in next;
      expect(state.channels.get("aCH")).toBe(isKept ? true : undefined);
      expect(life.diagnostics.hasErrors).toBe(isKept);
    }
  });

  function setChannel(hub: FakeHub, parts: Parameters<typeof channel>[1]): void {
    hub.channels.set("aCH", channel("aCH", parts));
  }

  function forgetClient(life: FleetLife): void {
    setChannel(life.hub, { clientId: null });
    for (const key of ["sent", "departed"]) life.private.remove(key);
  }

  function failWith(hub: FakeHub, error: unknown): void {
    hub.behaviour = { switchTo: () => Promise.reject(error) };
  }
});

test.each([
  ["the login", refused(401, LoginError as never), "not_sent"],
  ["a stop before it was sent", new StoppedError(), "not_sent"],
  ["a stop after it was sent", new StoppedError({ mayHaveTakenEffect: true }), "outcome_unknown"],
])("after %s fails nothing more is sent", async (_, error, reason) => {
  const ids = Array.from({ length: 200 }, (__, index) => `c${index}CH`);
  const hub = fakeHub(ids.map((id) => channel(id)));
  const life = new FleetLife(hub);
  await life.apply(config({ c0CH: true }));
  hub.behaviour = { switchTo: async () => Promise.reject(error) };
  hub.calls.length = 0;

  const state = await life.apply(config(Object.fromEntries(ids.map((id) => [id, true]))));

  expect(sent(hub).length).toBeLessThanOrEqual(64);
  expect(state.pending?.get("c1CH")).toBe(reason);
  expect(state.pending?.get("c199CH")).toBe("not_sent");
  expect(state.pending?.size).toBe(199);
});

test("where the provider may only read, an apply fails with that, and the state stays as it was", async () => {
  const hub = fakeHub([channel("aCH"), channel("bCH")]);
  const life = new FleetLife(hub);
  await life.apply(config({ aCH: true }));
  const before = life.state;
  const error = new ReadOnlyError("POST", "/enable_ctwa");
  hub.behaviour = { switchTo: async () => Promise.reject(error) };

  await expect(life.apply(config({ aCH: true, bCH: true }))).rejects.toBe(error);
  expect(life.state).toBe(before);
  await expect(life.destroy()).rejects.toBe(error);
  await expect(new FleetLife(hub).apply(config({ bCH: true }))).rejects.toBe(error);
});

test("a switch that is due once more and was not sent leaves its channel as it was, and due", async () => {
  const hub = fakeHub([channel("aCH"), channel("bCH")]);
  const life = new FleetLife(hub);
  const declared = config({ aCH: true, bCH: true }, { reassert_after: "1h" });
  await life.apply(declared);
  hub.now += 2 * 3_600_000;
  await life.read();
  hub.behaviour = { switchTo: async () => Promise.reject(new StoppedError()) };

  const state = await life.apply(declared);

  expect(life.said()).toEqual([expect.stringContaining(`error: ${titles.notAllSwitched}`)]);
  expect(state).toMatchObject({ pending: new Map(), tracked_count: 2, verification: "stale" });
});

const many = Array.from({ length: 300 }, (_, index) => `c${index}CH`);
const all = Object.fromEntries(many.map((id) => [id, true]));

test.each([
  ["TimeoutError", "timeout of the fleet"],
  ["AbortError", "Terraform asked the provider to stop"],
])("a create that ends with a %s keeps what was sent by then", async (name, words) => {
  const ending = new AbortController();
  const hub = fakeHub(many.map((id) => channel(id)));
  hub.behaviour = { switchTo: async () => ending.abort(new DOMException("over", name)) };
  const life = new FleetLife(hub, ending.signal);

  const state = await life.apply(config(all));

  const done = many.length - (state.pending?.size ?? 0);
  expect(done).toBe(sent(hub).length);
  expect(state.pending?.get("c299CH")).toBe("not_sent");
  expect(life.diagnostics.list[0]?.detail).toContain(words);
});

test("after 50 failures in a row the rest is not sent, and one success between starts the count anew", async () => {
  const refusing = (good: string | null) => {
    const hub = fakeHub(many.map((id) => channel(id)));
    hub.behaviour = {
      switchTo: async (_enabled, { channelId }) => {
        if (channelId !== good && channelId !== "c0CH") throw refused(403);
      },
    };
    return hub;
  };
  const sentOf = async (good: string | null) => {
    const hub = refusing(good);
    await new FleetLife(hub).apply(config(all));
    return sent(hub).length;
  };

  const without = await sentOf(null);
  expect(without).toBeGreaterThanOrEqual(50);
  expect(without).toBeLessThan(50 + 64 + 1);
  expect(await sentOf("c40CH")).toBeGreaterThan(without);
});

describe("where the hub reports the switches", () => {
  const flagged = { ctwaField: "ctwa_enabled", ctwaTracking: false };

  test("they are observed after one look at all", async () => {
    const hub = fakeHub([channel("aCH", flagged), channel("bCH", flagged)]);

    expect(await new FleetLife(hub).apply(config(two))).toMatchObject({ verification: "observed" });
    expect(hub.waits).toEqual([]);
  });

  test("those that still show the old state are looked at again, and then the accepted switch counts", async () => {
    const hub = fakeHub([channel("aCH", flagged), channel("bCH", flagged)]);
    hub.behaviour = { switchTo: async () => {} };
    const life = new FleetLife(hub);

    expect(await life.apply(config(two))).toMatchObject({ verification: "assumed", pending: new Map() });
    expect(hub.calls.filter((call) => call.startsWith("lookUpMany"))).toHaveLength(3);
    expect(hub.waits).toEqual([500, 1500]);
    expect(life.said()).toEqual([
      `warning: ${titles.oldStateReported}`,
      `warning: ${titles.oldStateReported}`,
    ]);
  });

  test("an accepted switch counts although nothing can be read afterwards", async () => {
    const hub = fakeHub([channel("aCH", flagged)]);
    hub.behaviour = {
      lookUp: async () => {
        throw silence();
      },
    };
    const life = new FleetLife(hub);

    expect(await life.apply(config({ aCH: true }))).toMatchObject({
      verification: "assumed",
      tracked_count: 1,
    });
    expect(life.said()).toEqual([`warning: ${titles.switchNotSeen}`]);
  });
});

test("what is kept beside the state does not change where nothing is sent", async () => {
  const life = new FleetLife(fakeHub([channel("aCH")]));
  await life.apply(config({ aCH: true }));
  const before = Buffer.from(life.private.bytes).toString();
  life.hub.now += 60_000;
  await life.apply(config({ aCH: true }, { on_destroy: "keep" }));

  expect(Buffer.from(life.private.bytes).toString()).toBe(before);
});

test("a fleet that takes the place of another knows nothing of what that one sent", async () => {
  const life = new FleetLife(failing(["aCH", "bCH"], {}));
  await life.apply(config(two));
  life.current = null;
  life.hub.behaviour = failing(["bCH"], { bCH: refused(403) }).behaviour;

  expect(await life.apply(config(two))).toMatchObject({ verification: "unverified" });
});
