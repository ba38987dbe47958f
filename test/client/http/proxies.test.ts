import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { readProxies } from "../../../src/client/http/environment";
import { createTransport } from "../../../src/client/http/transport";
import { clientFor, thrownBy } from "../client-for";
import { startServer, until } from "../small-server";
import { settled } from "../test-clock";

const LOOPBACK = "localhost,127.0.0.1,[::1]";

test.each([
  [{}, { noProxy: LOOPBACK }],
  [
    { HTTPS_PROXY: "http://proxy.example:3128" },
    { httpsProxy: "http://proxy.example:3128", noProxy: LOOPBACK },
  ],
  [
    { https_proxy: "http://small.example", HTTPS_PROXY: "http://large.example" },
    { httpsProxy: "http://small.example", noProxy: LOOPBACK },
  ],
  [{ HTTP_PROXY: "proxy.example:3128" }, { httpProxy: "http://proxy.example:3128", noProxy: LOOPBACK }],
  [{ HTTP_PROXY: " ", https_proxy: "" }, { noProxy: LOOPBACK }],
  [{ NO_PROXY: "intern.example" }, { noProxy: `intern.example,${LOOPBACK}` }],
  [{ no_proxy: "*" }, { noProxy: "*" }],
])("the environment %j means %j", (env, proxies) => {
  expect(readProxies(env)).toEqual(proxies);
});

test("a proxy that is no URL is an error that does not repeat it", () => {
  const env = { HTTPS_PROXY: "http://user:secret@:bad" };
  expect(() => readProxies(env)).toThrow("HTTPS_PROXY");
  expect(() => readProxies(env)).not.toThrow("secret");
});

describe("with a proxy in the environment", () => {
  const before = { ...process.env };
  const asked: string[] = [];
  const proxy = createServer();

  // Whatever the tunnel leads to, this proxy answers itself.
  const tunnel = (request: IncomingMessage, socket: Duplex) => {
    asked.push(request.url ?? "");
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    proxy.emit("connection", socket);
  };

  beforeAll(async () => {
    proxy.on("connect", tunnel);
    proxy.on("request", (_, response) => response.end('{"total":0,"partner_channels":[]}'));
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    process.env["http_proxy"] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    process.env["no_proxy"] = "direct.invalid";
  });

  afterAll(async () => {
    process.env = before;
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });

  const credentials = { accessToken: "invented-token" };

  test("requests go through it", async () => {
    const client = clientFor("http://hub.invalid", { credentials });
    expect(await client.channels.list("examplePA", {})).toEqual([]);
    expect(asked).toEqual(["hub.invalid:80"]);
    await client.close();
  });

  describe("that takes its time to connect", () => {
    let connect: () => void = () => {};
    let held: Duplex | null = null;

    beforeEach(() => {
      asked.length = 0;
      proxy.removeAllListeners("connect");
      proxy.on("connect", (request, socket) => {
        asked.push(request.url ?? "");
        held = socket;
        connect = () => tunnel(request, socket);
      });
    });

    afterEach(() => {
      held?.destroy();
      proxy.removeAllListeners("connect");
      proxy.on("connect", tunnel);
    });

    test("a request is not sent before it is connected", async () => {
      const transport = createTransport();
      const onSent = jest.fn();
      const request = { method: "GET", url: "http://hub.invalid/x", endpoint: "GET", headers: {} } as const;
      const reply = transport.send({ ...request, onSent }, new AbortController().signal);
      await until(() => asked.length === 1);
      await settled();
      expect(onSent).not.toHaveBeenCalled();
      connect();
      expect(await reply).toMatchObject({ status: 200 });
      expect(onSent).toHaveBeenCalledTimes(1);
      await transport.close();
    });

    test("a request gives up in time, and says that there was no connection", async () => {
      const client = clientFor("http://hub.invalid", { credentials, requestTimeoutMs: 50, maxRetries: 0 });
      const error = await thrownBy(client.channels.list("examplePA", {}));
      expect(error).toMatchObject({ kind: "network", code: "TIMEOUT" });
      expect(String(error)).toMatch(/\bconnection\b.* 0\.05 s\b/);
      await client.close();
    });
  });

  test("that is no URL requests fail at once, and say which variable", async () => {
    const given = process.env["http_proxy"];
    process.env["http_proxy"] = "http://user:secret@:bad";
    const client = clientFor("http://hub.invalid", { credentials });
    const error = await thrownBy(client.channels.list("examplePA", {}));
    process.env["http_proxy"] = given;
    expect(error).toMatchObject({ kind: "network", code: "PROXY_URL", attempts: 1 });
    expect(String(error)).toContain("HTTP_PROXY");
    expect(String(error)).not.toContain("secret");
    await client.close();
  });

  test("requests to this machine and to exceptions do not", async () => {
    asked.length = 0;
    const server = await startServer(() => ({ json: { total: 0, partner_channels: [] } }));
    const near = clientFor(server.url, { credentials });
    expect(await near.channels.list("examplePA", {})).toEqual([]);
    const direct = clientFor("http://direct.invalid", { credentials, maxRetries: 0 });
    await expect(direct.channels.list("examplePA", {})).rejects.toMatchObject({ kind: "network" });
    expect(asked).toEqual([]);
    await near.close();
    await direct.close();
    await server.close();
  });
});
