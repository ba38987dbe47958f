import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

it("switches each channel of a for_each, and only the one that joins or leaves later", async () => {
  const world = await openWorld();
  const shops = (...channels: readonly string[]) =>
    `locals {\n  channels = toset(${JSON.stringify(channels)})\n}\n` +
    tracking("shop", "for_each = local.channels", "channel_id = each.value");
  await world.workspace.configure(shops("berlinCH", "hamburgCH"));
  await world.workspace.apply();
  world.simulator.requests.clear();
  await world.workspace.configure(shops("hamburgCH", "viennaCH"));
  await world.workspace.apply();
  expect(switches(world).sort()).toEqual(["disable exampleCL/berlinCH", "enable bakeryCL/viennaCH"]);
  expect(["berlinCH", "hamburgCH", "viennaCH"].map((id) => isOn(world, id))).toEqual([false, true, true]);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("works in a module that is used several times, and moves into it without a request", async () => {
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  await world.workspace.write(
    "shop/main.tf",
    `terraform {
  required_providers {
    dialog360 = { source = "dialog360/dialog360" }
  }
}
variable "channel" {}
${tracking("this", "channel_id = var.channel")}
output "verification" { value = ${addressOf("this")}.verification }`,
  );
  await world.workspace.configure(`locals {
  shops = { berlin = "berlinCH", hamburg = "hamburgCH" }
}
module "shop" {
  source   = "./shop"
  for_each = local.shops
  channel  = each.value
}
moved {
  from = ${addressOf("berlin")}
  to   = module.shop["berlin"].${addressOf("this")}
}
output "verification" {
  value = { for name, shop in module.shop : name => shop.verification }
}`);
  await world.workspace.run("init", "-input=false");
  await world.workspace.apply();
  expect(switches(world)).toEqual(["enable exampleCL/berlinCH", "enable exampleCL/hamburgCH"]);
  expect((await world.workspace.plan()).code).toBe(0);
  const { stdout } = await world.workspace.run("output", "-json", "verification");
  expect(JSON.parse(stdout)).toEqual({ berlin: "assumed", hamburg: "assumed" });
  await world.workspace.destroy();
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([false, false]);
});

it("touches only what is targeted", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"') + tracking("hamburg", 'channel_id = "hamburgCH"'),
  );
  await world.workspace.apply(`-target=${addressOf("hamburg")}`);
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([false, true]);
  await world.workspace.apply();
  await world.workspace.destroy(`-target=${addressOf("berlin")}`);
  expect([isOn(world, "berlinCH"), isOn(world, "hamburgCH")]).toEqual([false, true]);
});

it("is shown by show, console and state as any other resource", async () => {
  const world = await openWorld();
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"', 'timeouts = { create = "1m" }'),
  );
  await world.workspace.apply();
  expect((await world.workspace.run("show", "-no-color")).stdout).toMatch(/verification\s+= "assumed"/);
  expect((await world.workspace.run("state", "show", "-no-color", addressOf("berlin"))).stdout).toMatch(
    /create = "1m"/,
  );
  const sent = switches(world);
  expect((await world.workspace.run("state", "rm", addressOf("berlin"))).code).toBe(0);
  expect(switches(world)).toEqual(sent);
  expect(isOn(world, "berlinCH")).toBe(true);
});
