import { HubError } from "../../../../src/client";
import { Diagnostics } from "../../../../src/framework";
import { planDestroy } from "../../../../src/provider/resources/ctwa-tracking-fleet/plan";
import { DisableGuard } from "../../../../src/provider/switching/disable-guard";
import { titles } from "../../../../src/provider/titles";
import { refusal } from "../../../client/refusals";
import { channel, fakeHub } from "../../fake-hub";
import { config, FleetLife, plain } from "./fleet-life";

const two = { aCH: true, bCH: true };

async function created(parts = {}): Promise<FleetLife> {
  const life = new FleetLife(fakeHub([channel("aCH"), channel("bCH")]));
  await life.apply(config(two, parts));
  life.said();
  life.hub.calls.length = 0;
  return life;
}

test("switches every channel off, under the client that it is under by now", async () => {
  const life = await created();
  life.hub.channels.set("bCH", channel("bCH", { clientId: "bakeryCL" }));

  expect(await life.destroy()).toBeNull();
  expect(life.hub.calls).toEqual([
    "findMany examplePA 2",
    "disable examplePA/exampleCL/aCH",
    "disable examplePA/bakeryCL/bCH",
  ]);
});

test("switches off a channel that moved away from its client_id", async () => {
  const life = new FleetLife(fakeHub([channel("aCH")]));
  await life.apply(config({ aCH: true }, { client_id: "exampleCL" }));
  life.hub.channels.set("aCH", channel("aCH", { clientId: "bakeryCL" }));

  expect(await life.destroy()).toBeNull();
  expect(life.hub.calls.at(-1)).toBe("disable examplePA/bakeryCL/aCH");
});

describe("a channel that left the map at a refresh", () => {
  async function departed(): Promise<FleetLife> {
    const life = await created();
    life.hub.channels.set("aCH", channel("aCH", { clientId: "bakeryCL" }));
    life.hub.channels.delete("bCH");
    await life.read();
    expect(plain(life.state.channels)).toEqual({});
    return life;
  }

  test("is switched off where it is now, unless it has ended", async () => {
    const life = await departed();

    expect(await life.destroy()).toBeNull();
    expect(life.hub.calls.filter((call) => call.startsWith("disable"))).toEqual([
      "disable examplePA/bakeryCL/aCH",
    ]);
  });

  test("counts as switched off in the plan", async () => {
    const life = await departed();
    const diagnostics = new Diagnostics();
    const client = { ...life.run(), guards: new DisableGuard(0) };

    planDestroy({ state: life.state, private: life.private, client, diagnostics });

    expect(diagnostics.list.map(({ summary }) => summary)).toEqual([titles.tooManyDisables]);
  });

  test("is in the state again where that fails", async () => {
    const life = await departed();
    life.hub.behaviour = {
      switchTo: () => Promise.reject(new HubError(refusal(403, { purpose: "switch" }))),
    };

    expect(plain((await life.destroy())?.channels)).toEqual({ aCH: true });
    life.said();
    life.hub.behaviour = {};
    expect(await life.destroy()).toBeNull();
    expect(life.hub.calls.at(-1)).toBe("disable examplePA/bakeryCL/aCH");
  });
});

test("sends nothing where on_destroy says so", async () => {
  const life = await created({ on_destroy: "keep" });

  expect(await life.destroy()).toBeNull();
  expect(life.hub.calls).toEqual([]);
});

test("leaves alone what the same run declares under another address, and says so", async () => {
  const life = await created();
  const run = life.run();
  run.writes.declare({ partnerId: "examplePA", channelId: "bCH" });
  life.run = () => run;

  expect(await life.destroy()).toBeNull();
  expect(life.hub.calls.slice(1)).toEqual(["disable examplePA/exampleCL/aCH"]);
  expect(life.said()).toEqual([`warning: ${titles.leftAsItIs}`]);
});

test("takes channels that are gone or terminated for done", async () => {
  const life = await created();
  life.hub.channels.delete("aCH");
  life.hub.channels.set("bCH", channel("bCH", { terminatedAt: "2025-06-30T22:00:00Z" }));

  expect(await life.destroy()).toBeNull();
  expect(life.hub.calls).toEqual(["findMany examplePA 2"]);
});

test("keeps what failed, and nothing else", async () => {
  const life = await created();
  life.hub.behaviour = {
    switchTo: async (_enabled, { channelId }) => {
      if (channelId === "bCH") throw new HubError(refusal(403, { purpose: "switch" }));
    },
  };

  const left = await life.destroy();

  expect(plain(left?.channels)).toEqual({ bCH: true });
  expect(plain(left?.pending)).toEqual({ bCH: "refused" });
  expect(Buffer.from(life.private.bytes).toString()).not.toContain("aCH");
  expect(life.diagnostics.list.at(-1)?.detail).toMatch(/\bstays in\b/);
  expect(life.said()).toEqual([
    `error: ${titles.pending("bCH", "refused")} @ channels["bCH"]`,
    `error: ${titles.notAllSwitched} @ channels`,
  ]);
  life.hub.behaviour = {};
  expect(await life.destroy()).toBeNull();
});
