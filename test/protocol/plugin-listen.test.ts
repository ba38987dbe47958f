import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listen } from "../../src/framework/plugin/listen";

const ANY = { socketDirectory: null, socketGroup: null, ports: { min: 0, max: 0 } };
const servers: Server[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "listen-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newServer(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

function portOf(address: string): number {
  return Number(address.split(":")[1]);
}

test("a socket gets a folder of its own, which can be removed twice", async () => {
  const { address, remove } = await listen(newServer(), ANY);

  expect([address.network, existsSync(address.address)]).toEqual(["unix", true]);
  remove();
  remove();
  expect(existsSync(dirname(address.address))).toBe(false);
});

test("a host's folder that does not exist is passed over", async () => {
  const missing = join(folder, "missing");

  const { address, remove } = await listen(newServer(), { ...ANY, socketDirectory: missing });

  expect(address.network).toBe("unix");
  expect(address.address.startsWith(missing)).toBe(false);
  remove();
});

test("a group that does not exist leaves nothing in the host's folder", async () => {
  const { address, remove } = await listen(newServer(), {
    ...ANY,
    socketDirectory: folder,
    socketGroup: "no-such-group-anywhere",
  });

  expect(address.network).toBe("unix");
  expect(readdirSync(folder)).toEqual([]);
  remove();
});

test("on Windows it is a loopback port within the host's range", async () => {
  const { address } = await listen(newServer(), { ...ANY, ports: { min: 10_000, max: 25_000 } }, "win32");

  expect(address.network).toBe("tcp");
  expect(address.address).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(portOf(address.address)).toBeGreaterThanOrEqual(10_000);
  expect(portOf(address.address)).toBeLessThanOrEqual(25_000);
});

test("without a range any free port will do", async () => {
  const { address } = await listen(newServer(), ANY, "win32");

  expect(portOf(address.address)).toBeGreaterThan(0);
});

test("a taken port is passed over", async () => {
  const first = portOf((await listen(newServer(), ANY, "win32")).address.address);
  const ports = { min: first - 10, max: first };

  const found = new Set<number>();
  for (let round = 0; round < 5; round++) {
    found.add(portOf((await listen(newServer(), { ...ANY, ports }, "win32")).address.address));
  }

  expect([found.size, found.has(first)]).toEqual([5, false]);
});

test("a range that is all taken is an error that says so", async () => {
  const first = await listen(newServer(), ANY, "win32");
  const taken = portOf(first.address.address);
  const request = { ...ANY, ports: { min: taken, max: taken } };

  await expect(listen(newServer(), request, "win32")).rejects.toMatchObject({
    message: expect.stringContaining(`${taken} to ${taken} `),
    cause: { code: "EADDRINUSE" },
  });
});
