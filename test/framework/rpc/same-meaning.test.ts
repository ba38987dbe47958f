import { dataSource } from "../../../src/framework/define/data-source";
import { ephemeralResource } from "../../../src/framework/define/ephemeral-resource";
import { resource } from "../../../src/framework/define/resource";
import { string } from "../../../src/framework/schema";
import { complete, propose } from "../schema/core";
import { house } from "./example";
import { serve, unwire, wire } from "./test-server";

const description = "d";
const schema = {
  // JSON in any layout.
  rules: string({
    description,
    required: true,
    equal: (a, b) => a.replace(/\s/g, "") === b.replace(/\s/g, ""),
  }),
  etag: string({ description, computed: true }),
};
const [compact, spread, other] = ['{"a":1}', '{ "a": 1 }', '{ "a": 2 }'] as const;
const answer = (rules: string) => async () => ({ rules, etag: "v" });

function kinds(rules: string) {
  const common = { type: "rules", description, schema };
  return house(
    {},
    {
      resources: [
        resource<never>()({
          ...common,
          create: answer(rules),
          read: answer(rules),
          update: answer(rules),
          delete: async () => {},
        }),
      ],
      dataSources: [dataSource<never>()({ ...common, read: answer(rules) })],
      ephemeralResources: [ephemeralResource<never>()({ ...common, open: answer(rules) })],
    },
  );
}

const typeName = "house_rules";
const state = { rules: compact, etag: "v" };

describe.each([
  ["the same in another form", spread, compact],
  ["something else", other, other],
])("an answer that means %s", (_case, given, expected) => {
  test("is read as it was, or as it is", async () => {
    const { call } = await serve(kinds(given));
    const { newState } = await call("ReadResource", { typeName, currentState: wire(schema, state) });
    expect(unwire(schema, newState)).toMatchObject({ rules: expected });
  });

  test.each(["ReadDataSource", "OpenEphemeralResource"] as const)(
    "is taken for the setting by %s, or refused",
    async (rpc) => {
      const { call } = await serve(kinds(given));
      const response = await call(rpc, { typeName, config: wire(schema, { rules: compact }) });
      const object = unwire(schema, "state" in response ? response.state : response.result);
      expect(response.diagnostics.length).toBe(given === expected ? 1 : 0);
      if (given !== expected) expect(object).toMatchObject({ rules: compact });
    },
  );

  test("is taken for what was planned by an apply, or refused", async () => {
    const { call } = await serve(kinds(given));
    const response = await call("ApplyResourceChange", {
      typeName,
      config: wire(schema, { rules: compact }),
      plannedState: wire(schema, { rules: compact, etag: "v" }),
    });
    expect(response.diagnostics.length).toBe(given === expected ? 1 : 0);
    if (given !== expected) expect(unwire(schema, response.newState)).toMatchObject({ rules: compact });
  });
});

test("another form in the configuration plans no change", async () => {
  const { call } = await serve(kinds(compact));
  const [config, prior] = [complete(schema, { rules: spread }), complete(schema, state)];
  const { plannedState, diagnostics } = await call("PlanResourceChange", {
    typeName,
    config: wire(schema, config),
    priorState: wire(schema, prior),
    proposedNewState: wire(schema, propose(schema, config, prior)),
  });
  expect(diagnostics).toEqual([]);
  expect(unwire(schema, plannedState)).toEqual(prior);
});
