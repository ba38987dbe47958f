import { dataSource } from "../../../src/framework/define/data-source";
import { string } from "../../../src/framework/schema";
import { house } from "./example";
import { serve } from "./test-server";

const key = dataSource<never>()({
  type: "key",
  description: "A key.",
  schema: { id: string({ description: "d", required: true }) },
  read: async ({ config }) => config,
});

test("every schema stands under its full name, with its description and its attributes", async () => {
  const { call } = await serve(house({ version: 2 } as never, { dataSources: [key] }), { configure: false });
  const answer = await call("GetProviderSchema");

  expect(answer.diagnostics).toEqual([]);
  expect(answer.provider?.block?.description).toBe("A house.");
  expect(answer.provider?.block?.attributes.map(({ name }) => name)).toEqual(["street", "key"]);
  expect(Object.keys(answer.resourceSchemas)).toEqual(["house_door"]);
  expect(answer.resourceSchemas["house_door"]?.version).toBe(2n);
  expect(answer.resourceSchemas["house_door"]?.block?.attributes.map(({ name }) => name)).toEqual([
    "name",
    "open",
    "note",
    "code",
    "token",
    "id",
    "changed",
    "timeouts",
  ]);
  expect(Object.keys(answer.dataSourceSchemas)).toEqual(["house_key"]);
  expect(answer.dataSourceSchemas["house_key"]).toMatchObject({
    version: 0n,
    block: { description: "A key." },
  });
});

test("it is said that deletes are planned, that the schema may be kept, that states move and that configuration is written", async () => {
  const { call } = await serve(house(), { configure: false });
  const { serverCapabilities, providerMeta } = await call("GetProviderSchema");
  expect(serverCapabilities).toEqual({
    planDestroy: true,
    getProviderSchemaOptional: true,
    moveResourceState: true,
    generateResourceConfig: true,
  });
  expect(providerMeta).toBeUndefined();
});

test("a provider without settings still sends a block", async () => {
  const { call } = await serve(house({}, { schema: {} }), { configure: false });
  expect((await call("GetProviderSchema")).provider?.block).toMatchObject({ attributes: [] });
});
