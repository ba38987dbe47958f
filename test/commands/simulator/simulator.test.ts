import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "../../../src/commands";
import { parseSimulatorArguments } from "../../../src/commands/simulator/arguments";
import { createSimulator, listen, quirks } from "../../../src/simulator";

/** Runs the command in this process and keeps what it writes. */
async function run(...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const code = await runCommand(["simulator", ...argv], {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { code, ...written };
}

test("every option reaches the simulator", () => {
  const { port, options } = parseSimulatorArguments([
    ...["--port", "8080", "--ctwa-field", "integration.ctwa", "--channels", "100", "--token-lifetime", "5m"],
    ...["--rate", "5/30s,no-retry-after", "--page-cap", "50", "--ignore-filters", "--latency", "200ms"],
    ...["--decoys", "--token-valid-for", "500ms", "--churn", "2", "--delayed-flag", "3", "--strict-switch"],
    ...["--switch-status", "202", "--switch-body", "", "--switch-shows-channel", "--switch-delay", "2s"],
    ...["--signals-envelope", "object"],
  ]);
  expect(port).toBe(8080);
  expect(options).toEqual({
    ctwaField: "integration.ctwa",
    channels: 100,
    tokenLifetime: 300,
    requestsPerWindow: { requests: 5, seconds: 30, retryAfter: false },
    maxPageSize: 50,
    ignoreFilters: true,
    latencyMs: 200,
    decoys: true,
    tokenValidFor: 0.5,
    churn: 2,
    delayedFlag: 3,
    strictSwitch: true,
    switchStatus: 202,
    switchBody: "",
    switchShowsChannel: true,
    switchDelayMs: 2000,
    signalsEnvelope: "object",
  });
  expect(createSimulator(options).control.settings()).toMatchObject({ churn: 2, switchBody: "" });
});

test("without arguments it is the simulator as documented, on a free port", () => {
  expect(parseSimulatorArguments([])).toEqual({ port: 0, options: {} });
});

test.each([
  ["--token-lifetime=60", { tokenLifetime: 60 }],
  ["--token-lifetime=2h", { tokenLifetime: 7200 }],
  ["--latency=15", { latencyMs: 15 }],
  ["--latency=2s", { latencyMs: 2000 }],
  ["--rate=1/500ms", { requestsPerWindow: { requests: 1, seconds: 0.5, retryAfter: true } }],
])("%s means %j", (argument, options) => {
  expect(parseSimulatorArguments([argument]).options).toEqual(options);
});

test.each([
  ["--nonsense"],
  ["nonsense"],
  ["--port"],
  ["--port=x"],
  ["--port=65536"],
  ["--ctwa-field=id"],
  ["--channels=50001"],
  ["--channels=many"],
  ["--token-lifetime=0"],
  ["--token-lifetime=1500ms"],
  ["--rate=5"],
  ["--rate=0/30s"],
  ["--rate=5/0s"],
  ["--rate=5/30s,nonsense"],
  ["--page-cap=0"],
  ["--ignore-filters=yes"],
  ["--latency=soon"],
  ["--token-valid-for=0"],
  ["--churn=1001"],
  ["--churn=some"],
  ["--delayed-flag=-1"],
  ["--switch-status=500"],
  ["--switch-delay=soon"],
  ["--signals-envelope=list"],
  ["--decoys=2"],
])("%s is refused in one line that names it, with exit code 2", async (argument) => {
  const { code, stdout, stderr } = await run(argument);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^simulator: [^\n]+\. See simulator --help\.\n$/);
  expect(stderr).toContain(argument.replace(/=.*/, ""));
  expect(stderr).not.toContain("null");
});

test("help names every option", async () => {
  const { code, stdout } = await run("--help");
  expect(code).toBe(0);
  for (const { argument } of Object.values(quirks)) expect(stdout).toContain(`--${argument}`);
});

test("the guide names every operation of the control surface", async () => {
  const guide = await readFile(path.join(__dirname, "../../../docs/guides/simulator.md"), "utf8");
  const surface = await createSimulator().fetch(new Request("http://simulator/_simulator"));
  const { operations } = (await surface.json()) as { readonly operations: readonly string[] };
  for (const operation of operations) {
    const words = String(operation)
      .replace("/_simulator", "")
      .replace(/^GET \/$/, "Open the address in a browser");
    expect(guide).toContain(words);
  }
});

test("a port that is taken is one line and exit code 1", async () => {
  const other = await listen(createSimulator());
  const { code, stdout, stderr } = await run("--port", new URL(other.url).port);
  await other.close();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^simulator: .*\bport \d+ \(EADDRINUSE\)\.\n$/);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "the script prints what a shell needs, answers, and ends with 0 on %s, also while somebody waits",
  async (signal) => {
    const script = path.join(__dirname, "../../../scripts/simulator.mjs");
    const child = spawn(process.execPath, [script, "--ctwa-field", "integration.ctwa_enabled"]);
    try {
      const ended = once(child, "exit");
      const variables = await exported(child.stdout);
      const hub = variables["DIALOG360_HUB_BASE_URL"];
      expect(variables).toEqual({
        DIALOG360_HUB_BASE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2$/),
        DIALOG360_SIGNALS_BASE_URL: hub?.replace("/api/v2", "/signals"),
        DIALOG360_PARTNER_ID: "examplePA",
        DIALOG360_USERNAME: "partner@example.com",
        DIALOG360_PASSWORD: "example-password",
        DIALOG360_CTWA_STATUS_FIELD: "integration.ctwa_enabled",
      });
      const url = hub?.replace("/api/v2", "") ?? "";
      const page = await fetch(`${url}/`, { headers: { accept: "text/html" } });
      expect([page.url, page.status]).toEqual([`${url}/_simulator/`, 200]);
      expect(await page.text()).toContain("browser/main.browser.mjs");
      await post(`${url}/_simulator/faults`, { route: "token", hang: true });
      const waiting = post(`${hub}/token`, {}).catch(() => "cut");
      while ((await (await fetch(`${url}/_simulator/requests`)).text()) === "[]");
      child.kill(signal);
      expect(await waiting).toBe("cut");
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill("SIGKILL");
    }
  },
  30_000,
);

/** Reads a child's greeting up to its last line and gives the variables that it exports. */
async function exported(stdout: NodeJS.ReadableStream): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of stdout) {
    text += chunk;
    if (text.includes("curl -X PATCH")) break;
  }
  return Object.fromEntries(
    [...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
}

async function post(url: string, body: unknown): Promise<string> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  return response.text();
}
