import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const NOTHING = {
  DIALOG360_PARTNER_ID: undefined,
  DIALOG360_USERNAME: undefined,
  DIALOG360_PASSWORD: undefined,
};

it("lets two aliases work for two partners, each with its own login", async () => {
  const world = await openWorld({ env: NOTHING });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"') +
      tracking("lisbon", "provider = dialog360.other", 'channel_id = "lisbonCH"'),
    `provider "dialog360" {
  partner_id = "examplePA"
  username   = "partner@example.com"
  password   = "example-password"
}
provider "dialog360" {
  alias      = "other"
  partner_id = "otherPA"
  api_key    = "other-api-key"
}`,
  );
  await world.workspace.apply();
  expect(switches(world).sort()).toEqual(["enable exampleCL/berlinCH", "enable otherCL/lisbonCH"]);
  expect((await world.workspace.state())[addressOf("lisbon")]).toMatchObject({ partner_id: "otherPA" });
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.destroy();
  expect([isOn(world, "berlinCH"), isOn(world, "lisbonCH")]).toEqual([false, false]);
});

it("takes an ephemeral variable, which has to be given again at apply", async () => {
  const world = await openWorld({ env: { ...NOTHING, TF_VAR_key: "example-api-key" } });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"'),
    `variable "key" {
  ephemeral = true
}
provider "dialog360" {
  partner_id = "examplePA"
  api_key    = var.key
}`,
  );
  await world.workspace.run("plan", "-out=saved.bin");
  await world.workspace.apply("saved.bin");
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

describe("settings that another resource makes", () => {
  const late = (name: string, value: string) =>
    `resource "terraform_data" "${name}" {\n  input = "${value}"\n}\n`;

  it("are waited for where something is to be created: the partner and the credentials", async () => {
    const world = await openWorld({ env: NOTHING });
    await world.workspace.configure(
      late("partner", "examplePA") +
        late("key", "example-api-key") +
        tracking("berlin", 'channel_id = "berlinCH"'),
      `provider "dialog360" {
  partner_id = terraform_data.partner.output
  api_key    = terraform_data.key.output
}`,
    );
    const { changes } = await world.workspace.plan();
    expect(changes.find(({ address }) => address === addressOf("berlin"))).toMatchObject({
      actions: ["create"],
      unknown: { partner_id: true },
    });
    await world.workspace.apply();
    expect((await world.workspace.state())[addressOf("berlin")]).toMatchObject({ partner_id: "examplePA" });
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("propose no replacement while the partner becomes unknown again", async () => {
    const world = await openWorld();
    const configuration = (version: string) =>
      world.workspace.configure(
        `resource "terraform_data" "partner" {\n  input = "examplePA"\n  triggers_replace = "${version}"\n}\n` +
          tracking("berlin", 'channel_id = "berlinCH"'),
        'provider "dialog360" {\n  partner_id = terraform_data.partner.output\n}',
      );
    await configuration("1");
    await world.workspace.apply();
    await configuration("2");
    const { changes } = await world.workspace.plan();
    expect(changes.map(({ address }) => address)).toEqual(["terraform_data.partner"]);
    await world.workspace.apply();
    expect(switches(world)).toHaveLength(1);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("say which one is missing where something must be read already while planning", async () => {
    const world = await openWorld({ env: { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined } });
    const block = (value: string) => `provider "dialog360" {\n  api_key = ${value}\n}`;
    await world.workspace.configure(
      tracking("berlin", 'channel_id = "berlinCH"'),
      block('"example-api-key"'),
    );
    await world.workspace.apply();
    await world.workspace.configure(
      late("key", "example-api-key") + tracking("berlin", 'channel_id = "berlinCH"'),
      block("terraform_data.key.output"),
    );
    const { code, errors } = await diagnose(world.workspace, "plan");
    expect(code).toBe(1);
    expect(errors).toMatchObject([{ address: addressOf("berlin"), summary: titles.settingsNotKnown }]);
    expect(errors[0]?.detail).toContain("api_key");
    await world.workspace.apply("-target=terraform_data.key");
    expect((await world.workspace.plan()).code).toBe(0);
  });
});

it("fails the plan of a create where no partner is named anywhere", async () => {
  const world = await openWorld({ env: { DIALOG360_PARTNER_ID: undefined } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  const { code, errors } = await diagnose(world.workspace, "plan");
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ address: addressOf("berlin"), summary: "Missing partner" }]);
});
