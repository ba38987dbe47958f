import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { createSimulator, type Fault, type Listening, listen, type Simulator } from "../../src/simulator";
import { asPartner } from "./ask";

let simulator: Simulator;
let listening: Listening;
let agent: http.Agent;

beforeEach(async () => {
  simulator = createSimulator();
  listening = await listen(simulator);
  agent = new http.Agent({ keepAlive: true });
});

afterEach(async () => {
  agent.destroy();
  await listening.close();
});

interface Got {
  readonly status: number | undefined;
  readonly text: string;
}

function send(method: string, path: string): http.ClientRequest {
  const request = http.request(listening.url + path, { method, agent, headers: asPartner });
  if (method === "POST") request.write("{}");
  return request.end();
}

async function reply(request: http.ClientRequest): Promise<http.IncomingMessage> {
  const [response] = await once(request, "response");
  return response;
}

async function get(path: string, method = "GET"): Promise<Got> {
  const response = await reply(send(method, path));
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, text: Buffer.concat(chunks).toString() };
}

const channels = "/api/v2/partners/examplePA/channels";
const enable = "/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa";
const tracking = () => simulator.control.channel("exampleCH")?.ctwa;
const fault = (effects: Partial<Fault>, route: Fault["route"] = "channels") =>
  simulator.control.addFault({ route, ...effects });

async function stillWorks(): Promise<void> {
  const { status, text } = await get(channels);
  expect([status, JSON.parse(text).count]).toEqual([200, 24]);
}

test("hub, Signals and control surface answer on one port of the loopback address", async () => {
  expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(listening.hubBaseUrl).toBe(`${listening.url}/api/v2`);
  expect(listening.signalsBaseUrl).toBe(`${listening.url}/signals`);
  await stillWorks();
  expect((await get("/signals/v1/clients/exampleCL/facebook-accounts")).status).toBe(200);
  expect((await get("/_simulator/channels/exampleCH")).status).toBe(200);
  expect((await get(enable, "POST")).status).toBe(200);
  expect(tracking()).toBe(true);
});

test("many requests at once are each answered and recorded", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(channels)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(simulator.requests.list("channels")).toHaveLength(50);
});

test("listening leaves the globals of the process alone", () => {
  expect([Request, Response].map(({ name, prototype }) => [name, Object.getPrototypeOf(prototype)])).toEqual([
    ["Request", Object.prototype],
    ["Response", Object.prototype],
  ]);
});

test.each([
  [true, false],
  ["before", false],
  ["after", true],
] as const)("a connection cut %s gives no answer; carried out: %s", async (cut, done) => {
  fault({ cut }, "enable_ctwa");
  await expect(get(enable, "POST")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(tracking()).toBe(done);
  expect(simulator.requests.list("enable_ctwa")).toMatchObject([{ status: null, fault: true }]);
  await stillWorks();
});

test("a connection cut in the body gives the head and half of the body", async () => {
  fault({ cut: "body" });
  const response = await reply(send("GET", channels));
  expect(response.statusCode).toBe(200);
  const chunks: Buffer[] = [];
  const reading = async () => {
    for await (const chunk of response) chunks.push(chunk);
  };
  await expect(reading()).rejects.toMatchObject({ code: "ECONNRESET" });
  const length = Number(response.headers["content-length"]);
  expect(Buffer.concat(chunks).length).toBe(Math.floor(length / 2));
  await stillWorks();
});

test("an answer without a body can be cut too", async () => {
  simulator.control.changeSettings({ switchBody: "" });
  fault({ cut: "body" }, "enable_ctwa");
  await expect(get(enable, "POST")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(tracking()).toBe(true);
});

test("without TLS, its fault is an answer that is no HTTP", async () => {
  fault({ tls: true }, "enable_ctwa");
  await expect(get(enable, "POST")).rejects.toMatchObject({ code: "HPE_INVALID_CONSTANT" });
  expect(tracking()).toBe(false);
  await stillWorks();
});

test("a connection can be cut as it is opened, and no request comes in", async () => {
  simulator.control.addFault({ route: "connection", cut: true });
  await expect(get(channels)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(simulator.requests.list()).toEqual([]);
  await stillWorks();
});

test("100 Continue can come before an answer though nobody asked for it", async () => {
  fault({ unaskedContinue: true }, "enable_ctwa");
  const request = send("POST", enable);
  const continued = once(request, "continue");
  const [response] = await once(request, "response");
  response.resume();
  await continued;
  expect([response.statusCode, tracking()]).toEqual([200, true]);
  await once(response, "end");
  await stillWorks();
});

test.each([
  ["length", /^HTTP\/1\.1 204 [\s\S]*content-length: 2[\s\S]*\r\n\r\n$/i],
  ["bytes", /^HTTP\/1\.1 204 [\s\S]*content-length: 2[\s\S]*\r\n\r\n\{\}$/i],
] as const)("a 204 can have a length, with or without a body: %s", async (longNoContent, expected) => {
  fault({ longNoContent }, "enable_ctwa");
  const socket = net.connect(Number(new URL(listening.url).port), "127.0.0.1");
  const head = `POST ${enable} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${asPartner.authorization}`;
  socket.end(`${head}\r\nContent-Length: 2\r\n\r\n{}`);
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(text).toMatch(expected);
  expect(tracking()).toBe(true);
  await stillWorks();
});

test("a slow body arrives whole", async () => {
  fault({ slowBody: 20 });
  const { status, text } = await get(channels);
  expect([status, JSON.parse(text).count]).toEqual([200, 24]);
});

test("a slow body that nobody waits for ends with the connection", async () => {
  fault({ slowBody: 3_600_000 });
  const request = send("GET", channels);
  const response = await reply(request);
  response.on("error", () => {});
  await once(response, "data");
  request.destroy();
  await stillWorks();
});

test.each([
  [{ hang: true }, false],
  [{ hang: true, applied: true }, true],
  [{ delayMs: 3_600_000 }, false],
  [{ delayMs: 3_600_000, applied: true }, true],
])("closing ends a request that waits for %j; carried out: %s", async (effects, done) => {
  fault(effects, "enable_ctwa");
  const answer = expect(get(enable, "POST")).rejects.toMatchObject({ code: "ECONNRESET" });
  while (simulator.requests.list("enable_ctwa").length === 0)
    await new Promise((resolve) => setImmediate(resolve));
  await listening.close();
  await answer;
  expect(tracking()).toBe(done);
});

test("closing ends requests that wait for the latency, does nothing of theirs, and frees the port", async () => {
  await stillWorks();
  simulator.control.changeSettings({ latencyMs: 3_600_000 });
  const answer = expect(get(enable, "POST")).rejects.toMatchObject({ code: "ECONNRESET" });
  while (simulator.requests.list("enable_ctwa").length === 0)
    await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([listening.close(), listening.close()]);
  await answer;
  expect(tracking()).toBe(false);
  const again = await listen(simulator, { port: Number(new URL(listening.url).port) });
  expect(again.url).toBe(listening.url);
  await again.close();
});

test("a port that is taken is refused", async () => {
  const port = Number(new URL(listening.url).port);
  await expect(listen(simulator, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
