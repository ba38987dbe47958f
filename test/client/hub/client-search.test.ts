import type { Client } from "../../../src/client";
import { clientFor, thrownBy } from "../client-for";
import { type Answer, type Seen, type SmallServer, startServer } from "../small-server";

const person = { email: "erika@example.com", phone: "+49155", name: "Erika Example" };
const coffee = {
  id: "exampleCL",
  name: "Example Coffee",
  status: "active",
  organisation: "Example Group",
  max_channels: 5,
  partner_payload: "gold",
  meta_info: { business_vertical: "Retail", timezone: "Europe/Berlin" },
  contact_info: { webpage_url: "https://www.example.com", language: "en", country: "DE", ...person },
  contact_user: person,
  created_at: "2024-02-01T08:00:00Z",
  modified_at: "2024-02-02T08:00:00Z",
};
const others = Array.from({ length: 4 }, (_, number) => ({ id: `z${number}CL`, name: "Other" }));

let server: SmallServer;
let client: Client;
let ignoresFilters: boolean;
let before: (seen: Seen) => Answer | undefined;

/** A hub whose pages hold two clients each. */
function answer(seen: Seen): Answer {
  const given: Record<string, unknown> = ignoresFilters ? {} : JSON.parse(seen.query.get("filters") ?? "{}");
  const rows = [...others, coffee].filter(
    (row) =>
      !Object.entries(given).some(([name, wanted]) => (row as Record<string, unknown>)[name] !== wanted),
  );
  const offset = Number(seen.query.get("offset"));
  return { json: { total: rows.length, limit: 2, filters: given, clients: rows.slice(offset, offset + 2) } };
}

beforeEach(async () => {
  ignoresFilters = false;
  before = () => undefined;
  server = await startServer((seen) => before(seen) ?? answer(seen));
  client = clientFor(server.url, { credentials: { apiKey: "invented-key" } });
});

afterEach(async () => {
  await client.close();
  await server.close();
});

const search = async (filter: Parameters<Client["clients"]["list"]>[1]) =>
  (await client.clients.list("examplePA", filter)).map(({ id }) => id);
const asked = () => server.seen.map(({ query }) => query.get("filters") ?? Number(query.get("offset")));

test("clients come from all pages, in the order of their ids", async () => {
  expect(await search({})).toEqual(["exampleCL", "z0CL", "z1CL", "z2CL", "z3CL"]);
  expect(server.seen[0]?.path).toBe("/api/v2/partners/examplePA/clients");
  expect(asked()).toEqual([0, 2, 4]);
});

test("a client is what is read of it, without anything about a person", async () => {
  const [found] = await client.clients.list("examplePA", { name: "Example Coffee" });
  expect(found).toEqual({
    id: "exampleCL",
    name: "Example Coffee",
    status: "active",
    organisation: "Example Group",
    maxChannels: 5,
    partnerPayload: "gold",
    businessVertical: "Retail",
    timezone: "Europe/Berlin",
    language: "en",
    country: "DE",
    webpageUrl: "https://www.example.com",
    createdAt: "2024-02-01T08:00:00Z",
    modifiedAt: "2024-02-02T08:00:00Z",
  });
});

test("a client keeps the hub's object as text where that is wanted", async () => {
  const [found] = await client.clients.list("examplePA", { id: "exampleCL" }, { withJson: true });
  expect(JSON.parse(found?.json ?? "")).toEqual(coffee);
});

test("filters that the documents allow are sent in the hub's names", async () => {
  before = () => ({ json: { total: 0, clients: [] } });
  await search({ name: "a", status: "b", businessVertical: "c", timezone: "d", webpageUrl: "e" });
  await search({ id: "f", language: "g", country: "h", city: "i", zipCode: "j" });
  expect(asked().map((one) => JSON.parse(String(one)))).toEqual([
    {
      name: "a",
      status: "b",
      "meta_info.business_vertical": "c",
      "meta_info.timezone": "d",
      "contact_info.webpage_url": "e",
    },
    {
      id: "f",
      "contact_info.language": "g",
      "contact_info.country": "h",
      "contact_info.city": "i",
      "contact_info.zip_code": "j",
    },
  ]);
});

test.each([
  { organisation: "Example Group" },
  { partnerPayload: "gold" },
  { contactEmail: "ERIKA@example.com" },
])("%j is looked at here, among all clients", async (filter) => {
  before = (seen) => {
    const answered = answer(seen) as { json: { clients: object[] } };
    const clients = answered.json.clients.map((row) => ({
      organisation: "",
      partner_payload: null,
      contact_user: { email: "" },
      ...row,
    }));
    return { json: { ...answered.json, clients } };
  };
  expect(await search(filter)).toEqual(["exampleCL"]);
  expect(asked()).toEqual([0, 2, 4]);
});

test("a hub that ignores filters is filtered here", async () => {
  ignoresFilters = true;
  expect(await search({ name: "Example Coffee" })).toEqual(["exampleCL"]);
});

test("many look-ups share one list, as those of channels do", async () => {
  const find = (id: string) => client.clients.find("examplePA", id);
  const found = await Promise.all(["exampleCL", "z0CL", "z1CL", "z2CL", "z3CL", "nobodyCL"].map(find));
  expect(found.map((one) => one?.id)).toEqual(["exampleCL", "z0CL", "z1CL", "z2CL", "z3CL", undefined]);
  expect(asked().filter((one) => typeof one === "number")).toEqual([0, 2, 4]);
});

test("an answer without the list is an error that names it", async () => {
  before = () => ({ json: { partner_channels: [] } });
  expect(String(await thrownBy(search({})))).toMatch(/\bclients\b/);
});

test("a 404 is told as a partner without such a list", async () => {
  before = () => ({ status: 404 });
  expect(await thrownBy(search({}))).toMatchObject({ purpose: "clients", notFound: true });
});
