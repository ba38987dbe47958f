import { status } from "@grpc/grpc-js";
import { string, types, UNKNOWN } from "../../src/framework";
import { moveFrom } from "../../src/framework/define/resource";
import { fromDynamicValue, toDynamicValue } from "../../src/framework/protocol";
import * as messages from "../../src/framework/protocol/generated/tfplugin6";
import { titles } from "../../src/framework/titles";
import type { Value } from "../../src/framework/value";
import { type Door, doorIdentity, doorSchema, house } from "../framework/rpc/example";
import { brief, RPCS, type RpcName, unwire, wire } from "../framework/rpc/test-server";
import { all, openPeer, type Peer } from "./peer";

const typeName = "house_door";
const type = types.object({ name: types.string, note: types.string });
const before = { name: "a", open: true, note: "n", id: "1", changed: "once" };
const named = { name: "a", note: "n" };
const gate = { title: string({ description: "d", required: true }) };
const rest = { note: null, code: null, token: null, id: "1", changed: null, timeouts: null };

const provider = house({
  identity: doorIdentity,
  identityVersion: 1,
  identityUpgrades: {
    0: {
      attributes: { title: types.string },
      upgrade: ({ title }: { title: string }) => ({ name: title, note: null }),
    } as never,
  },
  movedFrom: [moveFrom("house_gate", gate, ({ title }) => ({ ...rest, name: title, open: true }) as Door)],
  modifyPlan: ({ plan, private: own, planned }) => {
    own.set("decided", planned?.get("decided") ?? "now");
    return plan;
  },
});

let peer: Peer;
beforeEach(async () => {
  peer = await openPeer(provider);
});
afterEach(() => peer.close());

// biome-ignore lint/suspicious/noExplicitAny: each RPC has messages of its own
function call(name: RpcName, asked: object = {}): Promise<any> {
  const [request, response] = RPCS[name] as unknown as [
    messages.MessageFns<object>,
    messages.MessageFns<object>,
  ];
  return peer.unary(name, request, response, asked);
}
const configure = () => call("ConfigureProvider", { config: wire(provider.schema, {}) });
const told = (value: Value) => ({ identityData: toDynamicValue(type, value) });
const heard = (data: messages.ResourceIdentityData | undefined) =>
  data === undefined ? undefined : fromDynamicValue(type, data.identityData);
const door = (written: object | null) => wire(doorSchema, written as never);

describe("before the provider is configured", () => {
  test("the identity schemas are there", async () => {
    const { identitySchemas } = await call("GetResourceIdentitySchemas");
    expect(Object.keys(identitySchemas)).toEqual([typeName]);
  });

  test.each([
    ["house_gate", { title: "b" }, "b"],
    [typeName, { ...before, name: "a" }, "a"],
  ])("a %s is moved here, without a network and whatever identity it had", async (source, json, name) => {
    const answer = await call("MoveResourceState", {
      ...{ targetTypeName: typeName, sourceTypeName: source, sourceSchemaVersion: 0n },
      sourceProviderAddress: "registry.example.org/example/house",
      sourceState: { json: Buffer.from(JSON.stringify(json)) },
      sourceIdentity: { json: Buffer.from('{"another":"shape"}') },
    });
    expect(answer.diagnostics).toEqual([]);
    expect(unwire(doorSchema, answer.targetState)).toMatchObject({ name });
    expect(heard(answer.targetIdentity)).toMatchObject({ name });
  });

  test("a move from a type that nobody knows is an error, not an empty answer", async () => {
    const answer = await call("MoveResourceState", {
      ...{ targetTypeName: typeName, sourceTypeName: "other_thing", sourceSchemaVersion: 0n },
      sourceProviderAddress: "registry.example.org/example/other",
      sourceState: { json: Buffer.from("{}") },
    });
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.moveUnsupported}`]);
  });
});

describe("identities", () => {
  beforeEach(configure);

  test("an older identity is upgraded, and one that the state lacks is left to Read", async () => {
    const upgrade = (rawIdentity: object) =>
      call("UpgradeResourceIdentity", { typeName, version: 0n, rawIdentity });
    expect(heard((await upgrade({ json: Buffer.from('{"title":"a"}') })).upgradedIdentity)).toEqual({
      name: "a",
      note: null,
    });
    expect(await upgrade({})).toMatchObject({ diagnostics: [], upgradedIdentity: undefined });
  });

  test("a state without identity gets one from Read", async () => {
    const answer = await call("ReadResource", { typeName, currentState: door(before) });
    expect(heard(answer.newIdentity)).toEqual(named);
  });

  test("a create with an unknown part plans none, and the second plan of a replacement reads none", async () => {
    const proposed = door({ name: UNKNOWN, note: "n" });
    const asked = { typeName, priorState: door(null), proposedNewState: proposed, config: proposed };
    expect(await call("PlanResourceChange", asked)).toMatchObject({
      diagnostics: [],
      plannedIdentity: undefined,
    });
    // Terraform sends back what was planned before, with its unknown parts.
    const priorIdentity = told({ name: UNKNOWN, note: "n" });
    const again = await call("PlanResourceChange", { ...asked, priorIdentity });
    expect(again).toMatchObject({ diagnostics: [], plannedIdentity: undefined });
  });

  test("an apply with unknown parts in the planned identity tells the identity that came about", async () => {
    const planned = door({ name: "a", open: true, note: "n", id: UNKNOWN, changed: UNKNOWN });
    const answer = await call("ApplyResourceChange", {
      ...{ typeName, priorState: door(null), plannedState: planned, config: door({ name: "a", note: "n" }) },
      plannedIdentity: told({ name: UNKNOWN, note: "n" }),
    });
    expect(answer.diagnostics).toEqual([]);
    expect(heard(answer.newIdentity)).toEqual(named);
  });

  test("an import by identity answers with state and identity, and Read copes with what is null", async () => {
    const imported = await call("ImportResourceState", { typeName, identity: told(named) });
    const [object] = imported.importedResources;
    expect(heard(object.identity)).toEqual(named);
    const read = await call("ReadResource", {
      ...{ typeName, currentState: object.state, currentIdentity: object.identity },
    });
    expect(read.diagnostics).toEqual([]);
    expect(heard(read.newIdentity)).toEqual(named);
  });

  test("null for a required attribute, which core lets pass, is refused", async () => {
    const answer = await call("ImportResourceState", { typeName, identity: told({ name: null, note: "n" }) });
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.incompleteIdentity}`]);
  });
});

test("the plan of an apply sees the private state of the plan before it, and does without", async () => {
  await configure();
  const asked = {
    typeName,
    priorState: door(before),
    proposedNewState: door(before),
    config: door({ name: "a", note: "n" }),
  };
  const decided = async (more: object) =>
    String(Buffer.from((await call("PlanResourceChange", { ...asked, ...more })).plannedPrivate));
  expect(await decided({ clientCapabilities: { storePlannedPrivate: true } })).toBe('{"decided":"now"}');
  expect(await decided({ plannedPrivate: Buffer.from('{"decided":"then"}') })).toBe('{"decided":"then"}');
});

test.each([
  ["of an object", before],
  ["of nothing, as in a query that wants no objects", null],
])("a generated configuration %s is never null", async (_case, state) => {
  await configure();
  const { config, diagnostics } = await call("GenerateResourceConfig", { typeName, state: door(state) });
  expect(diagnostics).toEqual([]);
  expect(unwire(doorSchema, config)).toMatchObject({ id: null, changed: null, open: null });
});

describe("what is not served", () => {
  const { GetMetadata_Request, GetMetadata_Response, GetStates_Request, GetStates_Response } = messages;
  const { ReadStateBytes_Request, ReadStateBytes_ResponseChunk } = messages;

  test.each([
    ["GetMetadata", GetMetadata_Request, GetMetadata_Response],
    ["GetStates", GetStates_Request, GetStates_Response],
    ["OfTomorrow", GetStates_Request, GetStates_Response],
  ] as const)(
    "%s answers UNIMPLEMENTED, as core expects it of an older provider",
    async (name, request, response) => {
      const asked = peer.unary(
        name,
        request as messages.MessageFns<object>,
        response as messages.MessageFns<object>,
        {},
      );
      await expect(asked).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
    },
  );

  test("so does a stream", async () => {
    const stream = peer.open("ReadStateBytes", ReadStateBytes_Request, ReadStateBytes_ResponseChunk, {});
    await expect(all(stream)).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  });
});
