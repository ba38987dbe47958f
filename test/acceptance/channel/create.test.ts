import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

it("switches tracking on, once, and tells what it knows of the channel", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
  expect((await world.workspace.state())[addressOf("berlin")]).toEqual({
    channel_id: "berlinCH",
    client_id: "exampleCL",
    partner_id: "examplePA",
    enabled: true,
    on_create: "switch",
    on_destroy: "disable",
    reassert_after: null,
    id: "berlinCH",
    app_id: "100002",
    phone_number: "+4915550000002",
    verification: "assumed",
    asserted_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    timeouts: null,
  });
  expect((await world.workspace.plan()).code).toBe(0);
});

it("plans what the configuration and the provider already tell, and nothing that only the hub knows", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  const { changes } = await world.workspace.plan();
  expect(changes).toEqual([
    {
      address: addressOf("berlin"),
      actions: ["create"],
      before: null,
      after: {
        channel_id: "berlinCH",
        partner_id: "examplePA",
        enabled: true,
        on_create: "switch",
        on_destroy: "disable",
        reassert_after: null,
        timeouts: null,
      },
      unknown: {
        client_id: true,
        id: true,
        app_id: true,
        phone_number: true,
        verification: true,
        asserted_at: true,
      },
    },
  ]);
  expect(switches(world)).toEqual([]);
});

it("declares that tracking is off where enabled is false", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"', "enabled = false"));
  await world.workspace.apply();
  expect(isOn(world, "munichCH")).toBe(false);
  expect(switches(world)).toEqual(["disable exampleCL/munichCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("leaves null what the hub does not have yet, and takes it over once it is there", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("leiden", 'channel_id = "leidenCH"'));
  await world.workspace.apply();
  const address = addressOf("leiden");
  expect((await world.workspace.state())[address]).toMatchObject({ app_id: null, phone_number: null });
  expect((await world.workspace.plan()).code).toBe(0);
  world.simulator.control.changeChannel("leidenCH", { app_id: "777777", phone_number: "+4915559999999" });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.apply();
  const { app_id, phone_number } = (await world.workspace.state())[address] ?? {};
  expect({ app_id, phone_number }).toEqual({ app_id: "777777", phone_number: "+4915559999999" });
  expect(switches(world)).toEqual(["enable cyclesCL/leidenCH"]);
});

it("takes the partner of the block where the provider has none", async () => {
  const world = await openWorld({ env: { DIALOG360_PARTNER_ID: undefined } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'partner_id = "examplePA"'));
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it.each([
  ["that is terminated", "innsbruckCH", ["terminated on 2025-06-30T22:00:00", "remove its block"]],
  ["that the partner does not have", "otherCH", ["examplePA has no channel otherCH"]],
])("sends nothing to a channel %s", async (_case, channelId, words) => {
  const world = await openWorld();
  const before = isOn(world, channelId);
  await world.workspace.configure(tracking("wrong", `channel_id = "${channelId}"`));
  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address: addressOf("wrong") }]);
  for (const word of words) expect(errors[0]?.detail).toContain(word);
  expect(switches(world)).toEqual([]);
  expect(isOn(world, channelId)).toBe(before);
  expect(await world.workspace.state()).toEqual({});
});
