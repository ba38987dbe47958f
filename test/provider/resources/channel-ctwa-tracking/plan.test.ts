import { UNKNOWN } from "../../../../src/framework";
import { ChannelClaims } from "../../../../src/provider/channels/channel-claims";
import { titles } from "../../../../src/provider/titles";
import { channel, fakeHub } from "../../fake-hub";
import { changes, config, Life, planned, state } from "./life";

const hub = fakeHub([]);

describe("the plan of a new object", () => {
  test("takes the provider's partner and leaves open what only the hub can tell", () => {
    expect(planned(hub, config(), null).plan).toEqual({
      ...config(),
      on_create: "switch",
      partner_id: "examplePA",
      client_id: UNKNOWN,
      enabled: true,
      on_destroy: "disable",
      id: UNKNOWN,
      app_id: UNKNOWN,
      phone_number: UNKNOWN,
      verification: UNKNOWN,
      asserted_at: UNKNOWN,
    });
  });

  test("keeps what is configured", () => {
    const own = { partner_id: "otherPA", client_id: "otherCL", enabled: false, on_destroy: "keep" } as const;

    expect(planned(hub, config(own), null).plan).toMatchObject(own);
  });

  test("leaves the partner open while the provider's is unknown", () => {
    const { plan, diagnostics } = planned(fakeHub([], { partnerId: UNKNOWN }), config(), null);

    expect(plan.partner_id).toBe(UNKNOWN);
    expect(diagnostics.list).toEqual([]);
  });

  test("fails at partner_id when neither the block nor the provider names one", () => {
    const { diagnostics } = planned(fakeHub([], { partnerId: null }), config(), null);

    expect(diagnostics.list).toEqual([
      expect.objectContaining({
        severity: "error",
        summary: "Missing partner",
        path: [{ attribute: "partner_id" }],
        detail: expect.stringContaining("DIALOG360_PARTNER_ID"),
      }),
    ]);
  });

  test("keeps a client that is not known yet as unknown", () => {
    expect(planned(hub, config({ client_id: UNKNOWN }), null).plan.client_id).toBe(UNKNOWN);
  });
});

describe("the plan of a change", () => {
  const timeouts = { plan: null, create: "9m", read: null, update: null, delete: null };
  const sent = { verification: UNKNOWN, asserted_at: UNKNOWN };
  test.each([
    ["nothing when nothing is different", {}, {}, {}],
    ["a switch when enabled differs", { enabled: false }, {}, { enabled: false, ...sent }],
    ["a switch when enabled is not known yet", { enabled: UNKNOWN }, {}, { enabled: UNKNOWN, ...sent }],
    [
      "a switch when the flag has drifted",
      {},
      { enabled: false, verification: "observed" },
      { enabled: true, ...sent },
    ],
    ["a switch when the last one is stale", {}, { verification: "stale" }, sent],
    [
      "a switch when the import saw nothing",
      {},
      { enabled: null, verification: "unverified", asserted_at: null },
      { enabled: true, ...sent },
    ],
    ["nothing when the import saw what is declared", {}, { verification: "observed", asserted_at: null }, {}],
    ["no switch for another on_destroy", { on_destroy: "keep" }, {}, { on_destroy: "keep" }],
    ["no switch for another reassert_after", { reassert_after: "24h" }, {}, { reassert_after: "24h" }],
    ["no switch for timeouts", { timeouts }, {}, { timeouts }],
    ["no switch for another client", { client_id: "bakeryCL" }, {}, { client_id: "bakeryCL" }],
    [
      "an app id that may come with the switch",
      {},
      { app_id: null, verification: "stale" },
      { app_id: UNKNOWN, ...sent },
    ],
    ["no app id that nothing will bring", { on_destroy: "keep" }, { app_id: null }, { on_destroy: "keep" }],
    [
      "no phone number that nothing will bring",
      { on_destroy: "keep" },
      { phone_number: null },
      { on_destroy: "keep" },
    ],
  ] as const)("is %s", (_, configured, prior, expected) => {
    const { plan, replaces } = planned(hub, config(configured), state(prior));

    expect(changes(state(prior), plan)).toEqual(expected);
    expect(replaces).toEqual([]);
  });

  test("is a new object for another channel", () => {
    const { replaces } = planned(hub, config({ channel_id: "berlinCH" }), state());

    expect(replaces).toEqual(["channel_id"]);
  });

  test("is a new object when the provider has another partner now", () => {
    const { plan, replaces } = planned(fakeHub([], { partnerId: "otherPA" }), config(), state());

    expect(plan.partner_id).toBe("otherPA");
    expect(replaces).toEqual(["partner_id"]);
  });

  test.each([
    ["unknown", UNKNOWN],
    ["not set", null],
  ])("keeps the partner while the provider's is %s", (_, partnerId) => {
    const { plan, replaces } = planned(fakeHub([], { partnerId }), config(), state());

    expect(changes(state(), plan)).toEqual({});
    expect(replaces).toEqual([]);
  });

  test("warns at client_id when the hub has the channel under another client", () => {
    const { diagnostics } = planned(hub, config({ client_id: "bakeryCL" }), state());

    expect(diagnostics.list).toEqual([
      expect.objectContaining({
        severity: "warning",
        path: [{ attribute: "client_id" }],
        detail: expect.stringMatching(/exampleCL.*bakeryCL/),
      }),
    ]);
  });

  test("is the same when it is asked for again, with what has become known", () => {
    const first = planned(hub, config({ enabled: UNKNOWN }), state());
    const second = planned(hub, config({ enabled: true }), state());

    expect(changes(state(), second.plan)).toEqual({});
    for (const [name, value] of Object.entries(first.plan)) {
      if (value !== UNKNOWN) expect(second.plan).toHaveProperty(name, value);
    }
  });
});

describe("a channel of two blocks", () => {
  const twice = [{ summary: titles.declaredTwice, path: [{ attribute: "channel_id" }] }];

  async function created(): Promise<Life> {
    const life = new Life(fakeHub([channel("exampleCH")]));
    await life.apply(config());
    return life;
  }

  test("is refused at the one that is planned last, also when both are in the state", async () => {
    const claims = new ChannelClaims();
    const [one, other] = [await created(), await created()];

    expect(planned(hub, config(), one.current, { kept: one.private, claims }).diagnostics.list).toEqual([]);
    const { diagnostics } = planned(hub, config(), other.current, { kept: other.private, claims });
    expect(diagnostics.list).toMatchObject(twice);
    expect(planned(hub, config(), null, { claims }).diagnostics.list).toMatchObject(twice);
  });

  test("is none while a block is replaced, which core plans twice, the second time without its state", async () => {
    const claims = new ChannelClaims();
    const { current, private: kept } = await created();
    const imported = new Life(fakeHub([channel("berlinCH", { clientId: null })]));
    await imported.import("berlinCH");

    const plans = [
      planned(hub, config(), current, { kept, claims }),
      planned(hub, config(), null, { kept, claims }),
      planned(hub, config({ channel_id: "berlinCH" }), imported.current, { kept: imported.private, claims }),
      planned(hub, config({ channel_id: "berlinCH" }), null, { kept: imported.private, claims }),
    ];
    expect(plans.flatMap(({ diagnostics }) => diagnostics.list)).toEqual([]);
  });

  test("is none either while a block is replaced whose state was written before ids were kept", async () => {
    const claims = new ChannelClaims();
    const { current } = await created();

    const plans = [planned(hub, config(), current, { claims }), planned(hub, config(), null, { claims })];
    expect(plans.flatMap(({ diagnostics }) => diagnostics.list)).toEqual([]);
  });
});
