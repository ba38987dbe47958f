import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { fleet } from "../harness/fleets";
import { isOn, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const two = ["berlinCH", "viennaCH"];
const blocks = two.map((id) => tracking(id, `channel_id = "${id}"`)).join("\n");

it("takes channels over from blocks of their own that are removed without destroying", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(blocks);
  await workspace.apply();
  simulator.requests.clear();

  const removed = two.map(
    (id) => `removed {
  from = dialog360_channel_ctwa_tracking.${id}
  lifecycle {
    destroy = false
  }
}`,
  );
  await workspace.configure([fleet("all", two), ...removed].join("\n"));
  await workspace.apply();
  expect(switches(world).sort()).toEqual(["enable bakeryCL/viennaCH", "enable exampleCL/berlinCH"]);
  expect(Object.keys(await workspace.state())).toEqual(["dialog360_ctwa_tracking_fleet.all"]);
  expect((await workspace.plan()).code).toBe(0);
});

it("ends as declared where channels leave blocks for a fleet, and a fleet for another, in one apply", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  // A disable that was not waited for would be the last word.
  simulator.control.addFault({ route: "disable_ctwa", delayMs: 400, times: "always" });
  await workspace.configure(blocks);
  await workspace.apply();
  await workspace.configure(fleet("all", two));
  await workspace.apply();
  expect(two.map((id) => isOn(world, id))).toEqual([true, true]);

  await workspace.configure(fleet("all", ["viennaCH"]) + fleet("other", ["berlinCH"]));
  await workspace.apply();
  expect(two.map((id) => isOn(world, id))).toEqual([true, true]);
  expect((await workspace.plan()).code).toBe(0);
});

it("refuses a channel that is declared in two fleets, or in a fleet and a block; a replacement is no second one", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(fleet("one", two));
  await workspace.apply();
  const { changes } = await workspace.plan("-replace=dialog360_ctwa_tracking_fleet.one");
  expect(changes).toMatchObject([{ actions: ["delete", "create"] }]);

  await workspace.configure(
    [fleet("one", two), fleet("two", ["viennaCH"]), tracking("berlin", 'channel_id = "berlinCH"')].join("\n"),
  );
  const { errors } = await diagnose(workspace, "plan");
  expect(errors.map(({ summary }) => summary)).toEqual([titles.declaredTwice, titles.declaredTwice]);
});

it("refuses a plan with more losses than max_changes or max_disables_per_run allow", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(fleet("all", [...two, "parisCH"]));
  await workspace.apply();
  await workspace.configure(fleet("all", { berlinCH: false, madridCH: true }, "max_changes = 2"));
  const tooMany = await diagnose(workspace, "plan");
  expect(tooMany.errors).toMatchObject([{ summary: titles.tooManyChanges, line: "max_changes = 2" }]);

  workspace.setEnv({ DIALOG360_MAX_DISABLES_PER_RUN: "2" });
  await workspace.configure(fleet("all", { berlinCH: false, madridCH: true }));
  const disables = await diagnose(workspace, "plan");
  expect(disables.errors).toMatchObject([{ summary: titles.tooManyDisables }]);
  const destroy = await diagnose(workspace, "plan", "-destroy");
  expect(destroy.errors).toMatchObject([{ summary: titles.tooManyDisables }]);
});

it.each([
  ["an empty map", fleet("x", []), "is empty"],
  ["a key that is no id", fleet("x", { '"x/y"': true }), "The key must be an id"],
  ["a key that is a number, with a value that is none", fleet("x", { 4915112: "null" }), "null"],
  ["a null value", fleet("x", { berlinCH: "null" }), "null"],
  ["an object as a value", fleet("x", { berlinCH: "{ enabled = true }" }), "bool"],
])("refuses %s in words that help", async (_, configuration, words) => {
  const { workspace } = await openWorld();
  await workspace.configure(configuration);

  const { errors } = await diagnose(workspace, "validate");
  expect(errors.map(({ detail }) => detail)).toEqual([expect.stringContaining(words)]);
});

it("plans an unknown map and unknown values, and applies them", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(`
resource "terraform_data" "late" {
  input = ["berlinCH", true]
}
resource "dialog360_ctwa_tracking_fleet" "map" {
  channels = { (terraform_data.late.output[0]) = true }
}
resource "dialog360_ctwa_tracking_fleet" "value" {
  channels = { viennaCH = terraform_data.late.output[1] }
}`);

  await workspace.apply();
  expect(two.map((id) => isOn(world, id))).toEqual([true, true]);
  expect((await workspace.plan()).code).toBe(0);
});

it("refuses an import id that names no channels", async () => {
  const { workspace } = await openWorld();
  await workspace.configure(fleet("all", two));
  const imported = await workspace.run("import", "-no-color", "dialog360_ctwa_tracking_fleet.all", "x");
  expect(imported.output.replace(/[\s│]+/g, " ")).toContain("PARTNER/client:CLIENT");
  expect(await workspace.state()).toEqual({});
});
