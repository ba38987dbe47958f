import { createSimulator } from "../../../src/simulator";
import { withoutSecrets } from "../../../src/simulator/serving/request-bodies";
import { ask, askChannels, askSwitch, logIn } from "../ask";

test("each request is recorded with what is needed to judge it", async () => {
  const simulator = createSimulator();
  await askChannels(simulator, { limit: "5", filters: '{"id":"exampleCH"}' });
  await askSwitch(simulator, "enable_ctwa", "nobodyCH");
  expect(simulator.requests.list()).toEqual([
    {
      number: 1,
      at: expect.any(Number),
      api: "hub",
      route: "channels",
      method: "GET",
      path: "/api/v2/partners/examplePA/channels",
      query: { limit: "5", filters: '{"id":"exampleCH"}' },
      status: 200,
      fault: false,
      body: false,
      authorization: "bearer",
      userAgent: null,
    },
    expect.objectContaining({ number: 2, route: "enable_ctwa", method: "POST", status: 404, body: true }),
  ]);
});

test("the latest requests come newest first, no more than are wanted", async () => {
  const simulator = createSimulator();
  for (const limit of ["1", "2", "3"]) await askChannels(simulator, { limit });
  expect(simulator.requests.latest(2).map(({ number }) => number)).toEqual([3, 2]);
  expect(simulator.requests.latest(9).map(({ number }) => number)).toEqual([3, 2, 1]);
});

test.each([
  [{}, "none"],
  [{ authorization: "Bearer nonsense" }, "bearer"],
  [{ "x-api-key": "nonsense" }, "api_key"],
  [{ authorization: "Bearer nonsense", "x-api-key": "nonsense" }, "both"],
  [{ authorization: "Basic nonsense" }, "other"],
])("of the credential %j only its kind is recorded", async (headers, authorization) => {
  const simulator = createSimulator();
  await ask(simulator, "/api/v2/partners/examplePA/channels", { headers });
  expect(simulator.requests.list()).toMatchObject([{ authorization }]);
  expect(JSON.stringify(simulator.requests.list())).not.toContain("nonsense");
});

test("nothing of a login is recorded but that it took place", async () => {
  const simulator = createSimulator();
  const token = await logIn(simulator);
  const recorded = JSON.stringify(simulator.requests.list());
  expect(simulator.requests.list("token")).toHaveLength(1);
  for (const secret of [token, "example-password", "partner@example.com"])
    expect(recorded).not.toContain(secret);
});

test("the list is a copy, can be asked for one route, and forgets when cleared", async () => {
  const simulator = createSimulator();
  const before = simulator.requests.list();
  await askChannels(simulator);
  await askSwitch(simulator, "enable_ctwa");
  expect(before).toEqual([]);
  expect(simulator.requests.list()[0]).not.toBe(simulator.requests.list()[0]);
  expect(simulator.requests.list("channels")).toHaveLength(1);
  simulator.requests.clear();
  expect(simulator.requests.list()).toEqual([]);
  await askChannels(simulator);
  expect(simulator.requests.list()).toMatchObject([{ number: 3 }]);
});

test("bodies of a login are shown without its secrets", async () => {
  const simulator = createSimulator();
  const token = await logIn(simulator);
  const { json, text } = await ask(simulator, "/_simulator/requests/1");
  expect(JSON.parse(json.request)).toMatchObject({ password: "(hidden)" });
  expect(JSON.parse(json.response)).toMatchObject({ access_token: "(hidden)" });
  for (const secret of [token, "example-password", "partner@example.com"]) expect(text).not.toContain(secret);
});

test("bodies of other requests are shown as they are, a long one shortened, and forgotten when cleared", async () => {
  const simulator = createSimulator({ channels: 200 });
  await askChannels(simulator, { limit: "1" });
  await askChannels(simulator, { limit: "200" });
  expect(JSON.parse(simulator.requests.bodies(1).response ?? "")).toMatchObject({ count: 1 });
  expect(simulator.requests.bodies(1).request).toBeNull();
  expect(simulator.requests.bodies(2).response).toMatch(/^.{4000}… \(\d+ more characters\)$/s);
  expect(simulator.requests.bodies(3)).toEqual({ request: null, response: null });
  simulator.requests.clear();
  expect(simulator.requests.bodies(1).response).toBeNull();
});

test.each([
  [
    '{"username":"a","password":"b \\" c","keyword":"d"}',
    '{"username":"(hidden)","password":"(hidden)","keyword":"d"}',
  ],
  [
    '{"access_token" : "abc", "token_type": "bearer"}',
    '{"access_token" : "(hidden)", "token_type": "bearer"}',
  ],
  ['{"password":"cut he', '{"password":"(hidden)"'],
  ['{"token":12,"api_key":null}', '{"token":"(hidden)","api_key":"(hidden)"}'],
  ["username=a&password=b&grant=c", "username=(hidden)&password=(hidden)&grant=c"],
  [
    '{"url":"https://me:pw@example.com/x?token=abc&y=1"}',
    '{"url":"https://(hidden)@example.com/x?token=(hidden)&y=1"}',
  ],
])("of the body %s only %s is kept", (body, kept) => {
  expect(withoutSecrets(body)).toBe(kept);
});
