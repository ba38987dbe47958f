import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ConfigureProvider_Request } from "../../src/framework/protocol/generated/tfplugin6";
import { bundleEntry } from "./bundle-entry";
import { endPlugins, startPlugin } from "./plugin-process";
import { runtimes } from "./plugin-runtimes";

let bundle: string;
beforeAll(() => {
  bundle = bundleEntry(join(__dirname, "noisy-entry.ts"));
});
afterAll(async () => {
  await endPlugins();
  rmSync(dirname(bundle), { recursive: true, force: true });
});

describe.each(runtimes)("on %s", (_name, runtime) => {
  test("what modules print before and after the start goes to stderr, and stdout is the handshake line", async () => {
    const plugin = await startPlugin({ runtime, bundle, env: { TF_LOG: "trace" } });
    const client = plugin.connect();
    const config = { msgpack: Uint8Array.of(0x80) };
    const request = ConfigureProvider_Request.encode(ConfigureProvider_Request.fromPartial({ config }));
    const { status } = await client.call("/tfplugin6.Provider/ConfigureProvider", request.finish());
    client.close();
    plugin.child.kill("SIGTERM");
    await plugin.exited;

    expect(plugin.line).toMatch(/^1\|6\|/);
    expect(plugin.stdout()).toBe(`${plugin.line}\n`);
    expect(status).toBe(0);
    for (const text of ["module", "log", "info", "table", "warn", "write"]) {
      expect(plugin.stderr()).toContain(text === "table" ? "early" : `early ${text}`);
    }
    expect(plugin.stderr()).toContain("late log");
    expect(plugin.stderr()).toContain("late write");
  });
});
