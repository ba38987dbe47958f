import { dataSource } from "../../../src/framework/define/data-source";
import { ephemeralResource } from "../../../src/framework/define/ephemeral-resource";
import type { MessageFns } from "../../../src/framework/protocol/generated/tfplugin6";
import { string } from "../../../src/framework/schema";
import { type Door, doorSchema, house } from "./example";
import { type RequestOf, RPCS, type RpcName, serve, wire } from "./test-server";

const id = string({ description: "d", required: true });
const kind = { type: "key", description: "d", schema: { id } };
const before = { name: "a", open: true, id: "1", changed: "once" };
const door = (written: object | null) => wire(doorSchema, written as never);
const typeName = "house_door";

/** A provider that can answer everything. */
const provider = house(
  {
    importState: (() =>
      ({ ...before, note: null, code: null, token: null, timeouts: null }) as Door) as never,
  },
  {
    dataSources: [dataSource<never>()({ ...kind, read: async ({ config }) => config })],
    ephemeralResources: [ephemeralResource<never>()({ ...kind, open: async ({ config }) => config })],
  },
);

/** Each request in which a host says what it can do, with the number of the field that says so. */
const REQUESTS = {
  ConfigureProvider: [3, { config: wire(provider.schema, {}) }],
  ValidateResourceConfig: [3, { typeName, config: door({ name: "a" }) }],
  ReadResource: [5, { typeName, currentState: door(before) }],
  PlanResourceChange: [
    7,
    {
      typeName,
      config: door({ name: "b" }),
      priorState: door(before),
      proposedNewState: door({ ...before, name: "b" }),
    },
  ],
  ImportResourceState: [3, { typeName, id: "1" }],
  ReadDataSource: [4, { typeName: "house_key", config: wire({ id }, { id: "1" }) }],
  OpenEphemeralResource: [3, { typeName: "house_key", config: wire({ id }, { id: "1" }) }],
} satisfies Partial<Record<RpcName, readonly [number, object]>>;
type Asked = keyof typeof REQUESTS;

describe.each(Object.keys(REQUESTS) as Asked[])("%s", (name) => {
  const [field, request] = REQUESTS[name];
  const [message] = RPCS[name] as unknown as [MessageFns<object>];
  const bytesOf = (asked: object) => message.encode(message.fromPartial(asked)).finish();

  test("is answered at once, though the host would take a deferral", async () => {
    const { call } = await serve(provider);
    const capabilities = { deferralAllowed: true, writeOnlyAttributesAllowed: true };
    const plain = await call(name, request as RequestOf<Asked>);
    const offered = await call(name, { ...request, clientCapabilities: capabilities } as RequestOf<Asked>);

    expect(plain.diagnostics).toEqual([]);
    expect(offered).toEqual(plain);
    expect((offered as { deferred?: unknown }).deferred).toBeUndefined();
  });

  test("passes over capabilities and fields that it has never heard of", async () => {
    const { send } = await serve(provider);
    // A number 1 in field 1000, within what the host can do and beside it.
    const foreign = [0xc0, 0x3e, 1];
    const more = Uint8Array.of((field << 3) | 2, foreign.length, ...foreign, ...foreign);

    expect(await send(name, Buffer.concat([bytesOf(request), more]))).toEqual(
      await send(name, bytesOf(request)),
    );
  });
});
