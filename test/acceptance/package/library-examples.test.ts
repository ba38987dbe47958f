import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createSimulator, type Listening, listen, type Simulator } from "../../../src/simulator";
import { type Folder, openFolder, root } from "../harness/synthesised";
import { settingsFor } from "../harness/world";

jest.setTimeout(180_000);

const STACK = "tracking-staging";
const frameworks = ["cdktf", "cdktn"] as const;
const program = (framework: string) => [
  process.execPath,
  path.join(root, "build/examples", framework, "main.js"),
];

let simulator: Simulator;
let listening: Listening;
let folder: Folder;
beforeEach(async () => {
  simulator = createSimulator();
  listening = await listen(simulator);
  folder = await openFolder(settingsFor(listening));
});
afterEach(async () => {
  await listening.close();
  await folder.remove();
});

const tracked = () =>
  simulator.control
    .channels()
    .filter(({ ctwa }) => ctwa)
    .map(({ id }) => id)
    .sort();

test.each(frameworks)(
  "the example for %s is applied, has an empty second plan in JSON, in HCL and with the other framework, and is destroyed without a trace",
  async (framework) => {
    const before = tracked();
    const run = async (stack: string, ...args: readonly string[]) => {
      const { code, output } = await folder.terraform(stack, ...args);
      return { code, output: code === 0 || code === 2 ? "" : output };
    };
    const empty = { code: 0, output: "" };
    const planWithOther = async (used: string) => {
      const [other = ""] = frameworks.filter((name) => name !== used);
      await folder.synthesise(program(other), { CDKTF_OUTDIR: "other" });
      await run(`other/stacks/${STACK}`, "init", "-input=false");
      return await run(`other/stacks/${STACK}`, "plan", "-detailed-exitcode");
    };
    await folder.synthesise(program(framework), { CDKTF_OUTDIR: "json" });
    await folder.synthesise(program(framework), { CDKTF_OUTDIR: "hcl", SYNTH_HCL_OUTPUT: "true" });
    const json = `json/stacks/${STACK}`;
    const hcl = `hcl/stacks/${STACK}`;
    expect(await readdir(path.join(folder.path, hcl))).toContain("cdk.tf");

    for (const stack of [json, hcl]) {
      expect(await run(stack, "init", "-input=false")).toEqual(empty);
      expect(await run(stack, "validate")).toEqual(empty);
    }
    expect(await run(json, "apply", "-auto-approve", "-input=false")).toEqual(empty);
    const declared = [
      ...["exampleCH", "berlinCH", "hamburgCH", "grazCH", "linzCH", "amsterdamCH"],
      ...["madridCH", "sevilleCH", "valenciaCH"],
    ];
    expect(tracked()).toEqual([...before, ...declared].sort());
    for (const stack of [json, hcl]) expect(await run(stack, "plan", "-detailed-exitcode")).toEqual(empty);
    expect(await planWithOther(framework)).toEqual(empty);
    const { stdout } = await folder.terraform(json, "output", "-json");
    expect(JSON.parse(stdout)).toMatchObject({
      "bakery-verification": { value: { grazCH: "assumed", linzCH: "assumed" } },
      "coffee-ready-for-keywords": { value: "yes" },
      "rental-channel": { value: "amsterdamCH" },
      "opticians-pending": { value: {} },
    });
    expect(await run(json, "destroy", "-auto-approve", "-input=false")).toEqual(empty);
    expect(tracked()).toEqual(before);
  },
);

test.each(frameworks)(
  "the example for %s makes another environment from the context, and knows no other",
  async (framework) => {
    const choose = (environment: string) => ({ CDKTF_CONTEXT_JSON: JSON.stringify({ environment }) });
    await folder.synthesise(program(framework), choose("production"));
    const stack = "cdktf.out/stacks/tracking-production";

    expect(await folder.validate(stack)).toEqual({ valid: true, errors: [] });
    const made = await readFile(path.join(folder.path, stack, "cdk.tf.json"), "utf8");
    expect(made).toContain('"on_destroy": "keep"');
    await expect(folder.synthesise(program(framework), choose("nowhere"))).rejects.toThrow(
      '"nowhere", only staging and production',
    );
  },
);

test("cdktf.json at the top runs the example as it says, from where it stands, and downloads nothing", async () => {
  const settings = JSON.parse(await readFile(path.join(root, "cdktf.json"), "utf8"));
  const shell = process.platform === "win32" ? ["cmd", "/c"] : ["sh", "-c"];

  const env = {
    CDKTF_OUTDIR: path.join(folder.path, "out"),
    CDKTF_CONTEXT_JSON: JSON.stringify(settings.context),
  };
  await folder.synthesise([...shell, settings.app], env, root);

  expect(await folder.validate(`out/stacks/${STACK}`)).toEqual({ valid: true, errors: [] });
  expect(settings).toMatchObject({
    codeMakerOutput: "lib/bindings/cdktf",
    terraformProviders: [],
    terraformModules: [],
  });
  expect((await readdir(path.join(root, settings.codeMakerOutput))).length).toBeGreaterThan(3);
});

test("the two examples differ in the framework's name alone", async () => {
  const files = (await readdir(path.join(root, "examples/cdktf"))).sort();
  const read = (framework: string, file: string) =>
    readFile(path.join(root, "examples", framework, file), "utf8");
  const neutral = (text: string) => text.replace(/cdkt[fn](?=")/g, "cdk");

  expect((await readdir(path.join(root, "examples/cdktn"))).sort()).toEqual(files);
  for (const file of files.filter((name) => !/^(package\.json|README\.md)$/.test(name))) {
    expect(neutral(await read("cdktn", file))).toBe(neutral(await read("cdktf", file)));
  }
});
