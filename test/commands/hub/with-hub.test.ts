import { withHub } from "../../../src/commands/hub/with-hub";
import { createSimulator, type Listening, listen, type Simulator } from "../../../src/simulator";

let simulator: Simulator;
let listening: Listening;
const before = { ...process.env };
beforeEach(async () => {
  simulator = createSimulator({ ctwaField: "ctwa_enabled" });
  listening = await listen(simulator);
  Object.assign(process.env, {
    DIALOG360_PARTNER_ID: "examplePA",
    DIALOG360_USERNAME: "partner@example.com",
    DIALOG360_PASSWORD: "example-password",
    DIALOG360_HUB_BASE_URL: listening.hubBaseUrl,
    DIALOG360_MAX_RETRIES: "0",
  });
});
afterEach(async () => {
  process.env = { ...before };
  await listening.close();
});

function output() {
  const written = { stdout: "", stderr: "" };
  return {
    written,
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  };
}

test("channels are read with the provider's variables, and nothing is written", async () => {
  const rows = await withHub(output(), async (hub, signal) => {
    const whole = await hub.api.channels.all(hub.partnerId, [], { signal });
    return whole.rows.map((channel) => [channel.id, hub.trackingOf(channel)]);
  });

  expect(rows).toContainEqual(["berlinCH", false]);
  expect(new Set(simulator.requests.list().map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  expect(
    simulator.requests.list().filter(({ method, path }) => method === "POST" && !/token/.test(path)),
  ).toEqual([]);
});

test.each([
  ["no partner", { DIALOG360_PARTNER_ID: "" }, "DIALOG360_PARTNER_ID"],
  ["no password", { DIALOG360_PASSWORD: "" }, "DIALOG360_PASSWORD"],
  ["a wrong password", { DIALOG360_PASSWORD: "wrong-secret" }, "Login"],
])("%s is an error in words, without secrets", async (_name, variables, fact) => {
  Object.assign(process.env, variables);
  const run = withHub(output(), ({ api, partnerId }, signal) => api.channels.all(partnerId, [], { signal }));

  await expect(run).rejects.toThrow(fact);
  await expect(run).rejects.not.toThrow("wrong-secret");
});

test("Ctrl-C ends it with an error, and later ones are the process's own again", async () => {
  simulator.control.addFault({ route: "channels", delayMs: 60_000, times: "always" });
  const listeners = process.listenerCount("SIGINT");
  const run = withHub(output(), ({ api, partnerId }, signal) => {
    setTimeout(() => process.emit("SIGINT"), 20);
    return api.channels.all(partnerId, [], { signal });
  });

  await expect(run).rejects.toThrow("interrupted");
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

test("a terminal shows progress, which is gone at the end", async () => {
  const out = output();
  simulator.control.addFault({ route: "channels", delayMs: 600, times: "always" });
  await withHub({ ...out, stderr: { ...out.stderr, isTTY: true } }, ({ api, partnerId }, signal) =>
    api.channels.all(partnerId, [], { signal }),
  );

  expect(out.written.stderr).toContain("Reading channels");
  expect(out.written.stderr.endsWith("\r\u001b[K")).toBe(true);
});
