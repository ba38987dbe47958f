import { titles } from "../../../src/framework/titles";
import { diagnose } from "../harness/diagnose";
import { stage } from "../harness/toy-stage";

const block = (name: string, how: string) => `
resource "toy_mistaken" "${name}" {
  how = "${how}"
}`;

test.each([
  ["wrong type", "id must be a string"],
  ["missing attribute", "id is missing"],
  ["left unknown", "id is still unknown"],
  ["null for create", "The object was not returned"],
  ["another value than planned", "how was planned with another value"],
])("%s: the author's mistake is told with resource, attribute and rule", async (how, words) => {
  const { workspace } = await stage(block("wrong", how) + block("right", "well"));

  const { errors } = await diagnose(workspace, "apply", "-auto-approve");

  expect(errors).toMatchObject([{ address: "toy_mistaken.wrong", summary: titles.invalidReturn("result") }]);
  expect(errors[0]?.detail).toContain(words);
  expect(errors[0]?.detail).toMatch(/\bbug\b/);
  expect(await workspace.state()).toMatchObject({ "toy_mistaken.right": { how: "well" } });
});

test.each(["thrown", "rejected"])(
  "%s: becomes one error, and the process serves the next call",
  async (how) => {
    const { workspace } = await stage(block("wrong", how) + block("right", "well"));

    const { errors } = await diagnose(workspace, "apply", "-auto-approve");
    await workspace.write("main.tf", (await workspace.read("main.tf")).replace(`"${how}"`, '"well"'));
    await workspace.apply();

    expect(errors).toMatchObject([{ address: "toy_mistaken.wrong" }]);
    expect(errors[0]?.detail).not.toContain("    at ");
    expect((await workspace.plan()).code).toBe(0);
  },
);
