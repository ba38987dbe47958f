import { Diagnostics, UNKNOWN } from "../../../../src/framework";
import { planDestroy } from "../../../../src/provider/resources/channel-ctwa-tracking/plan";
import type { State, Uncertain } from "../../../../src/provider/resources/channel-ctwa-tracking/schema";
import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub } from "../../fake-hub";
import { config, Life, planned, state } from "./life";

const TOO_MANY = titles.tooManyDisables;

/** A hub whose provider may switch off no channel at all. */
const guarded = (most = 0) =>
  fakeHub([channel("exampleCH"), channel("berlinCH")], { maxDisablesPerRun: most });

function summaries(diagnostics: Diagnostics): string[] {
  return diagnostics.list.map(({ summary }) => summary);
}

describe("a plan counts", () => {
  test.each<[string, Partial<Uncertain>, Partial<State>]>([
    ["enabled that becomes false", { enabled: false }, {}],
    ["enabled that becomes false where nobody knew it", { enabled: false }, { enabled: null }],
    ["enabled that becomes false, whatever on_destroy says", { enabled: false, on_destroy: "keep" }, {}],
    ["the old channel of a replacement", { channel_id: "berlinCH" }, {}],
    ["the old channel where the new one is not known yet", { channel_id: UNKNOWN }, {}],
    ["the old channel where the partner changes", { partner_id: "otherPA" }, {}],
  ])("%s", (_, configured, prior) => {
    expect(summaries(planned(guarded(), config(configured), state(prior)).diagnostics)).toEqual([TOO_MANY]);
  });

  test("a destroy", () => {
    const diagnostics = new Diagnostics();
    planDestroy({ client: guarded().session, diagnostics, state: state() });
    expect(summaries(diagnostics)).toEqual([TOO_MANY]);
  });
});

describe("a plan does not count", () => {
  test.each<[string, Partial<Uncertain>, Partial<State> | null]>([
    ["no change", {}, {}],
    ["a switch to on", { enabled: true }, { enabled: false }],
    ["off that is sent again", { enabled: false }, { enabled: false, verification: "stale" }],
    ["a new object, even one that is off", { enabled: false }, null],
    ["a replacement whose old channel is kept", { channel_id: "berlinCH" }, { on_destroy: "keep" }],
    ["enabled that is not known yet", { enabled: UNKNOWN }, {}],
  ])("%s", (_, configured, prior) => {
    const { diagnostics } = planned(guarded(), config(configured), prior === null ? null : state(prior));
    expect(diagnostics.list).toEqual([]);
  });

  test("a destroy that keeps the switch", () => {
    const diagnostics = new Diagnostics();
    planDestroy({
      client: guarded().session,
      diagnostics,
      state: state({ on_destroy: "keep" }),
    });
    expect(diagnostics.list).toEqual([]);
  });
});

test("a plan counts over all objects, each channel once", () => {
  const { session } = guarded(1);
  const diagnostics = new Diagnostics();
  for (const id of ["exampleCH", "exampleCH", "berlinCH"]) {
    planDestroy({
      client: session,
      diagnostics,
      state: state({ channel_id: id, partner_id: null }),
    });
  }
  expect(summaries(diagnostics)).toEqual([TOO_MANY]);
});

describe("at apply, where the plan did not know", () => {
  test("a destroy is refused before its switch", async () => {
    const hub = guarded();
    const life = new Life(hub);
    life.current = state();
    await expect(life.destroy()).rejects.toMatchObject({ diagnostic: { summary: TOO_MANY } });
    expect(hub.calls.filter((call) => call.startsWith("disable"))).toEqual([]);
  });

  test("a switch to off is refused before it is sent", async () => {
    const hub = guarded();
    const life = new Life(hub);
    life.current = state();
    await expect(life.apply(config({ enabled: false }))).rejects.toMatchObject({
      diagnostic: { summary: TOO_MANY },
    });
    expect(hub.calls.filter((call) => call.startsWith("disable"))).toEqual([]);
  });

  test("what the plan of the same process has counted is not counted again", async () => {
    const hub = guarded(1);
    const life = new Life(hub);
    await life.apply(config());
    await life.apply(config({ enabled: false }));
    await life.destroy();
    expect(hub.calls.filter((call) => call.startsWith("disable"))).toHaveLength(1);
  });
});
