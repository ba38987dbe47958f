import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { serveReattach } from "../../src/framework/plugin";
import { connectGrpc } from "./grpc-client";

const echo = { name: "test.Echo", unary: { Echo: async (request: Uint8Array) => request } };
const options = { protocolVersion: 6, services: [echo], log: () => {} };

test("the configuration is what TF_REATTACH_PROVIDERS holds", async () => {
  const server = await serveReattach(options);

  expect(server.config).toEqual({
    Protocol: "grpc",
    ProtocolVersion: 6,
    Pid: process.pid,
    Test: true,
    Addr: { Network: "unix", String: expect.stringMatching(/^\//) },
  });
  await server.close();
});

test("Shutdown is answered and changes nothing: the next run of Terraform finds the server", async () => {
  let ended = 0;
  const server = await serveReattach({ ...options, onShutdown: () => void ended++ });
  const target = { network: server.config.Addr.Network, address: server.config.Addr.String };
  const first = connectGrpc(target);
  expect((await first.call("/plugin.GRPCController/Shutdown")).status).toBe(0);
  first.close();

  const second = connectGrpc(target);
  expect((await second.call("/test.Echo/Echo")).status).toBe(0);
  second.close();
  expect(ended).toBe(0);
  await server.close();
});

test("close cuts open streams, removes the socket and tells the plugin, once", async () => {
  let ended = 0;
  const server = await serveReattach({ ...options, onShutdown: () => void ended++ });
  const socket = server.config.Addr.String;
  const client = connectGrpc({ network: "unix", address: socket });
  const stream = client.open("/plugin.GRPCStdio/StreamStdio");
  await client.call("/test.Echo/Echo");

  await Promise.all([server.close(), server.close(), once(stream, "close")]);

  expect([existsSync(socket), existsSync(dirname(socket)), ended]).toEqual([false, false, 1]);
});

test("many servers leave no listener, no changed console and no open socket behind", async () => {
  const before = traces();
  const open = sockets();

  for (let round = 0; round < 20; round++) {
    const server = await serveReattach(options);
    const client = connectGrpc({ network: "unix", address: server.config.Addr.String });
    await client.call("/test.Echo/Echo");
    client.close();
    await server.close();
  }

  expect(traces()).toEqual(before);
  // A closed socket is gone some turns of the event loop later.
  for (let turn = 0; turn < 100 && sockets() > open; turn++)
    await new Promise((next) => setTimeout(next, 10));
  expect(sockets()).toBeLessThanOrEqual(open);
});

function traces() {
  const events = ["exit", "SIGINT", "SIGTERM", "SIGHUP", "uncaughtException", "unhandledRejection"] as const;
  return {
    listeners: events.map((event) => process.listenerCount(event as "exit")),
    console: [console.log, console.error],
  };
}

function sockets(): number {
  return process.getActiveResourcesInfo().filter((name) => /Pipe|TCP/.test(name)).length;
}
