import { describeSince } from "../harness/since";
import { unwrapped } from "../harness/terraform";
import { addressOf, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const identities = describeSince("resource identity", { terraform: "1.12", tofu: "1.12" });

interface Instance {
  readonly identity?: object;
  readonly identity_schema_version?: number;
}

async function instances({ workspace }: World): Promise<readonly Instance[]> {
  const { resources } = JSON.parse(await workspace.read("terraform.tfstate")) as {
    resources: readonly { instances: readonly Instance[] }[];
  };
  return resources.flatMap((resource) => resource.instances);
}

const berlin = { partner_id: "examplePA", channel_id: "berlinCH" };
const byIdentity = (...lines: string[]) =>
  `import {\n  to = ${addressOf("munich")}\n  identity = {\n${lines.join("\n")}\n  }\n}\n`;

identities("the identity of a tracked channel", () => {
  it("is its partner and channel, from create to update", async () => {
    const world = await openWorld();
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
    await world.workspace.apply();
    expect(await instances(world)).toMatchObject([{ identity: berlin, identity_schema_version: 0 }]);
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
    await world.workspace.apply();
    expect(await instances(world)).toMatchObject([{ identity: berlin }]);
    expect((await world.workspace.plan()).code).toBe(0);
    await world.workspace.destroy();
  });

  it("follows a replacement", async () => {
    const world = await openWorld();
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
    await world.workspace.apply();
    await world.workspace.configure(tracking("berlin", 'channel_id = "munichCH"'));
    await world.workspace.apply();
    expect(await instances(world)).toMatchObject([{ identity: { ...berlin, channel_id: "munichCH" } }]);
  });

  it("comes into a state that was written without one, and is no change", async () => {
    const world = await openWorld();
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
    await world.workspace.apply();
    const state = JSON.parse(await world.workspace.read("terraform.tfstate"));
    delete state.resources[0].instances[0].identity;
    delete state.resources[0].instances[0].identity_schema_version;
    await world.workspace.write("terraform.tfstate", JSON.stringify(state));
    expect((await world.workspace.plan()).code).toBe(0);
    await world.workspace.apply("-refresh-only");
    expect(await instances(world)).toMatchObject([{ identity: berlin }]);
  });
});

identities("an import by identity", () => {
  it.each([
    ["partner and channel", ['partner_id = "examplePA"', 'channel_id = "munichCH"']],
    ["the channel alone", ['channel_id = "munichCH"']],
  ])("takes %s", async (_case, lines) => {
    const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
    await world.workspace.configure(byIdentity(...lines) + tracking("munich", 'channel_id = "munichCH"'));
    await world.workspace.apply();
    expect(await instances(world)).toMatchObject([{ identity: { ...berlin, channel_id: "munichCH" } }]);
    expect(switches(world)).toEqual([]);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it.each([
    ["null for the channel", "channel_id = null", "Incomplete import identity"],
    ["an id that is none", 'channel_id = "a/b"', "Invalid import identity"],
    ["a channel that is not there", 'channel_id = "nowhereCH"', "has no channel nowhereCH"],
  ])("refuses %s", async (_case, line, words) => {
    const world = await openWorld();
    await world.workspace.configure(byIdentity(line) + tracking("munich", 'channel_id = "munichCH"'));
    const plan = await world.workspace.plan();
    expect(plan.code).toBe(1);
    expect(unwrapped(plan)).toContain(words);
  });
});
