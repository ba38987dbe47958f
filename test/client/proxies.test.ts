import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readProxies } from "../../src/client/proxies";
import { clientFor, thrownBy } from "./client-for";
import { startServer } from "./small-server";

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

  beforeAll(async () => {
    // Whatever the tunnel leads to, this proxy answers itself.
    proxy.on("connect", (request, socket) => {
      asked.push(request.url ?? "");
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      proxy.emit("connection", socket);
    });
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

  test("that is no URL requests fail at once, and say which variable", async () => {
    const given = process.env["http_proxy"];
    process.env["http_proxy"] = "http://user:secret@:bad";
    const client = clientFor("http://hub.invalid", { credentials });
    const error = await thrownBy(client.channels.list("examplePA", {}));
    process.env["http_proxy"] = given;
    expect(error).toMatchObject({ kind: "network", code: "PROXY_URL", attempts: 1 });
    expect(String(error)).toContain("HTTP_PROXY does not hold the URL of a proxy");
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
