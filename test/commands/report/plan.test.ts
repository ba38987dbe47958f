import { declarationsInPlan } from "../../../src/commands/report/plan/declared-in-plan";
import { summarizePlan } from "../../../src/commands/report/plan/plan-summary";
import { readPlan } from "../../../src/commands/report/plan/planned-objects";

const BLOCK = "dialog360_channel_ctwa_tracking";
const FLEET = "dialog360_ctwa_tracking_fleet";

const change = (type: string, name: string, parts: object) => ({
  ...{ address: `${type}.${name}`, mode: "managed", type },
  change: { before: null, after: null, after_unknown: {}, ...parts },
});

const planOf = (changes: readonly object[], expressions: object = {}) => ({
  ...{ format_version: "1.2", planned_values: {}, resource_changes: changes },
  configuration: {
    provider_config: {
      dialog360: { full_name: "registry.terraform.io/dialog360/dialog360", expressions },
    },
  },
});

const summary = (changes: readonly object[], expressions: object = {}, environment: object = {}) =>
  summarizePlan(readPlan(planOf(changes, expressions), "plan.json"), environment as NodeJS.ProcessEnv);

const told = ({ changes }: ReturnType<typeof summary>) =>
  changes.map(({ channelId, change: what }) => `${channelId} ${what}`);

const block = (enabled: boolean, parts: object = {}) => ({
  ...{ channel_id: "aCH", client_id: "aCL", enabled, on_destroy: "disable", on_create: "switch", ...parts },
});
const CREATE = { actions: ["create"] };
const UPDATE = { actions: ["update"] };
const DELETE = { actions: ["delete"] };
const NOTHING = { actions: ["no-op"] };

test.each([
  ["on", { ...CREATE, after: block(true) }],
  ["off", { ...CREATE, after: block(false) }],
  ["adopted", { ...CREATE, after: block(true, { on_create: "assume" }) }],
  ["off", { ...UPDATE, before: block(true), after: block(false) }],
  ["on", { ...UPDATE, before: block(false), after: block(true) }],
  ["again", { ...UPDATE, before: block(true), after: block(true), after_unknown: { asserted_at: true } }],
  ["imported", { ...NOTHING, before: block(true), after: block(true), importing: { id: "aCH" } }],
  ["imported", { ...NOTHING, before: block(true), after: block(true), importing: {} }],
  ["off", { ...DELETE, before: block(true) }],
  ["released", { ...DELETE, before: block(true, { on_destroy: "keep" }) }],
  ["released", { actions: ["forget"], before: block(true) }],
])("a block's change is %s, case %#", (what, parts) => {
  expect(told(summary([change(BLOCK, "a", parts)]))).toEqual([`aCH ${what}`]);
});

test("what changes only settings, or nothing, switches nothing", () => {
  const same = { ...UPDATE, before: block(true), after: block(true, { reassert_after: "24h" }) };
  const found = summary([change(BLOCK, "a", same), change("null_resource", "b", CREATE)]);

  expect(found).toMatchObject({ changes: [], switches: 0, duration: "nothing is sent", notKnown: [] });
});

test("a block that is replaced is switched off and on", () => {
  const parts = {
    actions: ["delete", "create"],
    before: block(true),
    after: block(true, { channel_id: "bCH" }),
  };

  expect(told(summary([change(BLOCK, "a", parts)]))).toEqual(["bCH on", "aCH off"]);
});

const fleet = (channels: object, parts: object = {}) => ({
  ...{ channels, client_id: "aCL", on_destroy: "disable", on_create: "switch", pending: {}, ...parts },
});

test("a fleet's keys are added, flipped, removed, sent again and left alone", () => {
  const before = fleet(
    { keptCH: true, flippedCH: true, removedCH: true, waitsCH: true, goneCH: true },
    { pending: { waitsCH: "refused", goneCH: "terminated" } },
  );
  const after = fleet({ keptCH: true, flippedCH: false, newCH: true, waitsCH: true, goneCH: true });
  const unknown = { after_unknown: { channels: {}, pending: true } };
  const found = summary([change(FLEET, "f", { ...UPDATE, before, after, ...unknown })]);

  expect(told(found)).toEqual(["newCH on", "flippedCH off", "removedCH off", "waitsCH again"]);
  expect(found).toMatchObject({ counts: { on: 1, off: 2, again: 1 }, switches: 4 });
});

test("an object whose channels are known at apply is named and not counted", () => {
  const open = { ...CREATE, after: fleet({}), after_unknown: { channels: true } };
  const partly = { ...CREATE, after: fleet({ aCH: null }), after_unknown: { channels: { aCH: true } } };

  expect(summary([change(FLEET, "a", open), change(FLEET, "b", partly)])).toMatchObject({
    changes: [],
    notKnown: [`${FLEET}.a`, `${FLEET}.b`],
  });
});

test("guards tell how near the plan is to them, from the provider block before the environment", () => {
  const before = fleet({ aCH: true, bCH: true, cCH: false });
  const after = fleet({ aCH: false, cCH: false }, { max_changes: 1 });
  const changes = [change(FLEET, "f", { ...UPDATE, before, after })];
  const environment = { DIALOG360_MAX_DISABLES_PER_RUN: "1", DIALOG360_READ_ONLY: "true" };

  expect(summary(changes, { max_disables_per_run: { constant_value: 5 } }, environment).guards).toEqual([
    { name: "max_disables_per_run", text: "2 of 5", isExceeded: false },
    { name: "read_only", text: expect.any(String), isExceeded: true },
    { name: `max_changes of ${FLEET}.f`, text: "2 of 1", isExceeded: true },
  ]);
  expect(summary(changes, {}, environment).guards[0]).toMatchObject({ text: "2 of 1", isExceeded: true });
});

test.each([
  [{}, {}, /^not known/],
  [{ rate_limit: { constant_value: { requests: 5, per_seconds: 30 } } }, {}, /^about 2 min at 5 /],
  [{}, { DIALOG360_RATE_LIMIT: "1/1m" }, /^about 20 min at 1 /],
  [{ rate_limit: { references: ["var.limit"] } }, {}, /^not known/],
])("the duration follows the pace, case %#", (expressions, environment, text) => {
  const channels = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}CH`, true]));
  const changes = [change(FLEET, "f", { ...CREATE, after: fleet(channels) })];

  expect(summary(changes, expressions, environment).duration).toMatch(text);
});

test("a plan declares what stands in it after the apply", () => {
  const changes = [
    change(BLOCK, "a", { ...UPDATE, before: block(false), after: block(true, { partner_id: "examplePA" }) }),
    change(BLOCK, "b", { ...DELETE, before: block(true) }),
    change(FLEET, "f", { ...CREATE, after: fleet({ fCH: false }) }),
  ];
  const declared = declarationsInPlan(readPlan(planOf(changes), "plan.json"), "plan.json");

  expect(declared).toEqual([
    ["examplePA", "aCH", expect.objectContaining({ enabled: true, clientIds: new Set(["aCL"]) })],
    [null, "fCH", expect.objectContaining({ enabled: false, evidence: "unverified" })],
  ]);
});

test.each([
  [{ format_version: "1.0", values: {} }, /a state, not a plan/],
  [{ serial: 1, resources: [] }, /a state, not a plan/],
  [[], /not a plan/],
  [null, /not a plan/],
  [{ ...planOf([]), errored: true }, /run that failed/],
  [{ format_version: "1.2", planned_values: {}, resource_changes: [] }, /does not use this provider/],
])("what is no plan of this provider is refused, case %#", (document, problem) => {
  expect(() => readPlan(document, "plan.json")).toThrow(problem);
});
