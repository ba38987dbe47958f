import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, FleetLife, plain } from "./fleet-life";

const on = { ctwaField: "ctwa_enabled", ctwaTracking: true };
const off = { ...on, ctwaTracking: false };

function lifeOf(parts: object = {}): FleetLife {
  return new FleetLife(
    fakeHub([
      channel("aCH", { ...on, ...parts }),
      channel("bCH", { ...off, ...parts }),
      channel("cCH", { ...on, ...parts, clientId: "bakeryCL" }),
      channel("dCH", { ...on, ...parts, terminatedAt: "2025-06-30T22:00:00Z" }),
    ]),
  );
}

test.each([
  ["examplePA/client:exampleCL", { aCH: true, bCH: false }, "exampleCL"],
  ["client:exampleCL", { aCH: true, bCH: false }, "exampleCL"],
  ["examplePA/*", { aCH: true, bCH: false, cCH: true }, null],
  ["*", { aCH: true, bCH: false, cCH: true }, null],
])("%s brings in the channels as the hub reports them", async (id, channels, clientId) => {
  const life = lifeOf();

  const state = await life.import(id);

  expect(plain(state.channels)).toEqual(channels);
  expect(state).toMatchObject({ client_id: clientId, partner_id: "examplePA", verification: "observed" });
  expect(life.said()).toEqual([]);
  expect(await life.read()).toEqual(state);
  const written = config(channels, { client_id: clientId });
  expect(changes(life.plan(written), state)).toEqual({});
});

test("channels of which the hub reports nothing come in as off, with one warning, and are switched as declared", async () => {
  const life = lifeOf({ ctwaField: null, ctwaTracking: null });

  const state = await life.import("examplePA/client:exampleCL");
  expect(plain(state.channels)).toEqual({ aCH: false, bCH: false });
  expect(life.said()).toEqual([`warning: ${titles.trackingNotKnown}`]);
  expect(await life.read()).toMatchObject({ verification: "unverified", pending: new Map() });

  const written = config({ aCH: true, bCH: false }, { client_id: "exampleCL" });
  expect(life.plan(written).plan).toMatchObject({ last_change: "1 off, 1 on" });
  expect(await life.apply(written)).toMatchObject({ verification: "assumed" });
  expect(life.hub.calls.filter((call) => /able/.test(call))).toHaveLength(2);
});

test.each(["examplePA/exampleCL", "examplePA/client:", "a/b/*", "", "example PA/*", "client:a/b"])(
  "%j is no import id",
  async (id) => {
    await expect(lifeOf().import(id)).rejects.toThrow("PARTNER/client:CLIENT");
  },
);

test("a client without channels is an error", async () => {
  await expect(lifeOf().import("examplePA/client:noSuchCL")).rejects.toThrow("noSuchCL");
});
