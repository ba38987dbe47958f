import { createSimulator, type SimulatorOptions } from "../../../src/simulator";
import { askChannels } from "../ask";

test.each([
  ["ctwaField", "id"],
  ["ctwaField", "integration"],
  ["ctwaField", "integration.app_id"],
  ["ctwaField", "client.name.ctwa"],
  ["ctwaField", "__proto__.ctwa"],
  ["ctwaField", "constructor.ctwa"],
  ["ctwaField", "a..b"],
  ["ctwaField", ""],
  ["decoys", 1],
  ["tokenLifetime", 0],
  ["tokenValidFor", 0],
  ["tokenValidFor", "soon"],
  ["requestsPerWindow", { requests: 0, seconds: 1, retryAfter: true }],
  ["requestsPerWindow", { requests: 5, seconds: 30 }],
  ["maxPageSize", 0],
  ["churn", -1],
  ["churn", 1001],
  ["switchShowsChannel", "yes"],
  ["switchDelayMs", -1],
  ["latencyMs", -1],
  ["latencyMs", 1.5],
  ["switchStatus", 500],
  ["signalsEnvelope", "list"],
  ["ignoreFilters", "yes"],
  ["channels", 50_001],
  ["channels", -1],
  ["nonsense", 1],
])("option %s refuses %j and names itself", (name, value) => {
  expect(() => createSimulator({ [name]: value } as SimulatorOptions)).toThrow(name);
});

test("a setting can be changed while the simulator runs, and taken back", async () => {
  const simulator = createSimulator();
  const { control } = simulator;
  const total = async () => (await askChannels(simulator, { filters: '{"id":"exampleCH"}' })).json.total;
  expect(await total()).toBe(1);
  control.changeSettings({ ignoreFilters: true });
  expect(await total()).toBe(24);
  control.changeSettings({ ignoreFilters: false });
  expect(await total()).toBe(1);
});

test("one bad setting among good ones changes nothing", () => {
  const { control } = createSimulator();
  expect(() => control.changeSettings({ strictSwitch: true, latencyMs: -1 })).toThrow("latencyMs");
  expect(control.settings().strictSwitch).toBe(false);
});

test.each(["channels", "seed", "clock"])("what only a start decides (%s) is no setting", (name) => {
  expect(() => createSimulator().control.changeSettings({ [name]: 1 })).toThrow(name);
});
