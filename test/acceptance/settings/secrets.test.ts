import { exampleSeed } from "../../../src/simulator";
import { secretForms } from "../harness/secret-forms";
import { openWorld, type World } from "../harness/world";

const password = 'pass "wörd" & 100%\nnext <line> + 1/2\\=';
const apiKey = `key/with+"signs"=and.dots~'`;
const accessToken = 'token/with+"signs"==';

const seed = () => {
  const { partners, ...rest } = exampleSeed();
  const secrets = { password, api_key: apiKey, access_token: accessToken };
  return {
    ...rest,
    partners: partners.map((one) => (one.id === "examplePA" ? { ...one, ...secrets } : one)),
  };
};

const blocks = `resource "dialog360_channel_ctwa_tracking" "coffee" {
  channel_id = "exampleCH"
}
data "dialog360_signals_configuration" "coffee" {
  client_id  = "exampleCL"
  channel_id = dialog360_channel_ctwa_tracking.coffee.id
}`;

function expectNoneIn(text: string, world: World): void {
  const secrets = [password, apiKey, accessToken, ...world.simulator.control.issuedTokens()];
  const found = secrets.flatMap(secretForms).filter((form) => text.includes(form));
  expect(found).toEqual([]);
}

function inAscii(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return json.replaceAll("ö", "\\u00f6").replaceAll("/", "\\/").replaceAll('\\"', "\\u0022");
}

function inHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

async function openTraced(env: NodeJS.ProcessEnv): Promise<World> {
  const none = { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined };
  const usual = { TF_LOG: "trace", DIALOG360_USAGE_REPORT_PATH: "usage.jsonl" };
  return openWorld({ simulator: { seed: seed() }, env: { ...none, ...usual, ...env } });
}

/** Everything that a whole life of a configuration prints and writes, the user's own files left out. */
async function livedThrough({ workspace }: World): Promise<string> {
  const runs = [
    await workspace.run("validate"),
    await workspace.run("plan", "-out=saved.plan"),
    await workspace.run("show", "-json", "saved.plan"),
    await workspace.run("apply", "saved.plan"),
    await workspace.run("plan", "-json"),
    await workspace.run("show", "-json"),
    await workspace.run("destroy", "-auto-approve"),
  ];
  expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
  const files = ["terraform.tfstate", "terraform.tfstate.backup", "usage.jsonl"].map((file) =>
    workspace.read(file),
  );
  return [...runs.map(({ output }) => output), ...(await Promise.all(files))].join("\n");
}

describe("with TF_LOG=trace, no credential is in any output, in the state, the plan's JSON or the usage report", () => {
  test.each([
    ["user and password", { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: password }],
    ["a key and a token", { DIALOG360_API_KEY: apiKey, DIALOG360_ACCESS_TOKEN: `Bearer ${accessToken}` }],
  ])("%s", async (_what, env) => {
    const world = await openTraced(env);
    await world.workspace.configure(blocks);

    const text = await livedThrough(world);

    expect(text).toContain("provider.terraform-provider-dialog360");
    expect(text).toContain(
      "POST /api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa",
    );
    expectNoneIn(text, world);
  });

  test.each([
    ["user and password", { username: "partner@example.com", password }],
    ["a key and a token", { api_key: apiKey, access_token: accessToken }],
  ])("%s in a file", async (_what, content) => {
    const world = await openTraced({ DIALOG360_CREDENTIALS_FILE: "secrets.json" });
    await world.workspace.write("secrets.json", JSON.stringify(content), 0o600);
    await world.workspace.configure(blocks);

    expectNoneIn(await livedThrough(world), world);
  });

  test("credentials of the provider block, from sensitive variables", async () => {
    const world = await openTraced({});
    const variable = (name: string) => `variable "${name}" {\n  type = string\n  sensitive = true\n}\n`;
    world.workspace.setEnv({ TF_VAR_user: "partner@example.com", TF_VAR_password: password });
    await world.workspace.configure(
      variable("user") + variable("password") + blocks,
      'provider "dialog360" {\n  username = var.user\n  password = var.password\n}',
    );
    const { workspace } = world;

    // The JSON of a saved plan is left out: Terraform itself writes the values of variables there.
    const planned = await workspace.run("plan", "-input=false");
    const applied = await workspace.run("apply", "-auto-approve", "-input=false");
    const state = await workspace.read("terraform.tfstate");

    expect([planned.code, applied.code]).toEqual([0, 0]);
    expectNoneIn(planned.output + applied.output + state, world);
  });
});

describe("an API that repeats a credential in its answer does not make it known", () => {
  test.each([
    [
      "a password in the refusal of a login",
      { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: password },
      { route: "token", status: 401, body: { error: "denied", error_description: `not ${password}` } },
    ],
    [
      "a password in JSON that was written in ASCII",
      { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: password },
      { route: "token", status: 400, body: `{"seen": ["${inAscii(password)}"]}` },
    ],
    [
      "a password in a web page",
      { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: password },
      { route: "token", status: 403, body: `<html><title>no ${inHtml(password)}</title></html>` },
    ],
    [
      "a key at the end of a long answer",
      { DIALOG360_API_KEY: apiKey },
      { route: "channels", status: 400, body: { message: `${"x".repeat(490)}${apiKey}` } },
    ],
    [
      "a token in a refusal",
      { DIALOG360_ACCESS_TOKEN: accessToken },
      {
        route: "channels",
        status: 400,
        body: { meta: { developer_message: `header: Bearer ${accessToken}` } },
      },
    ],
    [
      "a key in an answer that is not understood",
      { DIALOG360_API_KEY: apiKey },
      { route: "channels", body: { you: apiKey, sent: [encodeURIComponent(apiKey)] } },
    ],
  ] as const)("%s", async (_what, env, fault) => {
    const world = await openTraced(env);
    world.simulator.control.addFault({ ...fault, times: "always" });
    await world.workspace.configure(
      'resource "dialog360_channel_ctwa_tracking" "coffee" {\n  channel_id = "exampleCH"\n}',
    );

    const { code, output } = await world.workspace.run("apply", "-auto-approve");

    expect(code).toBe(1);
    expect(output).toContain("(redacted)");
    expectNoneIn(output, world);
  });
});

test.each([
  ["spaces", "hidden key of-words"],
  ["a line break and quotes", 'hidden\n"key" of-words'],
])("a malformed secret is not repeated by the provider: %s", async (_, malformed) => {
  const world = await openTraced({ DIALOG360_API_KEY: malformed });
  await world.workspace.configure(blocks);

  const { code, output } = await world.workspace.run("plan");

  expect(code).toBe(1);
  expect(output).toContain("Invalid DIALOG360_API_KEY");
  expect(output).not.toMatch(/hidden|of-words/);
});

test.each([
  ["a broken one", (secret: string) => `{"password": "${secret}"`],
  ["one with other keys", (secret: string) => JSON.stringify({ [secret]: secret })],
  ["one with half a login", (secret: string) => JSON.stringify({ password: secret })],
  ["one with a malformed key", (secret: string) => JSON.stringify({ api_key: `${secret}\n${secret}` })],
])("nothing of a file that cannot be used is shown: %s", async (_, content) => {
  const world = await openTraced({ DIALOG360_CREDENTIALS_FILE: "secrets.json" });
  await world.workspace.write("secrets.json", content("hidden-word"), 0o600);
  await world.workspace.configure(blocks);

  const { code, output } = await world.workspace.run("plan");

  expect(code).toBe(1);
  expect(output).toMatch(/credentials_file|Incomplete credentials/);
  expect(output).not.toContain("hidden");
});

test("without TF_LOG, the provider writes nothing of its own", async () => {
  const world = await openTraced({
    TF_LOG: undefined,
    DIALOG360_ACCESS_TOKEN: accessToken,
  });
  await world.workspace.configure(blocks);

  const { stderr } = await world.workspace.apply();

  expect(stderr).toBe("");
});
