import { type Selection, selectChannels } from "../../../src/commands/adopt/select-channels";
import { channelOf } from "./channels";

const any: Selection = { clientIds: [], accountMode: null, states: [], trackedOnly: false, name: null };
const rows = [
  channelOf("onCH"),
  channelOf("offCH", { ctwaTracking: false, clientId: "otherCL", clientName: "Other Bakery" }),
  channelOf("silentCH", { ctwaTracking: null, accountMode: "sandbox", phoneName: null }),
  channelOf("newCH", { status: "created" }),
  channelOf("goneCH", { terminatedAt: "2020-01-01T00:00:00Z" }),
];

function select(selection: Partial<Selection>, managed: readonly string[] = []) {
  return selectChannels(
    rows,
    { ...any, ...selection },
    {
      trackingOf: ({ ctwaTracking }) => ctwaTracking,
      isTerminated: ({ terminatedAt }) => terminatedAt !== null,
      managed: managed.map((channelId) => ({
        ...{ channelId, partnerId: null, clientId: null, enabled: true, verification: null },
        ...{ pending: null, assertedAt: null, reassertAfter: null, address: "a.b", source: "x" },
      })),
    },
  );
}
const idsOf = (found: { readonly channels: readonly { id: string }[] }) => found.channels.map(({ id }) => id);

test.each<[string, Partial<Selection>, string[]]>([
  ["all that are not terminated", {}, ["onCH", "offCH", "silentCH", "newCH"]],
  ["those of clients", { clientIds: ["otherCL", "noneCL"] }, ["offCH"]],
  ["those of an account mode", { accountMode: "sandbox" }, ["silentCH"]],
  ["those with a status", { states: ["created", "x"] }, ["newCH"]],
  ["those with a part of the client's name", { name: "bAKE" }, ["offCH"]],
  ["those with a part of the channel's name", { name: "acme on" }, ["onCH"]],
  ["those that are reported as tracked", { trackedOnly: true }, ["onCH", "newCH"]],
])("selects %s", (_name, selection, ids) => {
  expect(idsOf(select(selection))).toEqual(ids);
});

test("what a state manages is left out, and counted", () => {
  const found = select({ trackedOnly: true }, ["onCH", "goneCH", "strangeCH"]);

  expect(idsOf(found)).toEqual(["newCH"]);
  expect(found.managed.map(({ id }) => id)).toEqual(["onCH"]);
  expect(found).toMatchObject({ terminated: 1, unreported: 1 });
});
