import {
  customType,
  exactlyOneOf,
  json,
  listNested,
  number,
  provider,
  resource,
  singleNested,
  string,
  types,
} from "../../../src/framework";
import { testProvider } from "../../../src/framework/testing";

jest.setTimeout(60_000);

const description = "d";
const jsonText = customType(types.string, {
  equal: (a, b) => JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b)),
  validate: [json],
});
const schema = {
  image: string({ description, optional: true }),
  source: string({ description, optional: true }),
  zone: string({ description, optional: true, replaces: (before, after) => before?.[0] !== after?.[0] }),
  limits: singleNested(
    {
      size: number({ description, optional: true }),
      unit: string({ description, default: "GB" }),
    },
    { description, default: { size: 1, unit: "MB" } },
  ),
  rules: listNested({ policy: jsonText({ description, required: true }) }, { description, optional: true }),
  id: string({ description, computed: true, stable: true }),
};

let made = 0;
const box = resource<null>()({
  type: "box",
  description,
  schema,
  validate: exactlyOneOf("image", "source"),
  async create({ plan }) {
    made += 1;
    return { ...plan, id: `id-${made}` };
  },
  // The API writes JSON in another layout.
  read: async ({ state }) => ({
    ...state,
    rules:
      state.rules?.map((rule) => rule && { policy: JSON.stringify(JSON.parse(rule.policy), null, 2) }) ??
      null,
  }),
  update: async ({ plan, state }) => ({ ...plan, id: state.id }),
  delete: async () => {},
});
const boxes = provider<null>()({
  name: "boxes",
  address: "example/boxes",
  version: "1.0.0",
  description,
  schema: {},
  configure: () => null,
  resources: [box],
  dataSources: [],
});

/** A box with these settings, and a value that a change of `trigger` makes unknown. */
function config(settings: string, trigger = "a"): string {
  return `resource "terraform_data" "zone" { input = "${trigger}" }
resource "boxes_box" "it" {
  image = "x"
  ${settings}
}`;
}

const it = "boxes_box.it";

test("nested defaults, a type with its own equality and rules for replacement do as they say", async () => {
  await testProvider(boxes, {
    steps: [
      { config: 'resource "boxes_box" "it" {}', error: /Missing attribute/ },
      { config: config('source = "y"'), error: /Conflicting attributes/ },
      { config: config('rules = [{ policy = "{" }]'), error: /must be JSON/ },
      {
        config: config('rules = [{ policy = "{\\"a\\":1}" }]\n  zone = terraform_data.zone.output'),
        state: { [it]: { id: "id-1", limits: { size: 1, unit: "MB" }, rules: [{ policy: '{"a":1}' }] } },
      },
      {
        config: config("limits = { size = 2 }\n  zone = terraform_data.zone.output"),
        plan: { [it]: "update" },
      },
      { plan: "empty", state: { [it]: { id: "id-1", limits: { size: 2, unit: "GB" } } } },
      {
        config: config('zone = "abc"'),
        plan: { [it]: "update" },
        state: { [it]: { limits: { size: 1, unit: "MB" } } },
      },
      {
        config: config("zone = terraform_data.zone.output", "b"),
        plan: { "terraform_data.zone": "update", [it]: "replace" },
        state: { [it]: { id: "id-2", zone: "b" } },
      },
    ],
  });
});
