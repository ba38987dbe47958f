import { UNKNOWN } from "../../../../src/framework";
import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, Life, state } from "./life";

const seen = { ctwaField: "ctwa_enabled", ctwaTracking: false };

describe("an import id", () => {
  test.each(["exampleCH", "exampleCL/exampleCH", "examplePA/exampleCL/exampleCH"])(
    "may be %s",
    async (id) => {
      const life = new Life(fakeHub([channel("exampleCH")]));

      expect(await life.import(id)).toEqual(
        state({ enabled: null, verification: "unverified", asserted_at: null }),
      );
      expect(life.hub.calls).toEqual(["find examplePA/exampleCH"]);
    },
  );

  test("may name another partner than the provider", async () => {
    const life = new Life(fakeHub([channel("otherCH", { clientId: "otherCL" })]));

    expect(await life.import("otherPA/otherCL/otherCH")).toMatchObject({
      partner_id: "otherPA",
      id: "otherCH",
    });
  });

  test.each(["", "/", "a/", "/exampleCH", "a/b/c/d", "example CH", "..", "exampleCL/../exampleCH"])(
    "cannot be %j",
    async (id) => {
      const life = new Life(fakeHub([channel("exampleCH")]));

      await expect(life.import(id)).rejects.toMatchObject({
        diagnostic: { summary: titles.invalidImportId },
      });
      expect(life.hub.calls).toEqual([]);
    },
  );

  test("must name the partner when the provider does not", async () => {
    const life = new Life(fakeHub([channel("exampleCH")], { partnerId: null }));

    await expect(life.import("exampleCH")).rejects.toThrow("PARTNER/CLIENT/CHANNEL");
  });

  test("waits for the provider's partner where that is not known yet", async () => {
    const life = new Life(fakeHub([channel("exampleCH")], { partnerId: UNKNOWN }));

    await expect(life.import("exampleCH")).rejects.toMatchObject({
      diagnostic: { summary: titles.settingsNotKnown },
    });
  });
});

describe("an import", () => {
  test("of a channel that nobody has is refused", async () => {
    await expect(new Life(fakeHub([])).import("exampleCL")).rejects.toThrow(/no channel exampleCL.*a client/);
  });

  test("of a terminated channel is refused", async () => {
    const life = new Life(fakeHub([channel("exampleCH", { terminatedAt: "2025-06-30T22:00:00Z" })]));

    await expect(life.import("exampleCH")).rejects.toThrow("terminated on 2025-06-30T22:00:00Z");
  });

  test("under a client that does not have the channel is refused and names both", async () => {
    const life = new Life(fakeHub([channel("exampleCH", { clientId: "bakeryCL" })]));

    await expect(life.import("exampleCL/exampleCH")).rejects.toThrow(/bakeryCL.*exampleCL/);
  });

  test("that sees nothing warns that the next apply switches tracking", async () => {
    const life = new Life(fakeHub([channel("exampleCH")]));
    await life.import("exampleCH");

    expect(life.warnings).toEqual([`warning: ${titles.trackingNotKnown}`]);
    expect(life.diagnostics.list[0]?.detail).toMatch(/\bnext apply\b/);
  });

  test("that sees the flag says nothing, and a configuration made from it plans nothing", async () => {
    const life = new Life(fakeHub([channel("exampleCH", seen)]));
    const imported = await life.import("exampleCH");
    await life.read();

    expect(imported).toEqual(state({ enabled: false, verification: "observed", asserted_at: null }));
    expect(life.warnings).toEqual([]);
    const generated = config({
      client_id: "exampleCL",
      partner_id: "examplePA",
      enabled: false,
      on_destroy: "disable",
    });
    expect(changes(imported, life.plan(generated).plan)).toEqual({});
  });

  test("that sees nothing makes a configuration without enabled, which plans one switch and then nothing", async () => {
    const life = new Life(fakeHub([channel("exampleCH")]));
    await life.import("exampleCH");
    await life.read();
    const generated = config({ client_id: "exampleCL", partner_id: "examplePA", on_destroy: "disable" });

    expect(life.plan(generated).diagnostics.list).toEqual([]);
    const applied = await life.apply(generated);
    expect(applied).toEqual(state());
    expect(changes(applied, life.plan(generated).plan)).toEqual({});
  });

  test("of a channel that moves afterwards is stale", async () => {
    const life = new Life(fakeHub([channel("exampleCH", seen)]));
    await life.import("exampleCH");
    life.hub.channels.set("exampleCH", channel("exampleCH", { ...seen, clientId: "bakeryCL" }));

    expect(await life.read()).toMatchObject({ client_id: "bakeryCL", verification: "stale" });
    expect(await life.read()).toMatchObject({ verification: "stale" });
  });
});
