import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App, TerraformStack } from "cdktf";
import {
  ChannelCtwaTracking,
  CtwaTracking,
  DataDialog360Channel,
  Dialog360,
  Dialog360Provider,
  SignalsConfiguration,
} from "../../../lib";
import { synth, synthHcl } from "../stack";

const conditions = [{ condition: "${true}", errorMessage: "No." }];

test("all that the constructs make can be put into HCL", () => {
  const text = synthHcl((stack) => {
    const other = new Dialog360(stack, "other", { alias: "other", maxRetries: 1 });
    const berlin = new CtwaTracking(stack, "berlin", {
      channelId: "berlinCH",
      timeouts: { create: "10m" },
      lifecycle: { preventDestroy: true, ignoreChanges: ["client_id"] },
      provider: other,
    });
    berlin.resource.importFrom("berlinCH");
    berlin.resource.addOverride("reassert_after", "24h");
    new CtwaTracking(stack, "shop", { phoneNumber: "+4915550000001", dependsOn: [berlin] });
    new SignalsConfiguration(stack, "signals", { clientId: "exampleCL", after: [berlin] });
  });

  expect(text).toContain('timeouts = {\ncreate = "10m"\n}');
  expect(text).toContain("ignore_changes = [");
  expect(text).toContain("import {\nto = dialog360_channel_ctwa_tracking.berlin");
});

test.each<[string, (stack: TerraformStack) => void, string]>([
  [
    "a condition of a construct",
    (stack) => new CtwaTracking(stack, "a", { channelId: "a", lifecycle: { precondition: conditions } }),
    "[tracking/a/Default] lifecycle.precondition",
  ],
  [
    "a condition of a binding",
    (stack) =>
      new ChannelCtwaTracking(stack, "a", { channelId: "a", lifecycle: { postcondition: conditions } }),
    "[tracking/a] lifecycle.postcondition",
  ],
  [
    "a condition of a data source",
    (stack) =>
      new DataDialog360Channel(stack, "a", { channelId: "a", lifecycle: { postcondition: conditions } }),
    "[tracking/a] lifecycle.postcondition",
  ],
  [
    "a backslash in a provider's setting",
    (stack) => new Dialog360(stack, "a", { alias: "a", ctwaStatusField: "a\\b" }),
    "[tracking/a] ctwa_status_field has a backslash",
  ],
  [
    "an override of a part",
    (stack) =>
      new CtwaTracking(stack, "a", { channelId: "a", timeouts: { create: "1m" } }).resource.addOverride(
        "timeouts.create",
        "5m",
      ),
    "[tracking/a/Default] the override of timeouts.create is lost",
  ],
  [
    "an override on the stack",
    (stack) => stack.addOverride("terraform.required_version", ">= 1.5"),
    "[tracking] the override of terraform.required_version on the stack is lost",
  ],
])("%s stops HCL output with the path, and does not trouble JSON", (_name, build, words) => {
  expect(() => synthHcl(build)).toThrow(words);
  expect(() => synthHcl(build)).toThrow(/\bJSON\b/);
  expect(() => synth(build)).not.toThrow();
});

test("a construct stops by itself too, where the provider is a plain binding", () => {
  const stack = new TerraformStack(new App({ outdir: scratch }), "plain");
  new Dialog360Provider(stack, "dialog360");
  new CtwaTracking(stack, "a", { channelId: "a", lifecycle: { ignoreChanges: "all" } });

  expect(() => stack.toHclTerraform()).toThrow('[plain/a/Default] lifecycle.ignore_changes = "all"');
});

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "dialog360-hcl-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("how HCL output is asked for", () => {
  const run = (variable: string | undefined, hclOutput?: boolean) => {
    const before = process.env["SYNTH_HCL_OUTPUT"];
    if (variable === undefined) delete process.env["SYNTH_HCL_OUTPUT"];
    else process.env["SYNTH_HCL_OUTPUT"] = variable;
    try {
      const app = new App({ outdir: mkdtempSync(path.join(scratch, "out-")), hclOutput });
      const stack = new TerraformStack(app, "made");
      new Dialog360(stack, "dialog360");
      app.synth();
      return (file: string) => readFileSync(path.join(app.outdir, "stacks/made", file), "utf8");
    } finally {
      if (before === undefined) delete process.env["SYNTH_HCL_OUTPUT"];
      else process.env["SYNTH_HCL_OUTPUT"] = before;
    }
  };

  test("the variable makes HCL, and its absence JSON", () => {
    expect(run("true")("cdk.tf")).toContain('provider "dialog360" {');
    expect(run(undefined)("cdk.tf.json")).toContain('"dialog360": [');
  });

  test("what would make a file of the wrong kind stops with the way out", () => {
    expect(() => run(undefined, true)).toThrow("set SYNTH_HCL_OUTPUT=true");
    expect(() => run("1")).toThrow(/\[made\/dialog360\] .*\bHCL\b/);
  });
});
