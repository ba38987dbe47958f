import { readFile } from "node:fs/promises";
import path from "node:path";
import { asked } from "../harness/asked";
import { secretForms } from "../harness/secret-forms";
import { unwrapped } from "../harness/terraform";
import { unzipped } from "../harness/unzip";
import { succeeded } from "../harness/workspace";
import { openWorld, type World } from "../harness/world";

const NO_LOGIN = { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined };

/** Another provider block that gets its token from the first one's login, and a resource and a data source of it. */
const handedOn = `ephemeral "dialog360_access_token" "hub" {}

provider "dialog360" {
  alias        = "by_token"
  access_token = ephemeral.dialog360_access_token.hub.access_token
}

resource "dialog360_channel_ctwa_tracking" "berlin" {
  provider   = dialog360.by_token
  channel_id = "berlinCH"
}

data "dialog360_channel" "example" {
  provider   = dialog360.by_token
  channel_id = "exampleCH"
}
`;

function tokensIn(text: string, { simulator }: World): readonly string[] {
  const tokens = simulator.control.issuedTokens();
  return tokens.flatMap(secretForms).filter((form) => text.includes(form));
}

test("the token reaches another provider's settings, and no byte of it a plan, a state or a log", async () => {
  const world = await openWorld({ env: { TF_LOG: "trace" } });
  const { workspace, simulator } = world;
  await workspace.configure(handedOn);

  const runs = [
    succeeded(await workspace.run("plan", "-out=saved.plan")),
    succeeded(await workspace.run("show", "-json", "saved.plan")),
    succeeded(await workspace.run("apply", "saved.plan")),
    succeeded(await workspace.run("plan", "-detailed-exitcode")),
  ];

  // One login for each walk that opens it: the second block never logs in by itself.
  expect(simulator.control.issuedTokens()).toHaveLength(asked(simulator)["token"] ?? 0);
  expect(asked(simulator)).toMatchObject({ token: 3, enable_ctwa: 1 });
  const plan = unzipped(await readFile(path.join(workspace.folder, "saved.plan")));
  expect(plan).toContain("dialog360_channel_ctwa_tracking");
  const state = await workspace.read("terraform.tfstate");
  const texts = [...runs.map(({ output }) => output), plan, state].join("\n");
  expect(texts).toContain("OpenEphemeralResource");
  expect(tokensIn(texts, world)).toEqual([]);
});

test("a ready-made token is handed on as it is, with no end", async () => {
  const token = "example-access-token";
  const world = await openWorld({ env: { ...NO_LOGIN, DIALOG360_ACCESS_TOKEN: `Bearer ${token}` } });
  const condition = "condition     = self.expires_at == null";
  const message = 'error_message = "It has an end."';
  await world.workspace.configure(
    handedOn.replace(
      '"hub" {}',
      `"hub" {\n  lifecycle {\n    postcondition {\n      ${condition}\n      ${message}\n    }\n  }\n}`,
    ),
  );

  await world.workspace.apply();

  expect(asked(world.simulator)).not.toHaveProperty("token");
  expect(await world.workspace.read("terraform.tfstate")).not.toContain(token);
});

test("a login's token has an end that Terraform can calculate with", async () => {
  const world = await openWorld();
  const later = 'timecmp(self.expires_at, timeadd(plantimestamp(), "23h")) > 0';
  await world.workspace.configure(
    `ephemeral "dialog360_access_token" "hub" {
  lifecycle {
    postcondition {
      condition     = ${later}
      error_message = "It ends too soon."
    }
  }
}`,
  );

  await world.workspace.apply();
});

test("an API key alone is answered with what to set", async () => {
  const world = await openWorld({ env: { ...NO_LOGIN, DIALOG360_API_KEY: "example-api-key" } });
  await world.workspace.configure('ephemeral "dialog360_access_token" "hub" {}');

  const run = await world.workspace.run("plan", "-no-color");

  expect(run.code).toBe(1);
  expect(unwrapped(run)).toMatch(/\bAPI key\b/);
  expect(unwrapped(run)).toContain("(DIALOG360_USERNAME, DIALOG360_PASSWORD)");
  expect(world.simulator.requests.list()).toEqual([]);
});
