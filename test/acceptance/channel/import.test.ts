import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { unwrapped } from "../harness/terraform";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, type World } from "../harness/world";

const address = addressOf("munich");
const WARNING = 'verification = "unverified"';

const imported = {
  channel_id: "munichCH",
  client_id: "exampleCL",
  partner_id: "examplePA",
  enabled: null,
  on_create: "switch",
  on_destroy: "disable",
  reassert_after: null,
  id: "munichCH",
  app_id: "100004",
  phone_number: "+4915550000004",
  verification: "unverified",
  asserted_at: null,
  timeouts: null,
};

async function importing({ workspace }: World, id: string) {
  return workspace.run("import", "-no-color", "-input=false", address, id);
}

async function stateOf({ workspace }: World) {
  return (await workspace.state())[address];
}

it("takes a channel over with the defaults, and switches to what is declared by the next apply", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  const run = succeeded(await importing(world, "munichCH"));
  expect(unwrapped(run)).toContain(WARNING);
  expect(unwrapped(run)).toMatch(/\bnext apply\b/);
  expect(switches(world)).toEqual([]);
  expect(await stateOf(world)).toEqual(imported);
  expect((await world.workspace.plan("-refresh-only")).code).toBe(0);
  expect((await world.workspace.plan()).changes).toMatchObject([
    { actions: ["update"], unknown: { verification: true, asserted_at: true } },
  ]);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable exampleCL/munichCH"]);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "assumed" });
  expect((await world.workspace.plan()).code).toBe(0);
});

it.each(["exampleCL/munichCH", "examplePA/exampleCL/munichCH"])("takes over %s as well", async (id) => {
  const world = await openWorld();
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  succeeded(await importing(world, id));
  expect(await stateOf(world)).toEqual(imported);
  expect(switches(world)).toEqual([]);
});

it("knows the switch where the hub reports it, and then has nothing to do", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  const run = succeeded(await importing(world, "munichCH"));
  expect(unwrapped(run)).not.toContain(WARNING);
  expect(await stateOf(world)).toMatchObject({ enabled: true, verification: "observed", asserted_at: null });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"', "enabled = false"));
  expect((await world.workspace.plan()).changes).toMatchObject([{ before: { enabled: true } }]);
  await world.workspace.apply();
  expect(isOn(world, "munichCH")).toBe(false);
});

it("sends what is declared where the hub reported the switch to the import and reports it no more", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  succeeded(await importing(world, "munichCH"));
  world.simulator.control.changeSettings({ ctwaField: null });
  expect((await world.workspace.plan()).changes).toMatchObject([
    { actions: ["update"], before: { enabled: true, verification: "unverified" } },
  ]);
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable exampleCL/munichCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("asks for the partner where the provider has none and the id names none", async () => {
  const world = await openWorld({ env: { DIALOG360_PARTNER_ID: undefined } });
  await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"', 'partner_id = "examplePA"'));
  const run = await importing(world, "exampleCL/munichCH");
  expect(run.code).toBe(1);
  expect(unwrapped(run)).toContain("PARTNER/CLIENT/CHANNEL");
  succeeded(await importing(world, "examplePA/exampleCL/munichCH"));
  await world.workspace.apply();
  expect((await world.workspace.plan()).code).toBe(0);
});

describe("an import that cannot be meant", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.workspace.configure(tracking("munich", 'channel_id = "munichCH"'));
  });

  it.each([
    ["a channel under another client", "bakeryCL/munichCH", "the import id says bakeryCL"],
    [
      "a partner in the place of the client",
      "examplePA/munichCH",
      "the import id says examplePA, which looks like the id of a partner",
    ],
    ["a channel that is not there", "nowhereCH", "has no channel nowhereCH"],
    ["a terminated channel", "niceCH", "2025-06-30T22:00:00Z"],
    [
      "an id of no known form",
      "a/b/c/d",
      "An import id is CHANNEL, CLIENT/CHANNEL or PARTNER/CLIENT/CHANNEL",
    ],
    [
      "an id with an empty part",
      "exampleCL/",
      "An import id is CHANNEL, CLIENT/CHANNEL or PARTNER/CLIENT/CHANNEL",
    ],
  ])("is refused: %s", async (_case, id, words) => {
    const run = await importing(world, id);
    expect(run.code).toBe(1);
    expect(unwrapped(run)).toContain(words);
    expect(await world.workspace.state()).toEqual({});
  });
});

describe("an import block", () => {
  const block = `import {\n  to = ${address}\n  id = "munichCH"\n}\n`;

  it("imports and switches to what is declared in one apply", async () => {
    const world = await openWorld();
    await world.workspace.configure(block + tracking("munich", 'channel_id = "munichCH"', "enabled = false"));
    const plan = await world.workspace.plan();
    expect(plan.changes).toMatchObject([{ actions: ["update"], before: { verification: "unverified" } }]);
    expect(unwrapped(plan)).toContain(WARNING);
    await world.workspace.apply();
    expect(isOn(world, "munichCH")).toBe(false);
    expect(switches(world)).toEqual(["disable exampleCL/munichCH"]);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it.each([
    ["does not report", undefined],
    ["reports", "ctwa_enabled"],
  ])("lets the configuration be generated where the hub %s the switch", async (_case, ctwaField) => {
    const world = await openWorld({ simulator: ctwaField === undefined ? {} : { ctwaField } });
    // Terraform 1.16 looks for another provider without this argument, and refuses it once the resource has a block.
    await world.workspace.configure(block.replace(/\}\s*$/, "  provider = dialog360\n}\n"));
    const planned = await world.workspace.plan("-generate-config-out=generated.tf");
    expect(planned.code).not.toBe(1);
    await world.workspace.configure(block);
    const generated = await world.workspace.read("generated.tf");
    expect(generated).toMatch(/channel_id\s+= "munichCH"/);
    await world.workspace.apply();
    expect(isOn(world, "munichCH")).toBe(true);
    expect(switches(world)).toHaveLength(ctwaField === undefined ? 1 : 0);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("imports many channels with for_each", async () => {
    const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
    const shops = '{ munich = "munichCH", vienna = "viennaCH" }';
    await world.workspace.configure(
      `locals {\n  shops = ${shops}\n}
import {
  for_each = local.shops
  to       = dialog360_channel_ctwa_tracking.shop[each.key]
  id       = each.value
}
${tracking("shop", "for_each = local.shops", "channel_id = each.value")}`,
    );
    await world.workspace.apply();
    expect(Object.keys(await world.workspace.state())).toHaveLength(2);
    expect(switches(world)).toEqual([]);
    expect((await world.workspace.plan()).code).toBe(0);
  });
});

it("tells of many imports without a known state three times in full, then by their number", async () => {
  const world = await openWorld({ simulator: { channels: 60 } });
  await world.workspace.configure(`locals {
  ids = [for number in range(1, 21) : format("n%05dCH", number)]
}
import {
  for_each = toset(local.ids)
  to       = dialog360_channel_ctwa_tracking.all[each.key]
  id       = each.key
}
${tracking("all", "for_each = toset(local.ids)", "channel_id = each.key")}`);

  const { code, warnings } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

  expect(code).toBe(2);
  const told = warnings
    .map(({ summary }) => summary)
    .filter((summary) => summary.startsWith("Tracking state"));
  expect(told.sort()).toEqual([
    ...Array.from({ length: 3 }, () => titles.trackingNotKnown),
    `${titles.trackingNotKnown}: 10 so far`,
  ]);
});
