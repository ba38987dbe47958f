import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

/** A resource whose output is known only once it has been applied. */
function later(name: string, value: string): string {
  return `resource "terraform_data" "${name}" {\n  input = ${JSON.stringify(value)}\n}\n`;
}

it("waits for a channel id, a client and a switch that another resource makes", async () => {
  const world = await openWorld();
  const configuration = (enabled: string) =>
    later("channel", "berlinCH") +
    later("client", "exampleCL") +
    later("enabled", enabled) +
    tracking(
      "berlin",
      "channel_id = terraform_data.channel.output",
      "client_id = terraform_data.client.output",
      "enabled = tobool(terraform_data.enabled.output)",
    );
  await world.workspace.configure(configuration("true"));
  const { changes } = await world.workspace.plan();
  expect(changes.find((change) => change.address === addressOf("berlin"))).toMatchObject({
    actions: ["create"],
    unknown: { channel_id: true, client_id: true, enabled: true },
    after: { partner_id: "examplePA" },
  });
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.configure(configuration("false"));
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH", "disable exampleCL/berlinCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("plans a replacement while the channel id is unknown, and ends as declared where it is the same one", async () => {
  const world = await openWorld();
  const configuration = (version: string) =>
    `resource "terraform_data" "channel" {\n  input = "berlinCH"\n  triggers_replace = "${version}"\n}\n` +
    tracking("berlin", "channel_id = terraform_data.channel.output");
  await world.workspace.configure(configuration("1"));
  await world.workspace.apply();
  await world.workspace.configure(configuration("2"));
  const { changes } = await world.workspace.plan();
  expect(changes.find((change) => change.address === addressOf("berlin"))).toMatchObject({
    actions: ["delete", "create"],
    unknown: { channel_id: true },
  });
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("lets what names its id wait until tracking is switched", async () => {
  const world = await openWorld({ env: { DIALOG360_MAX_RETRIES: "0" } });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"') +
      `resource "terraform_data" "after" {\n  input = ${addressOf("berlin")}.id\n}\n`,
  );
  world.simulator.control.addFault({ route: "enable_ctwa", status: 500 });
  expect((await world.workspace.run("apply", "-auto-approve")).code).toBe(1);
  expect(await world.workspace.state()).toEqual({});
  await world.workspace.apply();
  expect((await world.workspace.state())["terraform_data.after"]).toMatchObject({
    output: { value: "berlinCH" },
  });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"', "enabled = false") +
      `resource "terraform_data" "after" {\n  input = ${addressOf("berlin")}.id\n}\n`,
  );
  expect((await world.workspace.plan()).changes.map(({ address }) => address)).toEqual([addressOf("berlin")]);
});
