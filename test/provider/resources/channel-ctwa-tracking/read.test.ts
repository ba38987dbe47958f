import { StoppedError } from "../../../../src/client";
import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub, NOON } from "../../fake-hub";
import { changes, config, Life, state } from "./life";

const HOUR = 3_600_000;
const on = { ctwaField: "ctwa_enabled", ctwaTracking: true };
const off = { ctwaField: "ctwa_enabled", ctwaTracking: false };

async function created(parts: Parameters<typeof config>[0] = {}): Promise<Life> {
  const life = new Life(fakeHub([channel("exampleCH")]));
  await life.apply(config(parts));
  life.hub.calls.length = 0;
  return life;
}

function change(life: Life, parts: Parameters<typeof channel>[1]): void {
  life.hub.channels.set("exampleCH", channel("exampleCH", parts));
}

test("changes nothing while nothing has changed, with one read from the shared list", async () => {
  const life = await created();

  expect(await life.read()).toEqual(state());
  expect(life.hub.calls).toEqual(["find examplePA/exampleCH"]);
  expect(life.warnings).toEqual([]);
});

test("removes a channel that is gone, with a warning", async () => {
  const life = await created();
  life.hub.channels.clear();

  expect(await life.read()).toBeNull();
  expect(life.warnings).toEqual([`warning: ${titles.channelNotFound}`]);
});

test("removes a terminated channel with a warning that says when", async () => {
  const life = await created();
  change(life, { terminatedAt: "2026-01-30T22:00:00Z" });

  expect(await life.read()).toBeNull();
  expect(life.diagnostics.list).toEqual([
    expect.objectContaining({ severity: "warning", detail: expect.stringContaining("2026-01-30T22:00:00Z") }),
  ]);
});

test("keeps a channel whose end is still to come", async () => {
  const life = await created();
  change(life, { terminatedAt: "2026-02-28T22:00:00Z" });

  expect(await life.read()).toEqual(state());
});

test("fails, and does not remove anything, when the hub cannot be asked", async () => {
  const life = await created();
  const error = new Error("no answer");
  life.hub.behaviour = { find: () => Promise.reject(error) };

  await expect(life.read()).rejects.toBe(error);
});

describe("a channel that moved to another client", () => {
  test("is stale under its present client, and the plan sends the switch there", async () => {
    const life = await created();
    change(life, { clientId: "bakeryCL" });

    expect(await life.read()).toEqual(state({ client_id: "bakeryCL", verification: "stale" }));
    expect(life.diagnostics.list).toEqual([
      expect.objectContaining({
        severity: "warning",
        detail: expect.stringMatching(/client bakeryCL;.*exampleCL/),
      }),
    ]);
    expect(Object.keys(changes(life.current ?? state(), life.plan(config()).plan))).toEqual([
      "verification",
      "asserted_at",
    ]);
    expect(await life.apply(config())).toEqual(state({ client_id: "bakeryCL" }));
    expect(life.hub.calls).toContain("enable examplePA/bakeryCL/exampleCH");
    expect(await life.read()).toEqual(state({ client_id: "bakeryCL" }));
  });

  test("stays stale through later refreshes, also where the hub reports the switch as on", async () => {
    const life = await created();
    change(life, { clientId: "bakeryCL", ...on });

    await life.read();
    expect(await life.read()).toMatchObject({ enabled: true, verification: "stale" });
  });

  test("is as it was when it has moved back", async () => {
    const life = await created();
    change(life, { clientId: "bakeryCL", ...on });
    await life.read();
    change(life, on);

    expect(await life.read()).toMatchObject({ client_id: "exampleCL", verification: "observed" });
  });
});

describe("a switch without an answer", () => {
  /** It was to go off, and the state keeps what was before. */
  async function unanswered(): Promise<Life> {
    const life = await created();
    life.hub.behaviour = { switchTo: () => Promise.reject(new StoppedError({ mayHaveTakenEffect: true })) };
    await expect(life.apply(config({ enabled: false }))).rejects.toThrow();
    life.current = life.saved.at(-1) ?? null;
    life.hub.behaviour = {};
    return life;
  }

  test("stays open while a hub that may be late reports the old position, and is sent when taken back", async () => {
    const life = await unanswered();
    change(life, on);

    expect(await life.read()).toMatchObject({ enabled: true, verification: "stale" });
    life.hub.calls.length = 0;
    await life.apply(config());
    expect(life.hub.calls).toContain("enable examplePA/exampleCL/exampleCH");
    expect(await life.read()).toMatchObject({ enabled: true, verification: "observed" });
  });

  test("is settled once the hub reports the position that was sent, for good", async () => {
    const life = await unanswered();
    change(life, off);
    expect(await life.read()).toMatchObject({ enabled: false, verification: "observed" });

    change(life, on);
    expect(await life.read()).toMatchObject({ enabled: true, verification: "observed" });
  });
});

describe("a flag of the hub", () => {
  test("is followed, so that a switch flipped elsewhere shows in the plan", async () => {
    const life = await created();
    change(life, off);

    expect(await life.read()).toEqual(state({ enabled: false, verification: "observed" }));
    expect(life.plan(config()).plan).toMatchObject({ enabled: true });
  });

  test("confirms what was only assumed", async () => {
    const life = await created();
    change(life, on);

    expect(await life.read()).toEqual(state({ verification: "observed" }));
  });

  test("that is not there any more leaves what was last written as assumed", async () => {
    const life = await created();
    life.current = state({ verification: "observed" });

    expect(await life.read()).toEqual(state());
  });

  test("that is not there any more leaves an import as unverified", async () => {
    const life = await created();
    life.current = state({ verification: "observed", asserted_at: null });

    expect(await life.read()).toMatchObject({ verification: "unverified" });
  });

  test("that the settings name and the channel lacks is a warning", async () => {
    const life = new Life(
      fakeHub([channel("exampleCH", { ctwaFieldMissing: true })], { ctwaStatusField: "x.y" }),
    );
    life.current = state();

    expect(await life.read()).toEqual(state());
    expect(life.diagnostics.list).toEqual([
      expect.objectContaining({
        severity: "warning",
        detail: expect.stringMatching(/"x\.y".*ctwa_status_field/),
      }),
    ]);
  });
});

describe("reassert_after", () => {
  test.each([
    ["younger", 24 * HOUR, "assumed"],
    ["older", 24 * HOUR + 1, "stale"],
  ])("makes an assumed switch that is %s %s ms after it %s", async (_, age, verification) => {
    const life = await created({ reassert_after: "24h" });
    life.hub.now = NOON + age;

    expect(await life.read()).toEqual(state({ reassert_after: "24h", verification }));
  });

  test("heals by sending the switch again", async () => {
    const life = await created({ reassert_after: "24h" });
    life.hub.now = NOON + 25 * HOUR;
    await life.read();

    expect(await life.apply(config({ reassert_after: "24h" }))).toMatchObject({
      verification: "assumed",
      asserted_at: "2026-02-01T13:00:00.000Z",
    });
    expect(await life.read()).toMatchObject({ verification: "assumed" });
  });

  test("has no effect where the hub reports the switch", async () => {
    const life = await created({ reassert_after: "24h" });
    life.hub.now = NOON + 25 * HOUR;
    change(life, on);

    expect(await life.read()).toMatchObject({ verification: "observed" });
  });

  test("takes a switch of the future for stale, since a clock was wrong", async () => {
    const life = await created({ reassert_after: "1h" });
    life.current = state({ reassert_after: "1h", asserted_at: "2030-01-01T00:00:00.000Z" });

    expect(await life.read()).toMatchObject({ verification: "stale" });
  });

  test("does not touch an import that nobody has written yet", async () => {
    const life = await created();
    life.current = state({ reassert_after: "1s", verification: "unverified", asserted_at: null });

    expect(await life.read()).toMatchObject({ verification: "unverified" });
  });
});
