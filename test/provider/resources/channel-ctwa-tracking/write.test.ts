import { DecodeError, HubError, NetworkError, StoppedError } from "../../../../src/client";
import { titles } from "../../../../src/provider/titles";
import { refusal } from "../../../client/refusals";
import { channel, fakeHub, NOON } from "../../fake-hub";
import { config, Life, state } from "./life";

const flagged = { ctwaField: "ctwa_enabled", ctwaTracking: false };

function refused(status: number): HubError {
  return new HubError(refusal(status, { purpose: "switch", apiMessage: "no such thing" }));
}

describe("create", () => {
  test("looks the channel up and switches tracking on; a hub that reports nothing is not asked again", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    const life = new Life(hub);

    expect(await life.apply(config())).toEqual(state());
    expect(hub.calls).toEqual(["find examplePA/exampleCH", "enable examplePA/exampleCL/exampleCH"]);
    expect(life.warnings).toEqual([]);
  });

  test("sends nothing where the hub reports the declared position already", async () => {
    const hub = fakeHub([channel("exampleCH", { ...flagged, ctwaTracking: true })]);
    const life = new Life(hub);

    expect(await life.apply(config())).toMatchObject({ verification: "observed", asserted_at: null });
    expect(hub.calls).toEqual(["find examplePA/exampleCH"]);
    expect(await life.read()).toMatchObject({ enabled: true, verification: "observed" });
  });

  test("takes the declared position on trust where on_create says so", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    const life = new Life(hub);
    const trusted = config({ on_create: "assume" });

    expect(await life.apply(trusted)).toMatchObject({ verification: "unverified", asserted_at: null });
    expect(await life.read()).toMatchObject({ verification: "unverified" });
    expect(await life.apply(trusted)).toMatchObject({ verification: "unverified" });
    expect(hub.calls.filter((call) => call.startsWith("enable"))).toEqual([]);

    expect(await life.apply(config())).toMatchObject({ verification: "assumed" });
    expect(hub.calls.at(-1)).toBe("enable examplePA/exampleCL/exampleCH");
  });

  test("shows drift of what was taken on trust once the hub reports it", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    const life = new Life(hub);
    const trusted = config({ on_create: "assume" });
    await life.apply(trusted);
    hub.channels.set("exampleCH", channel("exampleCH", flagged));

    expect(await life.read()).toMatchObject({ enabled: false, verification: "observed" });
    expect(await life.apply(trusted)).toMatchObject({ enabled: true, verification: "observed" });
    expect(hub.calls).toContain("enable examplePA/exampleCL/exampleCH");
  });

  test("switches tracking off where that is declared", async () => {
    const hub = fakeHub([channel("exampleCH")]);

    expect(await new Life(hub).apply(config({ enabled: false }))).toMatchObject({ enabled: false });
    expect(hub.calls).toContain("disable examplePA/exampleCL/exampleCH");
  });

  test("knows the switch as observed where the hub reports it", async () => {
    const life = new Life(fakeHub([channel("exampleCH", flagged)]));

    expect(await life.apply(config())).toMatchObject({ enabled: true, verification: "observed" });
  });

  test("notes the accepted switch before it looks again", async () => {
    const life = new Life(fakeHub([channel("exampleCH", flagged)]));
    await life.apply(config());

    expect(life.saved).toEqual([state()]);
  });

  test.each([
    ["no such channel", [], titles.channelNotFound, "channel_id"],
    [
      "a terminated channel",
      [channel("exampleCH", { terminatedAt: "2025-06-30T22:00:00Z" })],
      titles.terminated,
      "channel_id",
    ],
    [
      "a channel of another client",
      [channel("exampleCH", { clientId: "bakeryCL" })],
      titles.otherClient,
      "client_id",
    ],
  ])("refuses %s before anything is switched", async (_, channels, summary, place) => {
    const hub = fakeHub(channels);
    const applied = new Life(hub).apply(config({ client_id: "exampleCL" }));

    await expect(applied).rejects.toMatchObject({
      diagnostic: { summary, path: [{ attribute: place }] },
    });
    expect(hub.calls).toEqual(["find examplePA/exampleCH"]);
  });

  test("says when a channel was terminated, and what to do", async () => {
    const hub = fakeHub([channel("exampleCH", { terminatedAt: "2025-06-30T22:00:00Z" })]);

    await expect(new Life(hub).apply(config())).rejects.toThrow(/2025-06-30T22:00:00Z/);
  });

  test("names both clients of a channel that belongs to another one", async () => {
    const hub = fakeHub([channel("exampleCH", { clientId: "bakeryCL" })]);

    await expect(new Life(hub).apply(config({ client_id: "exampleCL" }))).rejects.toThrow(
      /\bbakeryCL\b.*\bexampleCL\b.*path.*404/,
    );
  });

  test("takes a cancelled channel that has not ended yet", async () => {
    const hub = fakeHub([channel("exampleCH", { terminatedAt: "2099-12-31T23:00:00Z" })]);

    expect(await new Life(hub).apply(config())).toMatchObject({ enabled: true });
  });

  test("asks for the client where the hub does not tell it", async () => {
    const hub = fakeHub([channel("exampleCH", { clientId: null })]);

    await expect(new Life(hub).apply(config())).rejects.toThrow("Set client_id");
    expect(await new Life(hub).apply(config({ client_id: "exampleCL" }))).toEqual(state());
  });

  test("says which client has the channel when the path of the switch is unknown", async () => {
    const moved = channel("exampleCH", { clientId: "bakeryCL" });
    const hub = fakeHub([channel("exampleCH")], {
      behaviour: { switchTo: () => Promise.reject(refused(404)), lookUp: async () => moved },
    });

    await expect(new Life(hub).apply(config())).rejects.toThrow(
      /404.*no such thing[\s\S]*\bbakeryCL\b.*, not under exampleCL/,
    );
  });

  test("names the settings when the hub lists the channel and yet knows no such path", async () => {
    const switchTo = () => Promise.reject(refused(404));
    const hub = fakeHub([channel("exampleCH")], { behaviour: { switchTo } });

    await expect(new Life(hub).apply(config())).rejects.toThrow(/hub_base_url.*partner_id/);
  });

  test("leaves other refusals to be explained as they are", async () => {
    const error = refused(403);
    const hub = fakeHub([channel("exampleCH")], { behaviour: { switchTo: () => Promise.reject(error) } });
    const life = new Life(hub);

    await expect(life.apply(config())).rejects.toBe(error);
    expect(life.saved).toEqual([]);
  });
});

describe("after the switch was accepted", () => {
  const gone = new NetworkError({
    host: "hub.example",
    request: "POST /channels/berlinCH/disable_ctwa",
    code: "ECONNRESET",
    words: "cut off",
    attempts: 1,
  });

  test("trouble with reading back is a warning", async () => {
    const lookUp = () => Promise.reject(gone);
    const life = new Life(fakeHub([channel("exampleCH", flagged)], { behaviour: { lookUp } }));

    expect(await life.apply(config())).toEqual(state());
    expect(life.warnings).toEqual([`warning: ${titles.switchNotSeen}`]);
    expect(life.diagnostics.list[0]?.detail).toContain("No answer from hub.example");
  });

  test("a channel that is not listed any more is a warning", async () => {
    const lookUp = async () => null;
    const life = new Life(fakeHub([channel("exampleCH", flagged)], { behaviour: { lookUp } }));

    expect(await life.apply(config())).toEqual(state());
    expect(life.warnings).toEqual([`warning: ${titles.disappeared}`]);
  });

  test("a stop ends the wait, and what was done is the state", async () => {
    const stop = new AbortController();
    const lookUp = async () => {
      stop.abort();
      return channel("exampleCH", flagged);
    };
    const hub = fakeHub([channel("exampleCH", flagged)], { behaviour: { lookUp } });
    const life = new Life(hub, stop.signal);

    expect(await life.apply(config())).toMatchObject({ enabled: true, verification: "assumed" });
    expect(hub.waits).toEqual([]);
    expect(life.warnings).toEqual([`warning: ${titles.switchNotSeen}`]);
  });

  test("a hub that is slow to report is looked at up to three times", async () => {
    const reports = [false, false, true];
    const lookUp = async () => channel("exampleCH", { ...flagged, ctwaTracking: reports.shift() ?? null });
    const hub = fakeHub([channel("exampleCH", flagged)], { behaviour: { lookUp } });
    const life = new Life(hub);

    expect(await life.apply(config())).toMatchObject({ verification: "observed" });
    expect(hub.waits).toEqual([500, 1500]);
    expect(life.warnings).toEqual([]);
  });

  test("a hub that goes on reporting the old state keeps the planned one as assumed", async () => {
    const hub = fakeHub([channel("exampleCH", flagged)], { behaviour: { switchTo: async () => {} } });
    const life = new Life(hub);

    expect(await life.apply(config())).toMatchObject({ enabled: true, verification: "assumed" });
    expect(hub.calls.filter((call) => call.startsWith("lookUp"))).toHaveLength(3);
    expect(life.warnings).toEqual([`warning: ${titles.oldStateReported}`]);
  });

  test("a flag that was guessed and contradicts is left aside for the rest of the run", async () => {
    const life = new Life(
      fakeHub([channel("exampleCH", flagged)], { behaviour: { switchTo: async () => {} } }),
    );
    await life.apply(config());

    expect(life.diagnostics.list[0]?.detail).toContain('ctwa_status_field = "ctwa_enabled"');
    expect(await life.read()).toMatchObject({ enabled: true, verification: "assumed" });
  });

  test("a flag that the settings name goes on being believed", async () => {
    const options = { ctwaStatusField: "ctwa_enabled", behaviour: { switchTo: async () => {} } };
    const life = new Life(fakeHub([channel("exampleCH", flagged)], options));
    await life.apply(config());

    expect(await life.read()).toMatchObject({ enabled: false, verification: "observed" });
  });
});

describe("update", () => {
  async function created(hub = fakeHub([channel("exampleCH")])): Promise<Life> {
    const life = new Life(hub);
    await life.apply(config());
    hub.calls.length = 0;
    hub.now = NOON + 60_000;
    return life;
  }

  test("sends the switch when enabled changes, and notes when", async () => {
    const life = await created();

    expect(await life.apply(config({ enabled: false }))).toEqual(
      state({ enabled: false, asserted_at: "2026-01-31T12:01:00.000Z" }),
    );
    expect(life.hub.calls[1]).toBe("disable examplePA/exampleCL/exampleCH");
  });

  test.each(["stale", "unverified"])("sends the switch again when it is %s", async (verification) => {
    const life = await created();
    life.current = state({ verification });

    expect(await life.apply(config())).toMatchObject({
      verification: "assumed",
      asserted_at: "2026-01-31T12:01:00.000Z",
    });
    expect(life.hub.calls[1]).toBe("enable examplePA/exampleCL/exampleCH");
  });

  test("asks nothing for what concerns only the state", async () => {
    const life = await created();

    expect(await life.apply(config({ on_destroy: "keep", reassert_after: "24h" }))).toEqual(
      state({ on_destroy: "keep", reassert_after: "24h" }),
    );
    expect(life.hub.calls).toEqual([]);
  });

  test("fails before any switch when the configuration names another client than the hub", async () => {
    const life = await created();

    await expect(life.apply(config({ client_id: "bakeryCL", enabled: false }))).rejects.toThrow(
      /\bexampleCL\b.*\bbakeryCL\b/,
    );
    await expect(life.apply(config({ client_id: "bakeryCL" }))).rejects.toThrow("bakeryCL");
    expect(life.hub.calls).toEqual(["find examplePA/exampleCH", "find examplePA/exampleCH"]);
  });

  test("sends the switch under the client that the hub has by then, without a contradiction to the plan", async () => {
    const life = await created();
    life.hub.channels.set("exampleCH", channel("exampleCH", { clientId: "bakeryCL" }));

    expect(await life.apply(config({ enabled: false }))).toMatchObject({ client_id: "exampleCL" });
    expect(life.hub.calls[1]).toBe("disable examplePA/bakeryCL/exampleCH");
    expect(await life.read()).toMatchObject({ client_id: "bakeryCL", verification: "assumed" });
  });

  test.each([
    ["got no answer", new StoppedError({ mayHaveTakenEffect: true }), true],
    [
      "was cut off",
      new NetworkError({
        host: "h",
        request: "POST /channels/berlinCH/disable_ctwa",
        code: "ECONNRESET",
        words: "cut",
        attempts: 2,
        mayHaveTakenEffect: true,
      }),
      true,
    ],
    ["met a failing hub", refused(502), true],
    [
      "was answered by a portal",
      new DecodeError({
        ...{ status: 200, path: "/disable_ctwa", problem: "it is HTML", excerpt: "<" },
        mayHaveTakenEffect: true,
      }),
      true,
    ],
    ["was never sent", new StoppedError(), false],
    [
      "had no login before it",
      new NetworkError({ host: "h", request: "POST /token", code: "ECONNREFUSED", words: "no", attempts: 2 }),
      false,
    ],
    ["was refused", refused(403), false],
  ])("says that the switch must be sent again when it %s: %#", async (_, error, again) => {
    const life = await created();
    life.saved = [];
    life.hub.behaviour = { switchTo: () => Promise.reject(error) };

    await expect(life.apply(config({ enabled: false }))).rejects.toBe(error);
    expect(life.saved).toEqual(again ? [state({ verification: "stale" })] : []);
  });
});
