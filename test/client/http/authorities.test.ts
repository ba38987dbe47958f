import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import tls from "node:tls";
import { type Client, NetworkError } from "../../../src/client";
import { usualAuthorities } from "../../../src/client/http/environment";
import { createTransport } from "../../../src/client/http/transport";
import { createAuthority } from "../../authority";
import { type Front, startProxy, startTlsFront } from "../../tls-front";
import { clientFor, thrownBy } from "../client-for";
import { type SmallServer, startServer } from "../small-server";
import { tinyHub } from "../tiny-hub";

const authority = createAuthority("example authority");
const identity = authority.issue("localhost", "hub.example");
const clients: Client[] = [];
let server: SmallServer;
let front: Front;

beforeAll(async () => {
  server = await startServer(tinyHub(1).handler);
  front = await startTlsFront(identity, Number(new URL(server.url).port));
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  delete process.env["HTTPS_PROXY"];
});

afterAll(async () => {
  await front.close();
  await server.close();
});

function list(origin: string, authorities?: readonly string[]) {
  const client = clientFor(origin, { maxRetries: 0, ...(authorities === undefined ? {} : { authorities }) });
  clients.push(client);
  return client.channels.list("examplePA", {});
}

test("a server whose certificate a private authority signed is refused, and the error says so", async () => {
  const error = await thrownBy(list(`https://localhost:${front.port}`));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ message: expect.stringMatching(/\bnot trusted\b/) });
});

test("it is answered where that authority is among those that are trusted", async () => {
  await expect(list(`https://localhost:${front.port}`, [authority.pem])).resolves.toHaveLength(1);
});

test("the authorities are parsed once, however many connections are opened", async () => {
  const parse = jest.spyOn(tls, "createSecureContext");
  const transport = createTransport([authority.pem]);
  const request = {
    method: "GET" as const,
    url: `https://localhost:${front.port}/`,
    headers: {},
    endpoint: "/",
  };
  const signal = new AbortController().signal;
  await Promise.all([transport.send(request, signal), transport.send(request, signal)]);
  await transport.close();
  expect(parse).toHaveBeenCalledTimes(1);
  parse.mockRestore();
});

test("another authority does not help", async () => {
  const other = createAuthority("another authority").pem;
  await expect(list(`https://localhost:${front.port}`, [other])).rejects.toBeInstanceOf(NetworkError);
});

test.each([
  ["a proxy", false],
  ["a proxy that speaks TLS with a certificate of the same authority", true],
])("%s is asked for a tunnel, and the authority counts behind it too", async (_, secure) => {
  const proxy = await startProxy(front.port, secure ? identity : undefined);
  process.env["HTTPS_PROXY"] = `${secure ? "https" : "http"}://localhost:${proxy.port}`;
  await expect(list("https://hub.example", [authority.pem])).resolves.toHaveLength(1);
  expect(new Set(proxy.asked)).toEqual(new Set(["hub.example:443"]));
  await expect(list("https://hub.example")).rejects.toBeInstanceOf(NetworkError);
  await proxy.close();
});

test("the usual authorities are the runtime's own, and those of NODE_EXTRA_CA_CERTS", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "dialog360-ca-"));
  const file = path.join(folder, "extra.pem");
  writeFileSync(file, authority.pem);
  expect(usualAuthorities({})).toEqual(expect.arrayContaining([...tls.rootCertificates]));
  // A newer runtime reads the variable by itself, when it starts.
  const told = "getCACertificates" in tls;
  expect(usualAuthorities({ NODE_EXTRA_CA_CERTS: file }).includes(authority.pem)).toBe(!told);
  expect(usualAuthorities({ NODE_EXTRA_CA_CERTS: path.join(folder, "none") })).not.toHaveLength(0);
  rmSync(folder, { recursive: true });
});
