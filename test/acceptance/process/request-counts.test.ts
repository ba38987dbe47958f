import { exampleSeed } from "../../../src/simulator/world/seed";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { openWorld, type World } from "../harness/world";

/** Tracking of the generated channels with these numbers. */
const tracking = (first: number, last: number) => `resource "dialog360_channel_ctwa_tracking" "all" {
  for_each   = toset([for number in range(${first}, ${last + 1}) : format("n%05dCH", number)])
  channel_id = each.key
}`;

const isOn = ({ simulator }: World) => simulator.control.channels().filter(({ ctwa }) => ctwa).length;

test("validate asks for nothing, and the plan of something new for one list", async () => {
  const world = await openWorld({ simulator: { channels: 100 } });
  await world.workspace.configure(tracking(1, 40));

  await world.workspace.run("validate");
  expect(asked(world.simulator)).toEqual({});

  expect((await world.workspace.plan()).changes).toHaveLength(40);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
});

test("40 channels: creating sends one request per channel, and plan and apply one for the list each", async () => {
  const world = await openWorld({ simulator: { channels: 100 } });
  const before = isOn(world);
  await world.workspace.configure(tracking(1, 40));

  await world.workspace.apply();

  expect(isOn(world)).toBe(before + 40);
  expect(asked(world.simulator)).toEqual({ token: 2, enable_ctwa: 40, channels: 2 });

  world.simulator.requests.clear();
  expect((await world.workspace.plan()).code).toBe(0);

  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });

  world.simulator.requests.clear();
  await world.workspace.destroy();

  expect(isOn(world)).toBe(before);
  // Terraform plans and applies in two processes, each with a login of its own.
  expect(asked(world.simulator)).toEqual({ token: 2, disable_ctwa: 40, channels: 1 });
});

test("40 channels of a hub that reports switches share the looks after them", async () => {
  const world = await openWorld({ simulator: { channels: 100, ctwaField: "ctwa_enabled" } });
  const all = world.simulator.control.channels("examplePA");
  const dark = all.filter(({ ctwa, terminated_at: end }) => !ctwa && end === null);
  const ids = dark.slice(0, 40).map(({ id }) => id);
  await world.workspace.configure(
    `resource "dialog360_channel_ctwa_tracking" "many" {\n  for_each = toset(${JSON.stringify(ids)})\n  channel_id = each.key\n}`,
  );

  await world.workspace.apply();

  const { enable_ctwa: sent, channels = 0 } = asked(world.simulator);
  expect(sent).toBe(ids.length);
  // Terraform applies ten at a time; each look is about several.
  expect(channels).toBeLessThanOrEqual(2 + ids.length / 2);
  expect((await world.workspace.plan()).code).toBe(0);
});

test("40 channels of a partner who has 3,000, all on the last page, cost six lists and one login", async () => {
  const world = await openWorld({ simulator: { channels: 3_000 } });
  await world.workspace.configure(tracking(2_900, 2_939));
  await world.workspace.apply();
  world.simulator.requests.clear();

  expect((await world.workspace.plan()).code).toBe(0);

  const lists = world.simulator.requests.list("channels").map(({ query }) => query);
  expect(
    lists
      .filter(({ filters }) => filters === undefined)
      .map(({ offset }) => offset)
      .sort(),
  ).toEqual(["0", "1000", "2000", "3000"]);
  expect(lists.filter(({ filters }) => filters !== undefined)).toHaveLength(2);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 6 });
});

/** Copies the one instance in the state to many, as if they all had been applied. */
async function copyInstance({ workspace }: World, ids: readonly string[]): Promise<void> {
  const state = JSON.parse(await workspace.read("terraform.tfstate"));
  const [one] = state.resources[0].instances;
  state.resources[0].instances = ids.map((id, index) => ({
    ...{ ...one, index_key: index },
    attributes: { ...one.attributes, id, channel_id: id },
    // Binaries that know identities store them.
    ...(one.identity && { identity: { ...one.identity, channel_id: id } }),
  }));
  state.serial += 1;
  await workspace.write("terraform.tfstate", JSON.stringify(state));
}

test("1,000 channels of a partner who has 1,000 are refreshed with one list and one login", async () => {
  const seed = exampleSeed(1_024);
  const channels = seed.channels
    .filter(({ id }) => /^n\d+CH$/.test(id))
    .map((channel) => ({ ...channel, client_id: "exampleCL" }));
  const world = await openWorld({ simulator: { seed: { ...seed, channels } } });
  const block = (count: number) => `resource "dialog360_channel_ctwa_tracking" "all" {
  count      = ${count}
  channel_id = format("n%05dCH", count.index + 1)
}`;
  await world.workspace.configure(block(1));
  await world.workspace.apply();
  const ids = channels.map(({ id }) => id);
  await copyInstance(world, ids);
  await world.workspace.configure(block(1_000));
  world.simulator.requests.clear();

  expect((await world.workspace.plan()).code).toBe(0);

  expect(ids).toHaveLength(1_000);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
});

test("three channels of a partner who has 50,000 cost five requests", async () => {
  const world = await openWorld({ simulator: { channels: 50_000 } });
  await world.workspace.configure(tracking(30_000, 30_002));
  await world.workspace.apply();
  world.simulator.requests.clear();

  expect((await world.workspace.plan()).code).toBe(0);

  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 + 3 });
});

test("200 resources with a wrong password are one login", async () => {
  const world = await openWorld({ env: { DIALOG360_PASSWORD: "wrong-password" } });
  await world.workspace.configure(tracking(1, 200));

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toHaveLength(1);
  expect(asked(world.simulator)).toEqual({ token: 1 });
});

test("channels that are gone are confirmed one by one, and only they", async () => {
  const world = await openWorld({ simulator: { channels: 60 } });
  await world.workspace.configure(tracking(1, 10));
  await world.workspace.apply();
  for (const id of ["n00003CH", "n00007CH"]) world.simulator.control.removeChannel(id);
  world.simulator.requests.clear();

  const { changes } = await world.workspace.plan();

  expect(changes.map(({ actions }) => actions)).toEqual([["create"], ["create"]]);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 + 2 });
});

test("two data sources and a resource share one login", async () => {
  const world = await openWorld();
  await world.workspace.configure(`
data "dialog360_channel" "coffee" {
  channel_id = "exampleCH"
}
data "dialog360_signals_configuration" "coffee" {
  client_id   = "exampleCL"
  include_ads = false
}
resource "dialog360_channel_ctwa_tracking" "coffee" {
  channel_id = data.dialog360_channel.coffee.channel_id
}`);

  await world.workspace.apply();
  world.simulator.requests.clear();
  await world.workspace.plan();

  expect(asked(world.simulator)).toEqual({
    token: 1,
    channels: 1,
    facebook_accounts: 1,
    facebook_account: 1,
  });
});
