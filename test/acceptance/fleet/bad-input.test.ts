import { diagnose } from "../harness/diagnose";
import { fleet, fleetAddress } from "../harness/fleets";
import { isOn, switches } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function planned(configuration: string) {
  await world.workspace.configure(configuration);
  return await diagnose(world.workspace, "plan", "-detailed-exitcode");
}

const many = `{ for n in setproduct(range(50), range(1001)) : format("n%dx%dCH", n...) => true }`;

test.each<[string, string, string, string]>([
  ["50,050 keys", fleet("x", []).replace(/\{\n {2}\}/, () => many), "50,050", `channels = ${many}`],
  ["a null among many", fleet("x", { viennaCH: true, berlinCH: "null" }), "null", "channels = {"],
  [
    "an id with a slash",
    fleet("x", { '"exampleCL/berlinCH"': true }),
    "exampleCL/berlinCH",
    '"exampleCL/berlinCH" = true',
  ],
  ["an id with a space", fleet("x", { '"berlin CH"': true }), "berlin CH", '"berlin CH" = true'],
  [
    "ids that differ only in case",
    fleet("x", { berlinCH: true, BERLINCH: true }),
    "BERLINCH",
    "channels = {",
  ],
  ["a numeric key that is no channel", fleet("x", { 4915112: true }), "4915112", "channels = {"],
])("%s: one error, at its line", async (_, configuration, fact, line) => {
  const { code, errors } = await planned(configuration);
  expect({ code, errors }).toMatchObject({ code: 1, errors: [{ address: fleetAddress("x"), line }] });
  expect(errors[0]?.detail).toContain(fact);
});

test("a map that is unknown as a whole is planned, and applied as it turns out", async () => {
  await world.workspace.configure(`
resource "terraform_data" "late" {
  input = { berlinCH = true, viennaCH = false }
}
resource "dialog360_ctwa_tracking_fleet" "x" {
  channels = terraform_data.late.output
}`);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

test("a map that turns out empty is an error at apply, and nothing is switched off", async () => {
  const before = switches(world).length;
  await world.workspace.configure(`
resource "terraform_data" "late" {
  input            = {}
  triggers_replace = ["again"]
}
resource "dialog360_ctwa_tracking_fleet" "x" {
  channels = terraform_data.late.output
}`);
  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect({ code, errors }).toMatchObject({ code: 1, errors: [{ address: fleetAddress("x") }] });
  expect(errors[0]?.detail).toContain("is empty");
  expect(switches(world)).toHaveLength(before);
});
