import { once } from "node:events";
import https from "node:https";
import { createCertificate } from "../../src/framework/plugin/certificate";
import { createSimulator, type Listening, listen, type Simulator } from "../../src/simulator";
import { asPartner } from "./ask";

const { pem: cert, keyPem: key } = createCertificate(new Date());
const enable = "/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa";

let simulator: Simulator;
let listening: Listening;
let agent: https.Agent;

beforeEach(async () => {
  simulator = createSimulator();
  listening = await listen(simulator, { tls: { cert, key } });
  agent = new https.Agent({ keepAlive: true, ca: cert, servername: "localhost" });
});

afterEach(async () => {
  agent.destroy();
  await listening.close();
});

async function enableOnce(): Promise<number | undefined> {
  const request = https.request(listening.url + enable, { method: "POST", agent, headers: asPartner });
  request.end("{}");
  const [response] = await once(request, "response");
  response.resume();
  await once(response, "end");
  return response.statusCode;
}

const tracking = () => simulator.control.channel("exampleCH")?.ctwa;

test("with a certificate the simulator speaks TLS on all its paths", async () => {
  expect(listening.hubBaseUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/api\/v2$/);
  expect(await enableOnce()).toBe(200);
  expect(tracking()).toBe(true);
});

test.each([
  [{}, false],
  [{ applied: true }, true],
])("TLS can break on a request that it has served before; carried out with %j: %s", async (more, done) => {
  simulator.control.addFault({ route: "enable_ctwa", skip: 1, tls: true, ...more });
  expect(await enableOnce()).toBe(200);
  simulator.control.changeChannel("exampleCH", { ctwa: false });
  await expect(enableOnce()).rejects.toMatchObject({ code: "ERR_SSL_BAD_RECORD_TYPE" });
  expect(tracking()).toBe(done);
  expect(simulator.requests.list("enable_ctwa")).toMatchObject([{ status: 200 }, { status: null }]);
  expect(await enableOnce()).toBe(200);
});

test.each([
  [{ tls: true }, /^(EPROTO|ERR_SSL_.+)$/],
  [{ cut: true }, /^ECONNRESET$/],
])("the handshake of the second connection can fail by %j", async (effect, code) => {
  simulator.control.addFault({ route: "connection", skip: 1, ...effect });
  expect(await enableOnce()).toBe(200);
  expect(await enableOnce()).toBe(200);
  agent.destroy();
  await expect(enableOnce()).rejects.toMatchObject({ code: expect.stringMatching(code) });
  expect(await enableOnce()).toBe(200);
});
