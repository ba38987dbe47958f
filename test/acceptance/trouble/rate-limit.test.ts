import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { openWorld, type World } from "../harness/world";

const ids = ["exampleCH", "berlinCH", "hamburgCH", "grazCH", "linzCH", "parisCH"];
const six = `resource "dialog360_channel_ctwa_tracking" "six" {
  for_each   = toset(${JSON.stringify(ids)})
  channel_id = each.key
}`;

const allOn = ({ simulator }: World) => ids.every((id) => simulator.control.channel(id)?.ctwa);
const refused = ({ simulator }: World) =>
  simulator.requests.list().filter(({ status }) => status === 429).length;
const waiting = { DIALOG360_MAX_RETRIES: "0" };

test("a limit that says when to come back is waited for, without using up retries", async () => {
  // On a busy machine, too, five requests come within two seconds.
  const requestsPerWindow = { requests: 4, seconds: 2, retryAfter: true };
  const world = await openWorld({ env: waiting, simulator: { requestsPerWindow } });
  await world.workspace.configure(six);

  await world.workspace.apply();

  expect(allOn(world)).toBe(true);
  expect(refused(world)).toBeGreaterThan(0);
  expect(Object.keys(await world.workspace.state())).toHaveLength(ids.length);
});

// test/client/contract/rate-limits.test.ts shows how the pace is learned, on a clock on which no wait takes time.

test("a limit set by hand is kept, so that the host refuses nothing", async () => {
  const world = await openWorld({
    // The hub accepts more than is sent: a busy machine may hold requests up for a second and let them arrive at once.
    // Without the limit an apply would send eight.
    simulator: { requestsPerWindow: { requests: 7, seconds: 2, retryAfter: true } },
    env: { DIALOG360_RATE_LIMIT: "4/2s" },
  });
  await world.workspace.configure(six);

  await world.workspace.apply();

  expect(allOn(world)).toBe(true);
  expect(refused(world)).toBe(0);
});

test.each(["token", "channels", "enable_ctwa"] as const)(
  "a limit on %s that does not say when to come back is waited for all the same",
  async (route) => {
    const world = await openWorld({ env: waiting });
    world.simulator.control.addFault({ route, status: 429 });
    await world.workspace.configure(six);

    await world.workspace.apply();

    expect(allOn(world)).toBe(true);
    expect(refused(world)).toBe(1);
  },
);

test("a limit on Signals does not hold up the hub", async () => {
  const world = await openWorld({ env: waiting });
  world.simulator.control.addFault({ route: "facebook_accounts", status: 429, retryAfter: 1 });
  await world.workspace.configure(
    `${six}\ndata "dialog360_signals_configuration" "coffee" {\n  client_id = "exampleCL"\n}`,
  );

  await world.workspace.apply();

  expect(allOn(world)).toBe(true);
  expect(asked(world.simulator)["facebook_accounts"]).toBe(2);
});

test("a data source, which has no timeouts, does not wait for an hour either", async () => {
  const world = await openWorld({ env: waiting });
  world.simulator.control.addFault({ route: "facebook_accounts", status: 429, retryAfter: 3_600 });
  await world.workspace.configure(
    'data "dialog360_signals_configuration" "a" {\n  client_id = "exampleCL"\n}',
  );

  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ summary: "Too many requests (429)" })]);
  expect(asked(world.simulator)).toEqual({ token: 1, facebook_accounts: 1 });
});

test("a pause that is longer than the timeout is not waited for: the hub's words are told, nothing is lost", async () => {
  const world = await openWorld({ env: waiting });
  world.simulator.control.addFault({ route: "enable_ctwa", status: 429, retryAfter: 3_600, times: "always" });
  await world.workspace.configure(six);

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toHaveLength(ids.length);
  // Those who were asked have the hub's answer; the others were not sent.
  const refused = errors.filter(({ summary }) => summary === "Too many requests (429)");
  const unsent = errors.filter(({ summary }) => summary === "Rate limit: not enough time left");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length + unsent.length).toBe(ids.length);
  for (const { detail } of errors) {
    expect(detail).toMatch(/\b3\d{3} s\b/);
    expect(detail).toMatch(/raise `timeouts`/i);
  }
  expect(asked(world.simulator)["enable_ctwa"]).toBeLessThanOrEqual(4);
  expect(await world.workspace.state()).toEqual({});
  world.simulator.control.clearFaults();
  await world.workspace.apply();
  expect(allOn(world)).toBe(true);
});
