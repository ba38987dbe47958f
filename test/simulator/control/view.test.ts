import { createSimulator, type Simulator } from "../../../src/simulator";
import { ask, askSwitch, logIn } from "../ask";
import { manualClock } from "../manual-clock";

const view = async (simulator: Simulator, query = "") =>
  (await ask(simulator, `/_simulator/view?${query}`)).json;
const ids = (json: { channels: { id: string }[] }) => json.channels.map(({ id }) => id);

test("a view shows the channels of all partners with their clients, and what goes on", async () => {
  const simulator = createSimulator({ churn: 2 });
  simulator.control.addFault({ route: "ads", status: 500 });
  await askSwitch(simulator, "enable_ctwa");
  const json = await view(simulator);
  expect(json).toMatchObject({ all: 26, total: 26, on: 3, offset: 0, settings: { churn: 2 } });
  expect(json.channels).toHaveLength(26);
  expect(json.channels.find(({ id }: { id: string }) => id === "viennaCH")).toEqual({
    id: "viennaCH",
    partner_id: "examplePA",
    client_id: "bakeryCL",
    client_name: "Bakery Example",
    phone_name: "Example Vienna",
    phone_number: "+4915550000006",
    account_mode: "live",
    status: "verified",
    cancelled_at: null,
    terminated_at: null,
    ctwa: true,
    last_switch: null,
  });
  expect(json.requests).toMatchObject([{ route: "enable_ctwa", status: 200 }]);
  expect(json.fault_routes).toContain("enable_ctwa");
  expect(json.faults).toEqual([{ route: "ads", status: 500, skip: 0, times: 1 }]);
});

test.each([
  ["text=VIENNA", ["viennaCH"]],
  ["text=bakery%20example", ["grazCH", "innsbruckCH", "linzCH", "salzburgCH", "viennaCH"]],
  ["text=opticsCL", ["bilbaoCH", "madridCH", "sevilleCH", "valenciaCH"]],
  ["text=0000002", ["berlinCH"]],
  ["text=%20lille%20", ["lilleCH"]],
  ["tracking=on", ["munichCH", "viennaCH"]],
  ["tracking=on&text=mun", ["munichCH"]],
  ["tracking=sideways&text=mun", ["munichCH"]],
  ["client=exampleCL&tracking=on", ["munichCH"]],
  ["client=BAKERY&text=linz", ["linzCH"]],
  ["client=nobody", []],
  ["text=nobody", []],
])("a view of %s shows %j", async (query, expected) => {
  const json = await view(createSimulator(), query);
  expect([ids(json), json.total, json.all, json.on]).toEqual([expected, expected.length, 26, 2]);
});

test.each([
  ["state=terminated", ["innsbruckCH", "niceCH"]],
  ["state=sandbox&sort=-id", ["salzburgCH", "haarlemCH"]],
  ["state=other&sort=client", ["leidenCH", "lilleCH", "bilbaoCH"]],
  ["sort=-tracking&limit=3", ["munichCH", "viennaCH", "amsterdamCH"]],
  ["sort=nonsense&state=nonsense&limit=1", ["amsterdamCH"]],
])("a view of %s shows %j in this order", async (query, expected) => {
  expect(ids(await view(createSimulator(), query))).toEqual(expected);
});

test("counts follow the filter", async () => {
  const json = await view(createSimulator(), "text=exampleCL");
  expect([json.total, json.total_on, json.all, json.on]).toEqual([5, 1, 26, 2]);
});

test("a client's id chooses that client alone, also where another id contains it", async () => {
  const simulator = createSimulator();
  simulator.control.changeChannel("otherCH", { phone_name: "of exampleCL" });
  expect(ids(await view(simulator, "client=otherCL"))).toEqual(["lisbonCH", "otherCH"]);
  expect((await view(simulator, "client=CL")).total).toBe(26);
});

test("requests are filtered by route and status, and counted", async () => {
  const simulator = createSimulator();
  simulator.control.addFault({ route: "enable_ctwa", status: 503, skip: 1 });
  for (const id of ["exampleCH", "berlinCH", "nobodyCH"]) await askSwitch(simulator, "enable_ctwa", id);
  await askSwitch(simulator, "disable_ctwa", "exampleCH");
  const numbers = async (query: string) => {
    const { requests, requests_total } = await view(simulator, query);
    return [requests_total, requests.map(({ number }: { number: number }) => number)];
  };
  expect(await numbers("request_route=enable_ctwa")).toEqual([3, [3, 2, 1]]);
  expect(await numbers("request_status=5xx")).toEqual([1, [2]]);
  expect(await numbers("request_status=404&request_route=enable_ctwa")).toEqual([1, [3]]);
  expect(await numbers("request_status=none")).toEqual([0, []]);
  expect(await numbers("")).toEqual([4, [4, 3, 2, 1]]);
  expect((await view(simulator)).request_routes).toEqual(expect.arrayContaining(["ads", "unknown"]));
});

test("one of several faults is removed by its number", async () => {
  const simulator = createSimulator();
  for (const status of [500, 502, 503]) simulator.control.addFault({ route: "ads", status });
  const { fault_numbers } = await view(simulator);
  const remove = () =>
    ask(simulator, `/_simulator/faults/${fault_numbers[1]}`, { method: "DELETE", headers: {} });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  expect((await view(simulator)).faults.map(({ status }: { status: number }) => status)).toEqual([500, 503]);
});

test.each([
  ["limit=10&offset=10", 10, 10],
  ["limit=10&offset=20", 20, 6],
  ["limit=10&offset=500", 20, 6],
  ["limit=13&offset=26", 13, 13],
  ["limit=0&offset=x", 0, 26],
])("a view of %s begins at %d and has %d channels", async (query, offset, count) => {
  const json = await view(createSimulator(), query);
  expect([json.offset, json.channels.length, json.total]).toEqual([offset, count, 26]);
});

test("the last switch says when, to what, and whether it came over the API; what changes nothing is none", async () => {
  const clock = manualClock();
  const simulator = createSimulator({ clock });
  const last = async () => (await view(simulator, "text=exampleCH")).channels[0].last_switch;
  simulator.control.changeChannel("exampleCH", { ctwa: false, status: "error" });
  await askSwitch(simulator, "disable_ctwa");
  expect(await last()).toBeNull();
  await askSwitch(simulator, "enable_ctwa");
  const at = clock.now();
  clock.advance(1_000);
  await askSwitch(simulator, "enable_ctwa");
  expect(await last()).toEqual({ at, to: true, by: "api" });
  simulator.control.changeChannel("exampleCH", { ctwa: false });
  expect(await last()).toEqual({ at: at + 1_000, to: false, by: "control" });
});

test("partners and their clients are listed without anybody's credentials", async () => {
  const simulator = createSimulator();
  const token = await logIn(simulator);
  expect((await ask(simulator, "/_simulator/partners")).json).toEqual(["examplePA", "otherPA"]);
  const clients = await ask(simulator, "/_simulator/clients?partner_id=otherPA");
  expect(clients.json).toMatchObject([{ id: "otherCL", name: "Other Books" }]);
  const shown = [await view(simulator), clients.json];
  for (const secret of [token, "-password", "-api-key", "-access-token"]) {
    expect(JSON.stringify(shown)).not.toContain(secret);
  }
});
