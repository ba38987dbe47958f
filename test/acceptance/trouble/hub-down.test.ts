import path from "node:path";
import { createCertificate } from "../../../src/framework/plugin/certificate";
import { deadUrl, startServer } from "../../client/small-server";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { type Gateway, openGateway } from "../harness/gateway";
import { openWorld, type World } from "../harness/world";

const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';
const tracking = (count: number) => `resource "dialog360_channel_ctwa_tracking" "many" {
  for_each   = toset([for number in range(1, ${count + 1}) : format("n%05dCH", number)])
  channel_id = each.key
}`;

const impatient = { DIALOG360_MAX_RETRIES: "1" };

/** A world with this configuration applied, whose provider then looks for the hub elsewhere. */
async function openMoved(
  hcl: string,
  hubBaseUrl: (world: World) => string | Promise<string>,
): Promise<World> {
  const world = await openWorld({ env: impatient, simulator: { channels: 100 } });
  await world.workspace.configure(hcl);
  await world.workspace.apply();
  world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: await hubBaseUrl(world) });
  world.simulator.requests.clear();
  return world;
}

describe("a hub that cannot be reached is named with host and cause, and the state stays as it is", () => {
  test.each([
    ["nobody listens", deadUrl, /the connection to \S+ was refused \(ECONNREFUSED\), after 2 attempts/],
    [
      "the name is unknown",
      () => "https://hub.example.invalid/api/v2",
      /^No answer from hub\.example\.invalid to POST \/api\/v2\/token: the name hub\.example\.invalid .* \((ENOTFOUND|EAI_AGAIN)\), after 2 attempts/,
    ],
    [
      "the host does not speak TLS",
      ({ listening }: World) => listening.hubBaseUrl.replace("http:", "https:"),
      /it does not speak TLS on this port/,
    ],
  ])("%s", async (_what, hubBaseUrl, words) => {
    const world = await openMoved(berlin, hubBaseUrl);
    const before = await world.workspace.read("terraform.tfstate");

    const planned = await diagnose(world.workspace, "plan");
    const applied = await diagnose(
      world.workspace,
      "apply",
      "-auto-approve",
      "-refresh=false",
      "-replace=dialog360_channel_ctwa_tracking.berlin",
    );

    for (const { errors } of [planned, applied]) {
      expect(errors).toHaveLength(1);
      expect(errors[0]?.summary).toMatch(/^No answer from /);
      expect(errors[0]?.detail).toMatch(words);
      expect(errors[0]?.detail).toContain("hub_base_url (DIALOG360_HUB_BASE_URL)");
    }
    expect(await world.workspace.read("terraform.tfstate")).toBe(before);
  });
});

describe("a certificate that nobody vouches for", () => {
  const { pem, keyPem } = createCertificate(new Date());

  async function openBehindTls(): Promise<World> {
    const world = await openWorld({ env: impatient });
    const gateway = await openGateway(world.simulator, { tls: { cert: pem, key: keyPem } });
    opened.push(gateway);
    world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: `https://localhost:${gateway.port}/api/v2` });
    await world.workspace.configure(berlin);
    return world;
  }
  const opened: Gateway[] = [];
  afterAll(() => Promise.all(opened.map((gateway) => gateway.close())));

  test("is not accepted, nothing is sent, and the way to trust it is told", async () => {
    const world = await openBehindTls();

    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors).toHaveLength(1);
    expect(errors[0]?.summary).toMatch(/^No answer from localhost:\d+$/);
    expect(errors[0]?.detail).toMatch(/\bself-signed\b/);
    expect(errors[0]?.detail).toContain("NODE_EXTRA_CA_CERTS");
    expect(asked(world.simulator)).toEqual({});
    expect(await world.workspace.state()).toEqual({});
  });

  test("is accepted once that way is taken", async () => {
    const world = await openBehindTls();
    await world.workspace.write("ca.pem", pem);
    world.workspace.setEnv({ NODE_EXTRA_CA_CERTS: path.join(world.workspace.folder, "ca.pem") });

    await world.workspace.apply();

    expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
  });
});

describe("200 resources of a hub that only fails cost at most twice the attempts of one", () => {
  const attemptsOfOne = 2;

  test.each([
    ["answers 503", { status: 503 }],
    ["cuts connections", { fault: "cut" }],
  ] as const)("one that %s", async (_what, answer) => {
    const server = await startServer(() => answer);
    const { workspace } = await openWorld({ env: impatient });
    workspace.setEnv({ DIALOG360_HUB_BASE_URL: `${server.url}/api/v2` });
    await workspace.configure(tracking(200));

    const { errors } = await diagnose(workspace, "apply", "-auto-approve");
    await server.close();

    expect(errors).toHaveLength(1);
    expect(await workspace.state()).toEqual({});
    expect(server.seen.length).toBeGreaterThanOrEqual(attemptsOfOne);
    expect(server.seen.length).toBeLessThanOrEqual(2 * attemptsOfOne);
  });
});

describe("40 switches that only fail are not each tried as often as one", () => {
  test.each([
    ["answers 503", { status: 503 }, 40 + 10],
    ["cuts connections", { cut: true }, 2 * 10],
  ] as const)("a hub that %s", async (_what, fault, most) => {
    const { workspace, simulator } = await openWorld({ env: impatient, simulator: { channels: 100 } });
    simulator.control.addFault({ route: "enable_ctwa", times: "always", ...fault });
    await workspace.configure(tracking(40));

    const { errors } = await diagnose(workspace, "apply", "-auto-approve", "-parallelism=10");

    expect(errors).toHaveLength(40);
    expect(await workspace.state()).toEqual({});
    expect(asked(simulator)["enable_ctwa"]).toBeLessThanOrEqual(most);
  });
});

test("what is in the state stays there when the hub answers 503 to every list", async () => {
  const world = await openMoved(tracking(40), ({ listening }) => listening.hubBaseUrl);
  world.simulator.control.addFault({ route: "channels", status: 503, times: "always" });

  const { code } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(code).toBe(1);
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 2 });
  world.simulator.control.clearFaults();
  expect((await world.workspace.plan()).code).toBe(0);
});
