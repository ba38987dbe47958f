import { spawn, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { createCertificate } from "../../src/framework/plugin/certificate";
import { COOKIE, endPlugins, hostEnvironment, pluginBundle, startPlugin } from "./plugin-process";
import { runtimes } from "./plugin-runtimes";

const SHUTDOWN = "/plugin.GRPCController/Shutdown";
const ECHO = "/test.Echo/Echo";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "life-"));
});
afterAll(async () => {
  await endPlugins();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(runtimes)("a plugin under %s", (_name, runtime) => {
  test("says on its first line where it listens, and with which certificate", async () => {
    const plugin = await startPlugin({ runtime });

    expect(plugin.line).toMatch(/^1\|6\|unix\|\/.+\|grpc\|[A-Za-z0-9+/]{100,}$/);
    expect(statSync(plugin.address).isSocket()).toBe(true);
    expect(statSync(dirname(plugin.address)).mode & 0o777).toBe(0o700);
  });

  test("answers the client whose certificate it was told", async () => {
    const client = (await startPlugin({ runtime })).connect();

    const reply = await client.call(ECHO, Buffer.from("hello"));

    expect([reply.status, reply.body.toString()]).toEqual([0, "hello"]);
    client.close();
  });

  test.each([
    ["no certificate", null],
    ["another certificate", createCertificate(new Date())],
  ])("refuses a client with %s and goes on serving", async (_what, certificate) => {
    const plugin = await startPlugin({ runtime });
    const stranger = plugin.connect(certificate);
    const friend = plugin.connect();

    expect((await stranger.call(ECHO)).status).toBeNull();
    expect((await friend.call(ECHO)).status).toBe(0);
    stranger.close();
    friend.close();
  });

  test("serves plain text to a host that sends no certificate", async () => {
    const plugin = await startPlugin({ runtime, plainText: true });
    const client = plugin.connect();

    expect(plugin.line.endsWith("|grpc|")).toBe(true);
    expect((await client.call(ECHO, Buffer.from("clear"))).body.toString()).toBe("clear");
    client.close();
  });

  test("answers Shutdown, ends by itself with code 0 and leaves no socket", async () => {
    const plugin = await startPlugin({ runtime });
    const client = plugin.connect();
    client.open("/plugin.GRPCStdio/StreamStdio").end(Buffer.alloc(5));
    client.open("/plugin.GRPCBroker/StartStream");

    expect((await client.call(SHUTDOWN)).status).toBe(0);
    expect(await plugin.exited).toEqual([0, null]);
    expect(existsSync(dirname(plugin.address))).toBe(false);
    expect(plugin.stderr()).toContain("onShutdown");
    client.close();
  });

  test("goes on when Ctrl-C or a closing terminal reaches it", async () => {
    const plugin = await startPlugin({ runtime });
    const client = plugin.connect();
    await client.call(ECHO);

    plugin.child.kill("SIGINT");
    plugin.child.kill("SIGHUP");

    expect((await client.call("/test.Echo/Hang")).body.toString()).toBe("late");
    client.close();
  });

  test("on SIGTERM answers what is running, then ends and leaves no socket", async () => {
    const plugin = await startPlugin({ runtime });
    const client = plugin.connect();
    await client.call(ECHO);
    const running = client.call("/test.Echo/Hang");
    await client.call(ECHO);

    plugin.child.kill("SIGTERM");

    expect((await running).body.toString()).toBe("late");
    expect(await plugin.exited).toEqual([0, null]);
    expect(existsSync(dirname(plugin.address))).toBe(false);
    client.close();
  });

  test("ends when the process that started it was killed", async () => {
    const script = `require("node:child_process").spawn(${JSON.stringify(runtime)}, [${JSON.stringify(pluginBundle())}], {stdio: "inherit"})`;
    const parent = spawn(process.execPath, ["-e", script], {
      stdio: ["ignore", "pipe", "ignore"],
      env: hostEnvironment(),
    });
    const [line] = (await once(createInterface(parent.stdout), "line")) as [string];
    const socket = line.split("|")[3] ?? "";
    expect(existsSync(socket)).toBe(true);

    parent.kill("SIGKILL");

    // The pipe closes when its last holder, the plugin, is gone.
    await once(parent.stdout, "close");
    expect(existsSync(socket)).toBe(false);
  });

  test("logs what nobody caught and goes on serving", async () => {
    const plugin = await startPlugin({ runtime });
    const client = plugin.connect();

    expect((await client.call("/test.Echo/Crash")).status).toBe(0);
    expect((await client.call(ECHO)).status).toBe(0);
    client.close();
    await end(plugin);
    const lines = plugin.stderr().trim().split("\n");
    expect(lines.filter((line) => line.includes("thrown beside the call"))).toEqual([
      expect.stringMatching(/^\{.*"@level":"error","@message":"uncaught exception"\}$/),
    ]);
    expect(lines.filter((line) => line.includes("rejected beside the call"))).toEqual([
      expect.stringMatching(/^\{.*"@level":"error","@message":"unhandled rejection"\}$/),
    ]);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
  });

  test("sends console.log to the log, not to stdout", async () => {
    const plugin = await startPlugin({ runtime });
    const client = plugin.connect();
    let stdout = "";
    plugin.child.stdout?.on("data", (text) => {
      stdout += text;
    });

    await client.call("/test.Echo/Print");
    client.close();
    await end(plugin);

    expect(plugin.stderr()).toContain('{"@level":"info","@message":"printed by hand"}');
    expect(stdout).toBe("");
  });
});

test("without Terraform's cookie the plugin can tell that a person started it", () => {
  const env = { ...hostEnvironment(), TF_PLUGIN_MAGIC_COOKIE: `${COOKIE.TF_PLUGIN_MAGIC_COOKIE.slice(1)}0` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [pluginBundle()], { env, encoding: "utf8" });

  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: "this is a plugin of Terraform\n",
  });
});

test("a temporary folder too deep for a socket is passed over", async () => {
  const deep = join(folder, "d".repeat(120));
  mkdirSync(deep);

  const plugin = await startPlugin({ env: { TMPDIR: deep } });
  const client = plugin.connect();

  expect(Buffer.byteLength(plugin.address)).toBeLessThanOrEqual(103);
  expect((await client.call(ECHO)).status).toBe(0);
  expect(readdirSync(deep)).toEqual([]);
  client.close();
});

test("a temporary folder that does not exist is passed over", async () => {
  const plugin = await startPlugin({ env: { TMPDIR: join(folder, "missing") } });

  expect(statSync(plugin.address).isSocket()).toBe(true);
});

test("the socket stands in the host's folder when it names one, and leaves it as it was", async () => {
  const given = join(folder, "given");
  mkdirSync(given);
  chmodSync(given, 0o750);
  const group = String(process.getgid?.() ?? 0);

  const plugin = await startPlugin({
    env: { PLUGIN_UNIX_SOCKET_DIR: given, PLUGIN_UNIX_SOCKET_GROUP: group },
  });

  expect(dirname(plugin.address)).toBe(given);
  expect(statSync(plugin.address).mode & 0o777).toBe(0o660);
  await end(plugin);
  expect(readdirSync(given)).toEqual([]);
});

test("a host that asks for multiplexing is told that there is none", async () => {
  const plugin = await startPlugin({ env: { PLUGIN_MULTIPLEX_GRPC: "true" } });

  expect(plugin.line.split("|")[6]).toBe("false");
});

test("a host of other protocol versions is told ours: it has the words for the user", async () => {
  const plugin = await startPlugin({ env: { PLUGIN_PROTOCOL_VERSIONS: "4,5" } });

  expect(plugin.line).toMatch(/^1\|6\|/);
  await end(plugin);
  expect(plugin.stderr()).toMatch(/\bprotocol versions\b/);
});

test.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
  "the certificate is valid from now on where the clock shows the time of %s",
  async (zone) => {
    const plugin = await startPlugin({ env: { TZ: zone } });
    const certificate = new X509Certificate(Buffer.from(plugin.line.split("|")[5] ?? "", "base64"));

    const age = Date.now() - Date.parse(certificate.validFrom);
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThan(10 * 60_000);
  },
);

async function end(plugin: Awaited<ReturnType<typeof startPlugin>>): Promise<void> {
  plugin.child.kill("SIGTERM");
  await once(plugin.child, "close");
}
