import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { CtwaTracking, Dialog360 } from "../../../lib";
import { notes, synth, testApp } from "../stack";

test("without settings everything comes from the environment, and nothing of it is synthesised", () => {
  process.env["DIALOG360_PASSWORD"] = "example-password";
  try {
    const made = synth((stack) => new CtwaTracking(stack, "berlin", { channelId: "berlinCH" }));

    expect(made.provider).toEqual({ dialog360: [{}] });
    expect(JSON.stringify(made)).not.toContain("example-password");
  } finally {
    delete process.env["DIALOG360_PASSWORD"];
  }
});

test("the provider is required in a range, from no host in particular", () => {
  const made = synth(() => undefined) as { terraform?: { required_providers?: Record<string, unknown> } };

  expect(made.terraform?.required_providers?.["dialog360"]).toEqual({
    source: "dialog360/dialog360",
    version: expect.stringMatching(/^~> \d+\.\d+$/),
  });
});

test("a second one has an alias, and can be handed to constructs", () => {
  const made = synth((stack) => {
    const settings = { alias: "other", partnerId: "otherPA", requestTimeout: "45s", maxRetries: 2 };
    const other = new Dialog360(stack, "other", settings);
    new CtwaTracking(stack, "lisbon", { channelId: "lisbonCH", provider: other });
  });

  expect(made.provider?.["dialog360"]).toEqual([
    {},
    { alias: "other", max_retries: 2, partner_id: "otherPA", request_timeout: "45s" },
  ]);
  expect(made.resource?.["dialog360_channel_ctwa_tracking"]?.["lisbon"]?.["provider"]).toBe(
    "dialog360.other",
  );
});

test("guards, files and the report are handed on as they are", () => {
  const made = synth((stack) => {
    new Dialog360(stack, "bounded", {
      alias: "bounded",
      readOnly: true,
      maxDisablesPerRun: 0,
      credentialsFile: "~/credentials.json",
      caCertFile: "ca.pem",
      progressPath: "progress.json",
      usageReportPath: "usage.jsonl",
    });
  });

  expect(made.provider?.["dialog360"]).toContainEqual({
    alias: "bounded",
    read_only: true,
    max_disables_per_run: 0,
    credentials_file: "~/credentials.json",
    ca_cert_file: "ca.pem",
    progress_path: "progress.json",
    usage_report_path: "usage.jsonl",
  });
});

describe("a secret", () => {
  const stackWith = (props: (stack: TerraformStack) => ConstructorParameters<typeof Dialog360>[2]) => {
    const stack = new TerraformStack(testApp(), "tracking");
    new Dialog360(stack, "dialog360", props(stack));
    return stack;
  };

  test.each([
    ["password", "DIALOG360_PASSWORD"],
    ["accessToken", "DIALOG360_ACCESS_TOKEN"],
    ["apiKey", "DIALOG360_API_KEY"],
  ])("written out as %s is warned of, with the variable to use, and is not repeated", (name, variable) => {
    const found = notes(stackWith(() => ({ [name]: "example-secret" })));

    expect(found).toEqual([expect.stringMatching(/^\[tracking\/dialog360\] @cdkt.+\/warn /)]);
    expect(found[0]).toContain(variable);
    expect(found[0]).not.toContain("example-secret");
  });

  test("that Terraform alone knows is not warned of, nor is a user name", () => {
    const stack = stackWith((scope) => ({
      username: "partner@example.com",
      password: new TerraformVariable(scope, "password", { type: "string", sensitive: true }).stringValue,
    }));

    expect(notes(stack)).toEqual([]);
    expect(Testing.synth(stack)).toContain('"password": "${var.password}"');
  });
});
