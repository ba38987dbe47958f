import { createSimulator } from "../../../src/simulator";
import { type Asking, ask } from "../ask";

const partner = "/api/v2/partners/examplePA";
const other = "/api/v2/partners/otherPA";
const enable = "clients/exampleCL/channels/exampleCH/enable_ctwa";

const get: Asking = {};
const post: Asking = { method: "POST" };

test.each([
  [partner, get],
  [`${partner}/clients`, get],
  [`${partner}/channels`, get],
  [`${partner}/${enable}`, post],
  [`${partner}/${enable.replace("enable", "disable")}`, post],
])("%s wants a credential, and that of its own partner", async (path, asking) => {
  const simulator = createSimulator();
  const status = async (headers: Record<string, string>) =>
    (await ask(simulator, path, { ...asking, headers })).status;
  expect(await status({})).toBe(401);
  expect(await status({ authorization: "Bearer example-access-token" })).toBe(200);
  expect(await status({ authorization: "bearer example-access-token" })).toBe(200);
  expect(await status({ "x-api-key": "example-api-key" })).toBe(200);
  expect(await status({ authorization: "Bearer nonsense" })).toBe(401);
  expect(await status({ "x-api-key": "nonsense" })).toBe(401);
  expect(await status({ authorization: "Basic example-access-token" })).toBe(401);
  expect(await status({ "d360-api-key": "example-api-key" })).toBe(401);
  expect(await status({ authorization: "Bearer nonsense", "x-api-key": "example-api-key" })).toBe(200);
  expect(await status({ authorization: "Bearer other-access-token" })).toBe(403);
  expect(await status({ "x-api-key": "other-api-key" })).toBe(403);
});

test("a refusal has the hub's error shape", async () => {
  const { json } = await ask(createSimulator(), `${other}/channels`);
  expect(json).toEqual({
    meta: {
      success: false,
      http_code: 403,
      developer_message: expect.stringContaining("otherPA"),
      details: [],
    },
  });
});

test("a partner that does not exist looks like one of somebody else", async () => {
  expect((await ask(createSimulator(), "/api/v2/partners/nobodyPA/channels")).status).toBe(403);
});

test("a switch refused for its credential does nothing", async () => {
  const simulator = createSimulator();
  await ask(simulator, `${partner}/${enable}`, { ...post, headers: {} });
  await ask(simulator, `${partner}/${enable}`, { ...post, headers: { "x-api-key": "other-api-key" } });
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(false);
});

test.each([
  ["one channel by path", `${partner}/channels/exampleCH`, get],
  ["the old path of the switch", `${partner}/${enable.replace("enable_ctwa", "control/enable_ctwa")}`, post],
  ["reading the switch", `${partner}/${enable}`, get],
  ["the first version of the API", "/api/v1/partners/examplePA/channels", get],
  ["a trailing slash", `${partner}/channels/`, get],
  ["the top", "/", get],
])("what nobody documents is not there: %s", async (_what, path, asking) => {
  expect((await ask(createSimulator(), path, asking)).status).toBe(404);
});
