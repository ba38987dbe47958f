import { titles } from "../../../src/provider/titles";
import { createAuthority } from "../../authority";
import { type Front, startProxy } from "../../tls-front";
import { diagnose } from "../harness/diagnose";
import { type Gateway, openGateway } from "../harness/gateway";
import { isOn, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const authority = createAuthority("example authority");
const identity = authority.issue("localhost", "hub.example");
const closing: (Gateway | Front)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

/** A world behind TLS whose certificate a private authority has signed; `ca.pem` holds that authority. */
async function secureWorld(): Promise<World & { readonly port: number }> {
  const world = await openWorld({ env: { DIALOG360_MAX_RETRIES: "0" } });
  const gateway = await openGateway(world.simulator, { tls: identity });
  closing.push(gateway);
  world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: `https://localhost:${gateway.port}/api/v2` });
  await world.workspace.write("ca.pem", authority.pem);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  return { ...world, port: gateway.port };
}

/** The same behind a proxy, which alone knows where hub.example is. */
async function proxiedWorld(secureProxy: boolean): Promise<World & { readonly proxy: Front }> {
  const world = await secureWorld();
  const proxy = await startProxy(world.port, secureProxy ? identity : undefined);
  closing.push(proxy);
  world.workspace.setEnv({
    DIALOG360_HUB_BASE_URL: "https://hub.example/api/v2",
    HTTPS_PROXY: `${secureProxy ? "https" : "http"}://localhost:${proxy.port}`,
  });
  return { ...world, proxy };
}

it("refuses a hub whose certificate a private authority signed, and says what to set", async () => {
  const { workspace } = await secureWorld();
  const { code, errors } = await diagnose(workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([
    {
      summary: expect.stringMatching(/ localhost:/),
      detail: expect.stringMatching(/not trusted here[\s\S]*ca_cert_file \(DIALOG360_CA_CERT_FILE\)/),
    },
  ]);
});

it.each([
  ["ca_cert_file of the provider block", {}, 'provider "dialog360" {\n  ca_cert_file = "ca.pem"\n}'],
  ["DIALOG360_CA_CERT_FILE", { DIALOG360_CA_CERT_FILE: "ca.pem" }, undefined],
  ["NODE_EXTRA_CA_CERTS", { NODE_EXTRA_CA_CERTS: "ca.pem" }, undefined],
])("works with that hub where %s names the authority", async (_, env, block) => {
  const world = await secureWorld();
  world.workspace.setEnv(env);
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'), block);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
});

it("trusts the authorities of both where both are named", async () => {
  const world = await secureWorld();
  const other = createAuthority("another authority").pem;
  await world.workspace.write("other.pem", other);
  for (const [own, extra] of [
    ["ca.pem", "other.pem"],
    ["other.pem", "ca.pem"],
  ]) {
    world.workspace.setEnv({ DIALOG360_CA_CERT_FILE: own, NODE_EXTRA_CA_CERTS: extra });
    await world.workspace.apply();
  }
  expect(isOn(world, "berlinCH")).toBe(true);
});

it.each([
  ["HTTPS_PROXY", false, { DIALOG360_CA_CERT_FILE: "ca.pem" }],
  ["HTTPS_PROXY, with NODE_EXTRA_CA_CERTS", false, { NODE_EXTRA_CA_CERTS: "ca.pem" }],
  ["a proxy whose own certificate is of that authority", true, { DIALOG360_CA_CERT_FILE: "ca.pem" }],
])("reaches the hub through %s", async (_, secure, env) => {
  const world = await proxiedWorld(secure);
  world.workspace.setEnv(env);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect(new Set(world.proxy.asked)).toEqual(new Set(["hub.example:443"]));
});

it("points at a file that is no bundle of certificates", async () => {
  const { workspace } = await secureWorld();
  await workspace.write("ca.pem", "no certificate");
  await workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"'),
    'provider "dialog360" {\n  ca_cert_file = "ca.pem"\n}',
  );
  expect((await diagnose(workspace, "plan")).errors).toMatchObject([
    {
      summary: titles.invalidValue("ca_cert_file"),
      detail: expect.stringMatching(/\bnot hold a certificate\b/),
      line: 'ca_cert_file = "ca.pem"',
    },
  ]);
});
