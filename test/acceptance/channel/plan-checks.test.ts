import { titles } from "../../../src/provider/titles";
import { exampleSeed } from "../../../src/simulator/world/seed";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();

test("a mistyped channel is refused at plan, at its id, and the channel that is meant is offered", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlnCH"'));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: [
      { address: addressOf("berlin"), summary: titles.channelNotFound, line: 'channel_id = "berlnCH"' },
    ],
  });
  expect(errors[0]?.detail).toContain("berlinCH?");
});

test("a terminated channel is refused at plan, with the time of its end", async () => {
  const world = await openWorld();
  world.simulator.control.changeChannel("berlinCH", { terminated_at: YESTERDAY });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: [{ summary: titles.terminated, line: 'channel_id = "berlinCH"' }],
  });
  expect(errors[0]?.detail).toContain(YESTERDAY);
});

test("a cancelled channel that has not ended is planned with a warning that tells both times", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("cologne", 'channel_id = "cologneCH"'));

  const { code, errors, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors, warnings }).toMatchObject({
    code: 2,
    errors: [],
    warnings: [{ summary: "Channel is cancelled", detail: expect.stringMatching(/2026-01-15.*2099-12-31/) }],
  });
});

test("a channel of another client is refused at plan, at client_id", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'client_id  = "bakeryCL"'));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: [{ summary: titles.otherClient, line: 'client_id  = "bakeryCL"' }],
  });
  expect(errors[0]?.detail).toContain("exampleCL");
});

test("an update that names another client is refused at plan once", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', 'client_id  = "bakeryCL"'));

  const { code, errors, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors, warnings }).toMatchObject({
    code: 1,
    errors: [{ summary: titles.otherClient, line: 'client_id  = "bakeryCL"' }],
    warnings: [],
  });
});

describe.each([
  ["a wrong password", { DIALOG360_PASSWORD: "wrong-password" }, "401"],
  [
    "a wrong key",
    { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined, DIALOG360_API_KEY: "wrong" },
    "401",
  ],
])("%s", (_name, env, status) => {
  test("is refused at plan, once for all objects", async () => {
    const world = await openWorld({ env });
    await world.workspace.configure(
      tracking("all", 'for_each = toset(["berlinCH", "exampleCH"])', "channel_id = each.key"),
    );

    const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.summary).toContain(status);
    expect(errors[0]?.detail).toContain("plan_checks");
  });
});

test("a hub that refuses the list is an error at plan, in the hub's own words", async () => {
  const world = await openWorld();
  world.simulator.control.addFault({ route: "channels", status: 403, times: 9 });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect(code).toBe(1);
  expect(errors).toMatchObject([{ summary: "Not allowed (403)" }]);
});

test("a hub that cannot be reached is an error at plan", async () => {
  const world = await openWorld({
    env: { DIALOG360_HUB_BASE_URL: "http://127.0.0.1:1/api/v2", DIALOG360_MAX_RETRIES: "0" },
  });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));

  const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.detail).toContain("ECONNREFUSED");
});

test('with plan_checks = "warning" the same is a warning, and the plan holds', async () => {
  const world = await openWorld({ env: { DIALOG360_PLAN_CHECKS: "warning" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlnCH"'));

  const { code, errors, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect({ code, errors, warnings }).toMatchObject({
    code: 2,
    errors: [],
    warnings: [{ summary: titles.channelNotFound, line: 'channel_id = "berlnCH"' }],
  });
});

test('with plan_checks = "off" a plan of something new sends nothing', async () => {
  const world = await openWorld();
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlnCH"'),
    'provider "dialog360" {\n  plan_checks = "off"\n}',
  );

  expect((await world.workspace.plan()).code).toBe(2);
  expect(asked(world.simulator)).toEqual({});
});

test("1,000 creates are checked with one login and one list page", async () => {
  const seed = exampleSeed(1_024);
  const channels = seed.channels.filter(({ id }) => /^n\d+CH$/.test(id));
  expect(channels).toHaveLength(1_000);
  const world = await openWorld({ simulator: { seed: { ...seed, channels } } });
  await world.workspace.configure(
    tracking("all", "count = 1000", 'channel_id = format("n%05dCH", count.index + 1)'),
  );

  const { code, changes } = await world.workspace.plan();

  expect({ code, created: changes.length }).toEqual({ code: 2, created: 1_000 });
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
});

test("a channel that a refresh finds gone is planned anew with a warning, and apply fails for it alone", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    tracking(
      "all",
      'for_each = toset(["berlinCH", "exampleCH"])',
      "channel_id = each.key",
      "enabled = false",
    ),
  );
  await world.workspace.apply();
  world.simulator.control.removeChannel("berlinCH");
  await world.workspace.configure(
    tracking("all", 'for_each = toset(["berlinCH", "exampleCH"])', "channel_id = each.key"),
  );

  const { code, errors, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");
  expect({ code, errors, warnings }).toMatchObject({
    code: 2,
    errors: [],
    warnings: [{ summary: titles.channelNotFound }],
  });

  const applied = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(applied.errors).toMatchObject([{ address: `${addressOf("all")}["berlinCH"]` }]);
  expect(isOn(world, "exampleCH")).toBe(true);
});

test("a plan for a partner that does not hold the channel is refused, and nothing is switched off", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.requests.clear();
  world.workspace.setEnv({ DIALOG360_PARTNER_ID: "wrongPA" });

  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.summary).toContain("examplePA to wrongPA");
  expect(errors[0]?.detail).toContain("DIALOG360_PARTNER_ID");
  expect(switches(world)).toEqual([]);
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(Object.keys(await world.workspace.state())).toEqual([addressOf("berlin")]);
});
