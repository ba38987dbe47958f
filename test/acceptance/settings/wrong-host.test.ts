import { titles } from "../../../src/provider/titles";
import { startServer } from "../../client/small-server";
import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { openGateway } from "../harness/gateway";
import { openWorld } from "../harness/world";

const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';
const signals = 'data "dialog360_signals_configuration" "coffee" {\n  client_id = "exampleCL"\n}';

describe("a host of 360dialog that is another API's is told at validate, with the setting to change", () => {
  test.each([
    ["hub_base_url", "https://api.signals.360dialog.io", "the Signals API", "set signals_base_url"],
    ["signals_base_url", "https://hub.360dialog.io/api/v2", "the Partner Hub API", "set hub_base_url"],
    ["hub_base_url", "https://waba-v2.360dialog.io", "the Messaging API", "leave hub_base_url out"],
    ["hub_base_url", "https://hub.360dialog.com", "the hub's web pages", "leave hub_base_url out"],
  ])("%s = %s", async (setting, url, is, advice) => {
    const { workspace } = await openWorld();
    const line = `${setting} = "${url}"`;
    await workspace.configure(berlin, `provider "dialog360" {\n  ${line}\n}`);

    const { errors } = await diagnose(workspace, "validate");

    expect(errors).toEqual([expect.objectContaining({ summary: titles.invalidValue(setting), line })]);
    expect(errors[0]?.detail).toContain(`${new URL(url).host} `);
    expect(errors[0]?.detail).toContain(is);
    expect(errors[0]?.detail).toContain(advice);
  });
});

test("in the environment it is told before anything is asked", async () => {
  const world = await openWorld({ env: { DIALOG360_SIGNALS_BASE_URL: "https://hub.360dialog.io/api/v2" } });
  await world.workspace.configure(`${berlin}\n${signals}`);

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: "Invalid DIALOG360_SIGNALS_BASE_URL" })]);
  expect(errors[0]?.detail).toContain("hub.360dialog.io ");
  expect(asked(world.simulator)).toEqual({});
});

test("the hub's host with another path than usual is a warning", async () => {
  const { workspace } = await openWorld();
  const line = 'hub_base_url = "https://hub.360dialog.io/api/v1"';
  await workspace.configure(berlin, `provider "dialog360" {\n  ${line}\n}`);

  const { code, warnings } = await diagnose(workspace, "validate");

  expect(code).toBe(0);
  expect(warnings).toEqual([expect.objectContaining({ summary: "Unusual base URL", line })]);
  expect(warnings[0]?.detail).toContain("https://hub.360dialog.io/api/v2; ");
});

test("an address without a login is told with the setting, once", async () => {
  const world = await openWorld();
  world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: world.listening.signalsBaseUrl });
  await world.workspace.configure(berlin);

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toHaveLength(1);
  expect(errors[0]?.summary).toMatch(/^Login to 127\.0\.0\.1:\d+ refused \(404\)$/);
  expect(errors[0]?.detail).toContain("Check hub_base_url (DIALOG360_HUB_BASE_URL)");
  expect(world.simulator.requests.list()).toHaveLength(1);
});

test("an address without the Signals API is told with the setting and the path that was asked", async () => {
  const world = await openWorld();
  world.workspace.setEnv({ DIALOG360_SIGNALS_BASE_URL: world.listening.hubBaseUrl });
  await world.workspace.configure(signals);

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: "Not found (404)" })]);
  expect(errors[0]?.detail).toContain("GET /api/v2/v1/clients/exampleCL/facebook-accounts");
  expect(errors[0]?.detail).toContain("signals_base_url (DIALOG360_SIGNALS_BASE_URL)");
});

test("a base URL with a path of its own is kept, with or without a slash at its end", async () => {
  const world = await openWorld();
  const gateway = await openGateway(world.simulator, { below: "/tenants/example" });
  const url = `http://127.0.0.1:${gateway.port}/tenants/example`;
  world.workspace.setEnv({
    DIALOG360_HUB_BASE_URL: `${url}/api/v2/`,
    DIALOG360_SIGNALS_BASE_URL: `${url}/signals`,
  });
  await world.workspace.configure(`${berlin}\n${signals}`);

  await world.workspace.apply();
  await gateway.close();

  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
  expect(gateway.paths.every((path) => /^\/tenants\/example\/[a-z]/.test(path))).toBe(true);
});

describe("a redirect is not followed, since credentials would go along", () => {
  test.each([301, 302, 307, 308])("%s", async (status) => {
    const world = await openWorld();
    const { url } = world.listening;
    const server = await startServer(({ path }) => ({ status, headers: { location: url + path } }));
    world.workspace.setEnv({ DIALOG360_HUB_BASE_URL: `${server.url}/api/v2` });
    await world.workspace.configure(berlin);

    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");
    await server.close();

    expect(errors).toHaveLength(1);
    expect(errors[0]?.summary).toMatch(/^Login to 127\.0\.0\.1:\d+ is redirected/);
    expect(errors[0]?.detail).toContain(url);
    expect(errors[0]?.detail).toContain("Set hub_base_url (DIALOG360_HUB_BASE_URL)");
    expect(world.simulator.requests.list()).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });
});

test("a web page in the place of an answer is named as such, by its title", async () => {
  const world = await openWorld();
  world.simulator.control.addFault({ route: "channels", html: true, status: 403 });
  await world.workspace.configure(berlin);

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toEqual([expect.objectContaining({ summary: "Not allowed (403)" })]);
  expect(errors[0]?.detail).toContain(" 403: Bad gateway (a web page)");
});

test("a web page with status 200 is not taken for an answer, and its beginning is shown", async () => {
  const world = await openWorld();
  world.simulator.control.addFault({ route: "channels", html: true, status: 200 });
  await world.workspace.configure(berlin);

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toEqual([expect.objectContaining({ summary: titles.unexpectedResponse("Partner Hub") })]);
  expect(errors[0]?.detail).toContain("<!DOCTYPE html>");
  expect(errors[0]?.detail).toContain("hub_base_url");
});
