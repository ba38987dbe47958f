import { titles } from "../../../src/provider/titles";
import { asked } from "../harness/asked";
import { diagnose, type Findings } from "../harness/diagnose";
import { openWorld, type World } from "../harness/world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe("validate points at the malformed setting of the provider", () => {
  let found: Findings;
  beforeAll(async () => {
    await world.workspace.configure(
      'data "dialog360_channels" "all" {}',
      `provider "dialog360" {
  partner_id        = "example/PA"
  username          = " "
  password          = ""
  hub_base_url      = "hub.360dialog.io/api/v2"
  signals_base_url  = "https://someone:something@signals.example.test"
  ctwa_status_field = "integration..ctwa"
  request_timeout   = "30"
  max_retries       = 1.5
  access_token      = "two words"
  api_key           = "two\\nlines"
  credentials_file  = " "
  ca_cert_file      = ""
  usage_report_path = "a\\u0000b"

  max_concurrent_requests = 0
  max_disables_per_run    = -1
  rate_limit              = { requests = 0, per_seconds = 1 }
}`,
    );
    found = await diagnose(world.workspace, "validate");
  });

  test.each([
    [
      "partner_id",
      'made of letters, digits, "-", "_", "." and "~" only, and not of dots alone; it is "example/PA"',
    ],
    ["username", "must not be empty"],
    ["password", "must not be empty"],
    ["hub_base_url", "is not a URL; usually it is https://hub.360dialog.io/api/v2"],
    ["signals_base_url", "must not hold a user name or password"],
    ["ctwa_status_field", 'joined by dots, such as "integration.ctwa_enabled"'],
    ["request_timeout", 'a duration above zero, such as "30s"'],
    ["max_retries", "a whole number from 0 to 20; it is 1.5"],
    ["access_token", "one word of plain ASCII characters"],
    ["api_key", "one word of plain ASCII characters"],
    ["credentials_file", "must not be empty"],
    ["ca_cert_file", "must not be empty"],
    ["usage_report_path", "a zero byte"],
    ["max_concurrent_requests", "a whole number from 1 to 32; it is 0"],
    ["max_disables_per_run", "a whole number from 0 to 1000000; it is -1"],
  ])("%s", (attribute, words) => {
    const errors = found.errors.filter(({ line }) => line?.startsWith(`${attribute} `));

    expect(errors.map(({ summary }) => summary)).toEqual([titles.invalidValue(attribute)]);
    expect(errors[0]?.detail).toContain(words);
  });

  test("rate_limit, at the part that is malformed", () => {
    const errors = found.errors.filter(({ line }) => line?.startsWith("rate_limit "));

    expect(errors.map(({ summary }) => summary)).toEqual([titles.invalidValue("rate_limit.requests")]);
  });

  test("and at nothing else, but that the credentials contradict each other", () => {
    expect(found.errors.map(({ summary }) => summary)).toContain("Conflicting credentials");
    expect(found.errors).toHaveLength(17);
  });
});

describe("validate points at the malformed argument of a block", () => {
  let found: Findings;
  beforeAll(async () => {
    await world.workspace.configure(`
resource "dialog360_channel_ctwa_tracking" "a" {
  channel_id     = "example/CH"
  client_id      = "example CL"
  partner_id     = ""
  on_destroy     = "delete"
  reassert_after = "1day"
  timeouts = {
    create = "soon"
  }
}
data "dialog360_signals_configuration" "a" {
  client_id      = "example CL"
  ad_account_ids = ["900000000000101", "9/1"]
}
data "dialog360_signals_configuration" "b" {
  client_id  = "exampleCL"
  channel_id = "exampleCH"
  app_id     = "100001"
}
resource "dialog360_ctwa_tracking_fleet" "a" {
  channels = null
}
data "dialog360_signals_ad" "a" {
  channel_id = "exampleCH"
  ad_id      = ""
}
data "dialog360_channel" "none" {}
data "dialog360_channel" "both" {
  channel_id   = "exampleCH"
  phone_number = "+4915550000001"
}
data "dialog360_channel" "number" {
  phone_number = "+49 number"
}
data "dialog360_channels" "a" {
  client_id = ".."
  status    = ""
}`);
    found = await diagnose(world.workspace, "validate");
  });

  const resource = "dialog360_channel_ctwa_tracking.a";
  const signals = "data.dialog360_signals_configuration";
  test.each([
    [resource, 'channel_id     = "example/CH"', "must be an id, made of letters, digits"],
    [resource, 'client_id      = "example CL"', 'it is "example CL"'],
    [resource, 'partner_id     = ""', "leave it out (or set it to null)"],
    [resource, 'on_destroy     = "delete"', 'must be one of "disable", "keep"'],
    [resource, 'reassert_after = "1day"', 'such as "30s", "10m", "24h" or "1h30m"; it is "1day"'],
    [resource, "timeouts = {", "a duration above zero"],
    [`${signals}.a`, 'client_id      = "example CL"', "must be an id"],
    [`${signals}.a`, 'ad_account_ids = ["900000000000101", "9/1"]', 'it is "9/1"'],
    [`${signals}.b`, 'app_id     = "100001"', "Set either channel_id or app_id"],
    ["dialog360_ctwa_tracking_fleet.a", "channels = null", "channels is required"],
    ["data.dialog360_signals_ad.a", 'ad_id      = ""', "must not be empty."],
    ["data.dialog360_channel.none", 'data "dialog360_channel" "none" {}', "and not both"],
    ["data.dialog360_channel.both", 'phone_number = "+4915550000001"', "and not both"],
    ["data.dialog360_channel.number", 'phone_number = "+49 number"', 'such as "+4915550000001"'],
    ["data.dialog360_channels.a", 'client_id = ".."', "must be an id"],
    ["data.dialog360_channels.a", 'status    = ""', "must not be empty"],
  ])("%s: %s", (address, line, words) => {
    const errors = found.errors.filter((error) => error.address === address && error.line === line);

    expect(errors.map(({ detail }) => detail)).toEqual([expect.stringContaining(words)]);
  });

  test("and at nothing else", () => expect(found.errors).toHaveLength(16));
});

test("a malformed variable of the environment is named, with the setting that it stands for", async () => {
  const malformed = {
    DIALOG360_PARTNER_ID: "example PA",
    DIALOG360_HUB_BASE_URL: "somewhere",
    DIALOG360_REQUEST_TIMEOUT: "long",
    DIALOG360_MAX_RETRIES: "many",
  };
  const { workspace } = await openWorld({ env: malformed });
  await workspace.configure('resource "dialog360_channel_ctwa_tracking" "a" {\n  channel_id = "berlinCH"\n}');

  expect((await diagnose(workspace, "validate")).errors).toEqual([]);
  const { errors } = await diagnose(workspace, "plan");

  expect(new Set(errors.map(({ summary }) => summary))).toEqual(
    new Set(Object.keys(malformed).map((name) => `Invalid ${name}`)),
  );
  expect(errors.map(({ detail }) => detail).join("\n")).toContain("setting request_timeout");
});

test("none of it asked 360dialog anything", () => expect(asked(world.simulator)).toEqual({}));
