import type { HubClient } from "../../../src/client";
import { UNKNOWN } from "../../../src/framework";
import { client as clientSource } from "../../../src/provider/data-sources/client";
import { clients as source } from "../../../src/provider/data-sources/clients";
import { titles } from "../../../src/provider/titles";
import { fakeHub } from "../fake-hub";
import { read, validate } from "./read";

const coffee: HubClient = {
  id: "exampleCL",
  name: "Example Coffee",
  status: "active",
  organisation: "Example Coffee",
  maxChannels: 5,
  partnerPayload: "gold",
  businessVertical: "Retail",
  timezone: "Europe/Berlin",
  language: "en",
  country: "DE",
  webpageUrl: "https://www.example-coffee.example",
  createdAt: "2024-02-01T08:00:00Z",
  modifiedAt: "2024-02-02T08:00:00Z",
};
const values = {
  client_id: "exampleCL",
  name: "Example Coffee",
  status: "active",
  organisation: "Example Coffee",
  max_channels: 5,
  partner_payload: "gold",
  business_vertical: "Retail",
  timezone: "Europe/Berlin",
  language: "en",
  country: "DE",
  webpage_url: "https://www.example-coffee.example",
  created_at: "2024-02-01T08:00:00Z",
  modified_at: "2024-02-02T08:00:00Z",
  json: null,
};

/** A hub whose searches find these, with what was searched for. */
function hubWith(...found: HubClient[]) {
  const searches: unknown[] = [];
  const hub = fakeHub([], {
    behaviour: {
      clients: {
        find: async (partnerId, id) => {
          searches.push(`find ${partnerId}/${id}`);
          return found.find((one) => one.id === id) ?? null;
        },
        list: async (_, filter, options) => {
          searches.push(Object.fromEntries(Object.entries(filter).filter(([, wanted]) => wanted !== null)));
          return options?.withJson === true ? found.map((one) => ({ ...one, json: "{}" })) : found;
        },
      },
    },
  });
  return { hub, searches };
}

test("clients are there by their ids, with all that is told of them", async () => {
  const { result } = await read(source, hubWith(coffee).hub, {});

  expect(result["clients"]).toEqual(new Map([["exampleCL", values]]));
});

test("clients come with their raw JSON where that is asked for", async () => {
  const { result } = await read(source, hubWith(coffee).hub, { include_json: true });

  expect((result["clients"] as Map<string, object>).get("exampleCL")).toMatchObject({ json: "{}" });
});

test.each([
  ["name", "name"],
  ["status", "status"],
  ["business_vertical", "businessVertical"],
  ["timezone", "timezone"],
  ["webpage_url", "webpageUrl"],
  ["language", "language"],
  ["country", "country"],
  ["city", "city"],
  ["zip_code", "zipCode"],
  ["organisation", "organisation"],
  ["partner_payload", "partnerPayload"],
  ["contact_email", "contactEmail"],
])("clients are searched by %s", async (attribute, name) => {
  const { hub, searches } = hubWith();
  await read(source, hub, { [attribute]: "wanted" });

  expect(searches).toEqual([{ [name]: "wanted" }]);
});

test("one client is found by its id in the shared list, by its name with a search", async () => {
  const { hub, searches } = hubWith(coffee);
  const rest = { partner_id: "examplePA", include_json: false, timeouts: null };

  expect((await read(clientSource, hub, { client_id: "exampleCL" })).result).toEqual({ ...values, ...rest });
  expect((await read(clientSource, hub, { name: "Example Coffee" })).result).toEqual({ ...values, ...rest });
  expect(searches).toEqual(["find examplePA/exampleCL", { name: "Example Coffee" }]);
});

test("one client with its raw JSON costs one search", async () => {
  const { hub, searches } = hubWith(coffee);

  const { result } = await read(clientSource, hub, { client_id: "exampleCL", include_json: true });

  expect(result["json"]).toBe("{}");
  expect(searches).toEqual([{ id: "exampleCL" }]);
});

test.each([{ client_id: "nobodyCL" }, { name: "Nobody" }, { client_id: "nobodyCL", include_json: true }])(
  "a client that is not there is an error at what named it: %j",
  async (given) => {
    await expect(read(clientSource, hubWith().hub, given)).rejects.toMatchObject({
      diagnostic: { summary: titles.clientNotFound, path: [{ attribute: Object.keys(given)[0] }] },
    });
  },
);

test("a name that nobody has is quoted, with the hint that capital letters count", async () => {
  await expect(read(clientSource, hubWith().hub, { name: "example coffee" })).rejects.toThrow(
    '"example coffee"',
  );
});

test("two clients with one name are an error that names both", async () => {
  const { hub } = hubWith(coffee, { ...coffee, id: "twinCL" });

  await expect(read(clientSource, hub, { name: "Example Coffee" })).rejects.toThrow(
    '"Example Coffee": exampleCL, twinCL. ',
  );
});

test.each([
  [{}, ["Missing client"]],
  [{ client_id: "a", name: "b" }, ["Client named twice"]],
  [{ client_id: "a" }, []],
  [{ name: "b" }, []],
  [{ client_id: UNKNOWN, name: "b" }, []],
])("validate of case %# says what is wrong", (given, summaries) => {
  expect(validate(clientSource, given)).toEqual(summaries);
});
