import { dataSource } from "../../../src/framework/define/data-source";
import type { Context } from "../../../src/framework/define/resource";
import { bool, listNested, ofType, singleNested, string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { types, UNKNOWN } from "../../../src/framework/value";
import { complete, type Written } from "../schema/core";
import { type CLIENT, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const description = "d";
const optional = { description, optional: true } as const;
const computed = { description, computed: true } as const;
const schema = {
  id: string({ description, required: true }),
  deep: bool({ description, default: true }),
  tags: ofType(types.list(types.string), optional),
  filter: singleNested({ name: string(optional), size: string(computed) }, optional),
  doors: listNested({ name: string(computed) }, computed),
};
type Reading = Context<typeof CLIENT> & { readonly config: Written };

async function read(config: Written, answer: (context: Reading) => unknown) {
  const keys = dataSource<never>()({
    type: "keys",
    description,
    schema,
    read: (async (context: Reading) => answer(context)) as never,
  });
  const { call } = await serve(house({}, { dataSources: [keys] }));
  const response = await call("ReadDataSource", { typeName: "house_keys", config: wire(schema, config) });
  return { ...response, state: unwire(schema, response.state) };
}

test("what the author read is the state, with defaults filled in", async () => {
  const { state, diagnostics } = await read({ id: "1" }, ({ config, client }) => ({
    ...config,
    doors: [{ name: client.name }],
  }));
  expect(diagnostics).toEqual([]);
  expect(state).toEqual(complete(schema, { id: "1", deep: true, doors: [{ name: "client" }] }));
});

test("what is computed within a configured object may be filled in", async () => {
  const { state, diagnostics } = await read({ id: "1", filter: { name: "n" } }, ({ config }) => ({
    ...config,
    filter: { name: "n", size: "2" },
    doors: [],
  }));
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({ filter: { name: "n", size: "2" } });
});

test.each<[string, Written]>([
  ["id", { id: "2" }],
  ["deep", { deep: false }],
  ["tags", { tags: null }],
  ["filter", { filter: { name: "other", size: null } }],
])("a setting that comes back changed is the provider's bug: %s", async (place, change) => {
  const { diagnostics, state } = await read(
    { id: "1", tags: ["a"], filter: { name: "n" } },
    ({ config }) => ({
      ...config,
      doors: [],
      ...change,
    }),
  );
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")} @ ${place}`]);
  expect(state).toBeNull();
});

test.each<[string, unknown]>([
  [" @ doors", UNKNOWN],
  [" @ doors.[1]", [{ name: "a" }, { name: UNKNOWN }]],
  [" @ doors.[0]", [{ name: 1 }]],
  [" @ doors", undefined],
])("a state that is wrong%s is the provider's bug", async (place, doors) => {
  const { diagnostics } = await read({ id: "1" }, ({ config }) => ({ ...config, doors }));
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")}${place}`]);
});

test("null is no state", async () => {
  const { diagnostics } = await read({ id: "1" }, () => null);
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")}`]);
});

test("an author who reports an error need not return anything", async () => {
  const { diagnostics, state } = await read(
    { id: "1" },
    (context) => void context.diagnostics.error("None", "No such keys.", "id"),
  );
  expect(brief(diagnostics)).toEqual(["error: None @ id"]);
  expect(state).toBeNull();
});
