import { diagnose } from "../harness/diagnose";
import { stage } from "../harness/toy-stage";

const block = (text: string) => `resource "toy_checked" "it" {\n  text = ${text}\n}\n`;

test("what a check refuses is an error of the plan, at the line of the attribute", async () => {
  const { workspace, world } = await stage(block('"taken"'));

  const { code, errors } = await diagnose(workspace, "plan");

  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: [{ address: "toy_checked.it", summary: "Text is taken", line: 'text = "taken"' }],
  });
  expect(world.get("last check")).toEqual([null, "taken", false]);
});

test("a check lets a plan pass as it is, for a create, a replacement and a destroy", async () => {
  const { workspace, world } = await stage(block('"one"'));

  await workspace.apply();
  world.delete("last check");
  const again = await workspace.plan();
  expect({ code: again.code, checked: world.has("last check") }).toEqual({ code: 0, checked: false });

  await workspace.write("main.tf", (await workspace.read("main.tf")).replace('"one"', '"two"'));
  const { changes } = await workspace.plan();
  expect(changes).toHaveLength(1);
  expect(world.get("last check")).toEqual([null, "two", false]);

  await workspace.apply();
  await workspace.destroy();
  expect(world.get("last check")).toEqual(["two", null, false]);
});

test("a replacement is refused by a check before anything is applied", async () => {
  const { workspace } = await stage(block('"one"'));
  await workspace.apply();
  await workspace.write("main.tf", (await workspace.read("main.tf")).replace('"one"', '"taken later"'));

  const { errors } = await diagnose(workspace, "apply", "-auto-approve");

  expect(errors).toMatchObject([{ summary: "Text is taken" }]);
  expect(await workspace.state()).toMatchObject({ "toy_checked.it": { text: "one" } });
});
