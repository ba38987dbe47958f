import { createSimulator } from "../../../src/simulator";
import { ask, askChannel, askChannels, askSwitch } from "../ask";
import { manualClock } from "../manual-clock";

test("the two switches change the store, and sending one twice is the same as once", async () => {
  const simulator = createSimulator();
  const tracking = () => simulator.control.channel("exampleCH")?.ctwa;
  for (const [action, expected] of [
    ["enable_ctwa", true],
    ["enable_ctwa", true],
    ["disable_ctwa", false],
    ["disable_ctwa", false],
  ] as const) {
    const { status, json } = await askSwitch(simulator, action);
    expect(status).toBe(200);
    expect(json).toEqual({ meta: { success: true, http_code: 200 } });
    expect(tracking()).toBe(expected);
  }
});

test("a switch needs no body", async () => {
  const simulator = createSimulator();
  const path = "/api/v2/partners/examplePA/clients/exampleCL/channels/exampleCH/enable_ctwa";
  expect((await ask(simulator, path, { method: "POST" })).status).toBe(200);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
});

test.each([
  ["the client of another channel", "exampleCH", "bakeryCL"],
  ["a client that does not exist", "exampleCH", "nobodyCL"],
  ["a channel that does not exist", "nobodyCH", "exampleCL"],
  ["a channel of another partner", "otherCH", "otherCL"],
  ["ids in other letters", "EXAMPLECH", "exampleCL"],
])("%s is not found", async (_what, channelId, clientId) => {
  const simulator = createSimulator();
  const { status, json } = await askSwitch(simulator, "enable_ctwa", channelId, clientId);
  expect(status).toBe(404);
  expect(json.meta.developer_message).toContain(channelId);
  expect(simulator.control.channels().filter(({ ctwa }) => ctwa)).toHaveLength(2);
});

test("a channel that moved is switched under its new client alone", async () => {
  const simulator = createSimulator();
  simulator.control.changeChannel("exampleCH", { client_id: "bakeryCL" });
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(404);
  expect((await askSwitch(simulator, "enable_ctwa", "exampleCH", "bakeryCL")).status).toBe(200);
});

test("a strict switch refuses to do what is done already, and still does the rest", async () => {
  const simulator = createSimulator({ strictSwitch: true });
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(200);
  const again = await askSwitch(simulator, "enable_ctwa");
  expect([again.status, again.json.meta.developer_message]).toEqual([
    409,
    expect.stringContaining("already enabled"),
  ]);
  expect((await askSwitch(simulator, "disable_ctwa")).status).toBe(200);
  const off = await askSwitch(simulator, "disable_ctwa");
  expect([off.status, off.json.meta.developer_message]).toEqual([
    409,
    expect.stringContaining("already disabled"),
  ]);
});

test.each([
  [204, "", ""],
  [202, "accepted", "accepted"],
  [201, { id: "exampleCH" }, '{"id":"exampleCH"}'],
  [200, null, "null"],
])("an accepted switch can answer %d with %j", async (switchStatus, switchBody, text) => {
  const simulator = createSimulator({ switchStatus, switchBody });
  const answered = await askSwitch(simulator, "enable_ctwa");
  expect([answered.status, answered.text]).toEqual([switchStatus, text]);
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
});

test("an accepted switch can be answered with the channel, as it is after it", async () => {
  const simulator = createSimulator({ switchShowsChannel: true, ctwaField: "ctwa", delayedFlag: 1 });
  const { status, json } = await askSwitch(simulator, "enable_ctwa");
  expect(status).toBe(200);
  expect(json).toMatchObject({ id: "exampleCH", client_id: "exampleCL", ctwa: true });
  expect((await askChannel(simulator, "exampleCH"))["ctwa"]).toBe(false);
});

test("a switch can take effect long before it is answered, a refused one is answered at once", async () => {
  const clock = manualClock();
  const simulator = createSimulator({
    switchDelayMs: 7_000,
    strictSwitch: true,
    clock: {
      ...clock,
      async sleep(ms, signal) {
        expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
        await clock.sleep(ms, signal);
      },
    },
  });
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(200);
  expect((await askSwitch(simulator, "enable_ctwa")).status).toBe(409);
  expect(clock.slept).toEqual([7_000]);
});

test("a delayed flag shows the old state for so many reads of that channel, and the store the truth", async () => {
  const simulator = createSimulator({ ctwaField: "ctwa", delayedFlag: 2 });
  await askSwitch(simulator, "enable_ctwa");
  expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
  await askChannel(simulator, "berlinCH");
  await askChannels(simulator, { filters: '{"client_id":"bakeryCL"}' });
  const seen = [];
  for (let read = 0; read < 3; read++) seen.push((await askChannel(simulator, "exampleCH"))["ctwa"]);
  expect(seen).toEqual([false, false, true]);
});

test("a change behind everybody's back is reported at once", async () => {
  const simulator = createSimulator({ ctwaField: "ctwa", delayedFlag: 5 });
  await askSwitch(simulator, "enable_ctwa");
  simulator.control.changeChannel("exampleCH", { ctwa: true });
  expect((await askChannel(simulator, "exampleCH"))["ctwa"]).toBe(true);
});
