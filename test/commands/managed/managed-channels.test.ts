import { channelsInState } from "../../../src/commands/managed/managed-channels";
import { readManaged } from "../../../src/commands/managed/read-managed";

const read = (value: unknown) => channelsInState({ source: "prod.json", value });
const state = (root_module: unknown) => ({ format_version: "1.0", values: { root_module } });
const managed = (type: string, address: string, values: object, more = {}) => ({
  ...{ mode: "managed", type, address, values, ...more },
});

const block = managed("dialog360_channel_ctwa_tracking", "module.a.dialog360_channel_ctwa_tracking.b", {
  ...{ channel_id: "berlinCH", client_id: "exampleCL", partner_id: "examplePA", enabled: true },
  ...{ verification: "observed", asserted_at: "2026-01-31T12:00:00.000Z" },
});
const fleet = managed("dialog360_ctwa_tracking_fleet", "dialog360_ctwa_tracking_fleet.all", {
  ...{ channels: { grazCH: true, linzCH: false }, pending: { linzCH: "moved" }, client_id: null },
  ...{ partner_id: "examplePA", verification: "assumed" },
});

test("blocks and fleets of all modules are found", () => {
  const found = read(
    state({ resources: [fleet], child_modules: [{ child_modules: [{ resources: [block] }] }] }),
  );

  const shared = { partnerId: "examplePA", source: "prod.json" };
  expect(found).toEqual([
    {
      ...{ channelId: "grazCH", clientId: null, enabled: true, verification: "assumed", pending: null },
      ...{ assertedAt: null, reassertAfter: null, address: "dialog360_ctwa_tracking_fleet.all", ...shared },
    },
    {
      ...{ channelId: "linzCH", clientId: null, enabled: false, verification: "assumed", pending: "moved" },
      ...{ assertedAt: null, reassertAfter: null, address: "dialog360_ctwa_tracking_fleet.all", ...shared },
    },
    {
      ...{ channelId: "berlinCH", clientId: "exampleCL", enabled: true, verification: "observed" },
      ...{ pending: null, assertedAt: "2026-01-31T12:00:00.000Z", reassertAfter: null, ...shared },
      address: "module.a.dialog360_channel_ctwa_tracking.b",
    },
  ]);
});

test.each([
  ["an empty state", { format_version: "1.0" }],
  ["data sources", state({ resources: [{ ...block, mode: "data" }] })],
  ["objects that are to be destroyed", state({ resources: [{ ...block, deposed_key: "0123abcd" }] })],
  ["resources of other providers", state({ resources: [managed("null_resource", "null_resource.a", {})] })],
])("%s manages no channel", (_name, value) => {
  expect(read(value)).toEqual([]);
});

test.each([
  ["a plan", { format_version: "1.2", planned_values: {}, resource_changes: [] }, "plan"],
  ["a state file as stored", { version: 4, serial: 3, resources: [] }, "state file"],
  ["a provider's schema", { format_version: "1.0", provider_schemas: {} }, "show -json"],
  ["an array", [], "show -json"],
  ["null", null, "show -json"],
])("%s is refused, with what it has to be", (_name, value, fact) => {
  expect(() => read(value)).toThrow(fact);
  expect(() => read(value)).toThrow("prod.json");
});

test("standard input can be named once", async () => {
  await expect(readManaged(["-", "-"])).rejects.toMatchObject({ name: "UsageError" });
});
