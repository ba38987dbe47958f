import { stage } from "../harness/toy-stage";

// What another resource will say is not known in the plan that makes it.
const later = (name: string, value: string) =>
  `resource "terraform_data" "${name}" {\n  input = ${value}\n}\n`;
const two = later("x", '"x"') + later("y", '"y"');
const names = ["terraform_data.x.output", "terraform_data.y.output"] as const;
const rule = later("rule", '{ name = "own", note = null, size = 7 }');
const changed = later("rule", '{ name = "other", note = "n", size = 8 }');

describe.each<[string, string, object]>([
  [
    "a set of values",
    `${two}resource "toy_collections" "it" {\n  objects = [{ a = ${names[0]} }, { a = ${names[1]} }]\n}`,
    { objects: [{ a: "x" }, { a: "y" }] },
  ],
  [
    "a set of nested objects",
    `${two}resource "toy_nested" "it" {\n  set = [{ name = ${names[0]} }, { name = ${names[1]} }]\n}`,
    { set: [{ name: "x" }, { name: "y" }] },
  ],
  [
    "blocks of a set",
    `${two}resource "toy_blocks" "it" {\n  set {\n    name = ${names[0]}\n  }\n  set {\n    name = ${names[1]}\n  }\n}`,
    { set: [{ name: "x" }, { name: "y" }] },
  ],
])("two elements that are not known yet, in %s", (_kind, hcl, made) => {
  test("are planned, applied and planned again without a change", async () => {
    const { workspace } = await stage(hcl);

    await workspace.apply();

    expect((await workspace.plan()).changes).toEqual([]);
    expect(Object.entries(await workspace.state())).toContainEqual([
      expect.stringMatching(/^toy_/),
      expect.objectContaining(made),
    ]);
  });
});

test.each<[string, string]>([
  ["a map", "map = { k = terraform_data.rule.output }"],
  ["a list", "list = [terraform_data.rule.output]"],
])(
  "an element of %s that is not known yet is as it turns out to be, at create and at update",
  async (kind, line) => {
    const toy = `resource "toy_nested" "it" {\n  ${line}\n}\n`;
    const { workspace } = await stage(rule + toy);
    const element = async () => {
      const value = (await workspace.state())["toy_nested.it"]?.[kind === "a map" ? "map" : "list"];
      return Object.values(value as object)[0];
    };

    await workspace.apply();
    expect(await element()).toMatchObject({ name: "own", size: 7 });
    await workspace.write("main.tf", (await workspace.read("main.tf")).replace(rule, changed));
    await workspace.apply();

    expect(await element()).toMatchObject({ name: "other", size: 8, note: "n" });
    expect((await workspace.plan()).changes).toEqual([]);
  },
);

test("a dynamic value that turns out to be null is planned with its type", async () => {
  const { workspace } = await stage(
    `${later("x", '"x"')}resource "toy_dynamic" "it" {\n  value = terraform_data.x.output == "x" ? null : 5\n}`,
  );

  await workspace.apply();

  expect((await workspace.plan()).changes).toEqual([]);
});
