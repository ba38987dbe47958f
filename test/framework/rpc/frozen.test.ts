import { ofType, provider, resource } from "../../../src/framework";
import { types, type Value, valueMap } from "../../../src/framework/value";
import { serve, wire } from "./test-server";

const description = "d";
const schema = {
  tags: ofType(types.list(types.string), { description, required: true }),
  limits: ofType(types.map(types.string), { description, required: true }),
};
interface Plan {
  tags: string[];
  limits: Map<string, string>;
}
const written = { tags: ["a"], limits: valueMap<Value>([["k", "v"]]) };

/** Serves boxes whose functions change their plan in place. */
function boxes(change: (plan: Plan) => void, freezes: boolean) {
  const changed = <P>(plan: P): P => {
    change(plan as Plan);
    return plan;
  };
  const box = resource<null>()({
    type: "box",
    description,
    schema,
    modifyPlan: ({ plan }) => changed(plan),
    create: async ({ plan }) => changed(plan),
    read: async ({ state }) => state,
    update: async ({ plan }) => plan,
    delete: async () => {},
  });
  const made = provider<null>()({
    name: "boxes",
    address: "example/boxes",
    version: "1.0.0",
    description,
    schema: {},
    configure: () => null,
    resources: [box],
    dataSources: [],
  });
  return serve(made, { freezes });
}

const object = wire(schema, written);
const none = wire(schema, null);

describe.each<[string, (plan: Plan) => void]>([
  ["an attribute", (plan) => void Object.assign(plan, { tags: [] })],
  ["an element", (plan) => void plan.tags.push("b")],
  ["a map", (plan) => void plan.limits.set("k", "w")],
])("%s of a plan that is changed in place", (_what, change) => {
  test.each(["PlanResourceChange", "ApplyResourceChange"] as const)(
    "is a bug in development: %s",
    async (rpc) => {
      const { call } = await boxes(change, true);
      const request = { typeName: "boxes_box", config: object, priorState: none };
      const { diagnostics } = await call(rpc, {
        ...request,
        proposedNewState: object,
        plannedState: object,
      } as never);
      expect(diagnostics[0]?.detail).toMatch(/\bbug\b/);
    },
  );
});
