import { asked } from "../harness/asked";
import { diagnose, type Findings } from "../harness/diagnose";
import { openWorld, type World, type WorldOptions } from "../harness/world";

const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';
const signals = 'data "dialog360_signals_configuration" "coffee" {\n  client_id = "exampleCL"\n}';
const none = { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined };

/** How each request to one of the two APIs proved who sent it; logins left out. */
function proofs({ simulator }: World, api: "hub" | "signals"): ReadonlySet<string> {
  const requests = simulator.requests.list().filter((one) => one.api === api && one.route !== "token");
  return new Set(requests.map(({ authorization }) => authorization));
}

async function openWith(env: NodeJS.ProcessEnv, simulator: WorldOptions["simulator"] = {}): Promise<World> {
  return openWorld({ env: { ...none, ...env }, simulator });
}

function provider(...lines: readonly string[]): string {
  return `provider "dialog360" {\n${lines.join("\n")}\n}`;
}

/** The one error of a plan that must not have asked anything; it points at the provider. */
function onlyError({ errors }: Findings, world: World) {
  expect(asked(world.simulator)).toEqual({});
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ line: 'provider "dialog360" {' });
  return { summary: errors[0]?.summary, detail: errors[0]?.detail ?? "" };
}

describe("credentials that cannot be used are one message at the provider, before anything is asked", () => {
  const endings: readonly (readonly [string, NodeJS.ProcessEnv, string, string, readonly string[]])[] = [
    [
      "none at all",
      {},
      "",
      "Missing credentials",
      [
        "username and password (DIALOG360_USERNAME, DIALOG360_PASSWORD)",
        "access_token (DIALOG360_ACCESS_TOKEN)",
        "api_key (DIALOG360_API_KEY)",
      ],
    ],
    [
      "variables that are empty",
      { DIALOG360_USERNAME: "", DIALOG360_API_KEY: " " },
      "",
      "Missing credentials",
      ["An empty variable counts as unset"],
    ],
    [
      "a token and a password in the environment",
      { DIALOG360_ACCESS_TOKEN: "some-token", DIALOG360_PASSWORD: "some-password" },
      "",
      "Conflicting credentials",
      ["The environment sets DIALOG360_PASSWORD and DIALOG360_ACCESS_TOKEN", "Keep either"],
    ],
    [
      "a token and a password in the configuration",
      {},
      'access_token = "some-token"\npassword = "some-password"',
      "Conflicting credentials",
      ["password (DIALOG360_PASSWORD) and access_token (DIALOG360_ACCESS_TOKEN)", "Keep either"],
    ],
    [
      "a password without its user in the environment",
      { DIALOG360_PASSWORD: "some-password" },
      "",
      "Incomplete credentials",
      ["The environment sets DIALOG360_PASSWORD without DIALOG360_USERNAME"],
    ],
    [
      "a password in the configuration whose user is in the environment",
      { DIALOG360_USERNAME: "partner@example.com" },
      'password = "some-password"',
      "Incomplete credentials",
      ["password (DIALOG360_PASSWORD) without username (DIALOG360_USERNAME)", "Set both here"],
    ],
  ];

  test.each(endings)("%s", async (_what, env, lines, summary, words) => {
    const world = await openWith(env);
    await world.workspace.configure(`${berlin}\n${signals}`, provider(lines));

    const error = onlyError(await diagnose(world.workspace, "plan"), world);

    expect(error.summary).toBe(summary);
    for (const word of words) expect(error.detail).toContain(word);
    expect(error.detail).not.toMatch(/some-(token|password)/);
  });
});

test("validate asks for no credentials", async () => {
  const world = await openWith({});
  await world.workspace.configure(berlin);

  expect(await diagnose(world.workspace, "validate")).toMatchObject({ code: 0, errors: [], warnings: [] });
});

test("a wrong password is refused once, in the API's words, and leaves nothing behind", async () => {
  const world = await openWorld({ env: { DIALOG360_PASSWORD: "wrong-password" } });
  await world.workspace.configure(`${berlin}\n${signals}`);

  const { errors, output } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors.length).toBeGreaterThan(0);
  for (const { summary, detail } of errors) {
    expect(summary).toMatch(/^Login to 127\.0\.0\.1:\d+ refused \(401\)$/);
    expect(detail).toContain("access_denied: ");
    expect(detail).toContain("Check username (DIALOG360_USERNAME) and password (DIALOG360_PASSWORD)");
  }
  expect(output).not.toContain("wrong-password");
  expect(asked(world.simulator)).toEqual({ token: 1 });
  expect(await world.workspace.state()).toEqual({});
});

test("once the configuration names a credential, those of the environment are ignored together", async () => {
  const world = await openWorld({ env: { DIALOG360_API_KEY: "a-key-of-nobody" } });
  await world.workspace.configure(berlin, provider('access_token = "example-access-token"'));

  await world.workspace.apply();

  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
  expect(proofs(world, "hub")).toEqual(new Set(["bearer"]));
  expect(asked(world.simulator)["token"]).toBeUndefined();
});

test("an API key alone is told to be not enough for Signals, without a request to it", async () => {
  const world = await openWith({ DIALOG360_API_KEY: "example-api-key" });
  await world.workspace.configure(`${berlin}\n${signals}`);

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({
    summary: "Missing credentials",
    address: "data.dialog360_signals_configuration.coffee",
  });
  expect(errors[0]?.detail).toContain("Signals API");
  expect(errors[0]?.detail).toContain("DIALOG360_ACCESS_TOKEN");
  expect(proofs(world, "signals")).toEqual(new Set());
});

test("with a key and a token, the key goes to the hub and the token to Signals", async () => {
  const world = await openWith({
    DIALOG360_API_KEY: "example-api-key",
    DIALOG360_ACCESS_TOKEN: "Bearer example-access-token",
  });
  await world.workspace.configure(`${berlin}\n${signals}`);

  await world.workspace.apply();

  expect(proofs(world, "hub")).toEqual(new Set(["api_key"]));
  expect(proofs(world, "signals")).toEqual(new Set(["bearer"]));
});

test("a token that has expired is named as the cause, and not asked for again", async () => {
  const world = await openWith({ DIALOG360_ACCESS_TOKEN: "an-old-token" });
  await world.workspace.configure(signals);

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: "Credentials refused (401)" })]);
  expect(errors[0]?.detail).toContain("may have expired");
  expect(errors[0]?.detail).toContain("DIALOG360_ACCESS_TOKEN");
  expect(asked(world.simulator)).toEqual({ facebook_accounts: 1 });
});

test("a token that ends in the middle of an apply is replaced by one login", async () => {
  const day = 86_400_000;
  const isSwitched = () => world.simulator.requests.list("enable_ctwa").length > 0;
  const clock = {
    now: () => Date.now() + (isSwitched() ? day : 0),
    sleep: async () => {},
  };
  const world = await openWorld({ simulator: { clock, tokenLifetime: 3600 } });
  await world.workspace.configure(
    ["exampleCH", "berlinCH", "hamburgCH"]
      .map((id) => `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n}`)
      .join("\n"),
  );

  await world.workspace.apply("-parallelism=1");

  expect(world.simulator.control.channels().filter(({ ctwa }) => ctwa).length).toBe(5);
  // One login of the plan, two of the apply.
  expect(asked(world.simulator)["token"]).toBe(3);
});

test("the configuration wins over the environment, setting by setting", async () => {
  const world = await openWith({
    DIALOG360_PARTNER_ID: "nobodyPA",
    DIALOG360_HUB_BASE_URL: "http://127.0.0.1:1/nowhere",
    DIALOG360_API_KEY: "no-key",
  });
  const { hubBaseUrl } = world.listening;
  await world.workspace.configure(
    'resource "dialog360_channel_ctwa_tracking" "lisbon" {\n  channel_id = "lisbonCH"\n}',
    provider(
      'partner_id = "otherPA"',
      `hub_base_url = "${hubBaseUrl}/"`,
      'username = "other@example.com"',
      'password = "other-password"',
    ),
  );

  await world.workspace.apply();

  expect(world.simulator.control.channel("lisbonCH")?.ctwa).toBe(true);
});

test("credentials that only an apply brings forth do not stop the plan before it", async () => {
  const world = await openWith({});
  await world.workspace.configure(
    `resource "terraform_data" "vault" {\n  input = "example-api-key"\n}\n${berlin}`,
    provider("api_key = terraform_data.vault.output"),
  );

  await world.workspace.apply();

  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
});

test("credentials of another partner are told to be so, and nothing is removed from the state", async () => {
  const world = await openWorld();
  await world.workspace.configure(berlin);
  await world.workspace.apply();
  world.workspace.setEnv({ DIALOG360_USERNAME: "other@example.com", DIALOG360_PASSWORD: "other-password" });

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: "Not allowed (403)" })]);
  expect(errors[0]?.detail).toContain("partner_id (DIALOG360_PARTNER_ID)");
  expect(Object.keys(await world.workspace.state())).toHaveLength(1);
});

test("http:// beyond this machine is warned of, at the setting", async () => {
  const world = await openWith({});
  await world.workspace.configure(
    berlin,
    provider('hub_base_url = "http://hub.example.test/api/v2"', 'signals_base_url = "http://localhost:1/s"'),
  );

  const { code, warnings } = await diagnose(world.workspace, "validate");

  expect(code).toBe(0);
  expect(warnings).toEqual([
    expect.objectContaining({ line: 'hub_base_url = "http://hub.example.test/api/v2"' }),
  ]);
  expect(warnings[0]?.detail).toMatch(/\bunencrypted\b/);
});
