import { type ServiceError, status } from "@grpc/grpc-js";
import { action, listResource, string, types } from "../../src/framework";
import { fromDynamicValue } from "../../src/framework/protocol";
import * as messages from "../../src/framework/protocol/generated/tfplugin6";
import { titles } from "../../src/framework/titles";
import { type CLIENT, door, doorIdentity, doorSchema, house } from "../framework/rpc/example";
import { brief, unwire, wire } from "../framework/rpc/test-server";
import { all, openPeer, type Peer } from "./peer";

const description = "d";
const typeName = "house_door";
const configSchema = { what: string({ description, default: "two" }) };
const resource = door({ identity: doorIdentity });
const identityType = types.object({ name: types.string, note: types.string });

/** What the generators did. */
let made = 0;
let returned = 0;
let stopping: () => Promise<unknown> = async () => undefined;

const doors = listResource<typeof CLIENT>()({
  resource,
  description,
  schema: configSchema,
  async *list({ config, includeResource, diagnostics, signal }) {
    const object = (name: string) => ({ name, note: includeResource ? "whole" : null, open: true, id: name });
    try {
      for (made = 1; made <= 1_000_000; made++) {
        if (config.what === "two" && made > 2) return;
        if (config.what === "fails" && made > 2) throw new Error("the hub fell");
        if (config.what === "warns" && made === 1) diagnostics.warning("Careful", "d");
        if (config.what === "warns" && made > 2) return;
        if (config.what === "nameless") yield { displayName: "?", object: { id: "1" } as never };
        if (config.what === "stopped" && made > 2) {
          await stopping();
          if (signal.aborted) return;
        }
        yield { displayName: `Door ${made}`, object: object(`d${made}`) as never };
      }
    } finally {
      returned += 1;
    }
  },
});

const knock = action<typeof CLIENT>()({
  type: "knock",
  description,
  schema: configSchema,
  async plan({ config, diagnostics }) {
    if (config.what === "refused") diagnostics.error("No", "d", "what");
  },
  async *invoke({ config, diagnostics, signal }) {
    try {
      for (; config.what === "endless" && !signal.aborted; made++) yield "again";
    } finally {
      returned += 1;
    }
    yield `knocked at ${String(config.what)}`;
    if (config.what === "stopped") await stopping();
    if (config.what === "reports") diagnostics.error("Nobody", "d", "what");
    if (config.what === "throws") throw new Error("no door");
    yield "knocked again";
  },
});

let peer: Peer;

beforeAll(async () => {
  const provider = house({ identity: doorIdentity }, { listResources: [doors], actions: [knock] });
  peer = await openPeer(provider);
  await peer.unary(
    "ConfigureProvider",
    messages.ConfigureProvider_Request,
    messages.ConfigureProvider_Response,
    {
      config: wire(provider.schema, {}),
    },
  );
});
beforeEach(() => {
  made = 0;
  returned = 0;
  stopping = async () =>
    peer.unary("StopProvider", messages.StopProvider_Request, messages.StopProvider_Response, {});
});
afterAll(() => peer.close());

const listing = (what: string | null, more: object = {}) =>
  peer.open("ListResource", messages.ListResource_Request, messages.ListResource_Event, {
    typeName,
    config: wire(configSchema, what === null ? {} : { what }),
    limit: 100n,
    ...more,
  });
const invoking = (what: string | null) =>
  peer.open("InvokeAction", messages.InvokeAction_Request, messages.InvokeAction_Event, {
    actionType: "house_knock",
    config: what === null ? wire(configSchema, null) : wire(configSchema, { what }),
  });
const nameOf = ({ identity }: messages.ListResource_Event) =>
  (fromDynamicValue(identityType, identity?.identityData) as { name: string } | null)?.name;

describe("ListResource", () => {
  test("sends an event for each object, with its identity and without the object", async () => {
    const events = await all(listing(null));
    expect(events.map(nameOf)).toEqual(["d1", "d2"]);
    expect(events.map(({ displayName }) => displayName)).toEqual(["Door 1", "Door 2"]);
    expect(events.map(({ resourceObject }) => resourceObject)).toEqual([undefined, undefined]);
  });

  test("sends whole objects where they are wanted, null where the author told nothing", async () => {
    const [first] = await all(listing("two", { includeResourceObject: true }));
    expect(unwire(doorSchema, first?.resourceObject)).toMatchObject({
      name: "d1",
      note: "whole",
      changed: null,
    });
  });

  test.each([
    [5n, 5],
    [0n, 0],
  ])("makes no more than the limit of %s", async (limit, count) => {
    expect(await all(listing("many", { limit }))).toHaveLength(count);
    expect(made).toBe(count);
    expect(returned).toBe(count === 0 ? 0 : 1);
  });

  test("ends the author's generator when the caller leaves", async () => {
    const stream = listing("many", { limit: 1_000_000n });
    const error = await new Promise<ServiceError>((resolve) => {
      stream.once("data", () => stream.cancel());
      stream.on("error", resolve);
    });
    expect(error.code).toBe(status.CANCELLED);
    while (returned === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBeLessThan(1_000_000);
  });

  test("sends what was found, then the error", async () => {
    const events = await all(listing("fails"));
    expect(events.map(nameOf)).toEqual(["d1", "d2", undefined]);
    expect(brief(events[2]?.diagnostic ?? [])).toEqual([`error: ${titles.unexpectedError}`]);
  });

  test("sends warnings after all results: core skips results behind a warning that have no identity", async () => {
    const events = await all(listing("warns"));
    expect(events.map(({ diagnostic }) => brief(diagnostic))).toEqual([[], [], ["warning: Careful"]]);
  });

  test("never ends quietly after StopProvider: core would take it for the whole list", async () => {
    const events = await all(listing("stopped"));
    expect(brief(events.at(-1)?.diagnostic ?? [])).toEqual([`error: ${titles.stopped}`]);
  });

  test("refuses an object that nothing names", async () => {
    const events = await all(listing("nameless"));
    expect(events.map(({ diagnostic }) => brief(diagnostic))).toEqual([[`error: ${titles.identityMissing}`]]);
  });
});

describe("InvokeAction", () => {
  const seen = async (what: string | null) =>
    (await all(invoking(what))).map(({ progress, completed }) =>
      completed === undefined ? progress?.message : brief(completed.diagnostics),
    );

  test.each([["two"], [null]])("shows progress, then completes once, with the config %j", async (what) => {
    expect(await seen(what)).toEqual(["knocked at two", "knocked again", []]);
  });

  test.each([
    ["reports", "error: Nobody @ what", 3],
    ["throws", `error: ${titles.unexpectedError}`, 2],
  ])("completes with the error of an author who %s", async (what, error, count) => {
    const events = await seen(what);
    expect(events).toHaveLength(count);
    expect(events.at(-1)).toEqual([error]);
  });

  test("ends the author's generator when the caller leaves", async () => {
    const stream = invoking("endless");
    const error = await new Promise<ServiceError>((resolve) => {
      stream.once("data", () => stream.cancel());
      stream.on("error", resolve);
    });
    expect(error.code).toBe(status.CANCELLED);
    while (returned === 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test("shows no progress after StopProvider, and completes once with an error", async () => {
    expect(await seen("stopped")).toEqual(["knocked at stopped", [`error: ${titles.stopped}`]]);
  });
});

test("PlanAction checks, and invokes nothing", async () => {
  const plan = (what: string | null) =>
    peer.unary("PlanAction", messages.PlanAction_Request, messages.PlanAction_Response, {
      actionType: "house_knock",
      config: what === null ? wire(configSchema, null) : wire(configSchema, { what }),
    });
  expect(await plan(null)).toEqual({ diagnostics: [], deferred: undefined });
  expect(brief((await plan("refused")).diagnostics)).toEqual(["error: No @ what"]);
});

test("ValidateListResourceConfig points into the config block, ValidateActionConfig at the argument", async () => {
  const schema = { what: string({ description, optional: true, validate: [() => "is wrong."] }) };
  const own = await openPeer(
    house(
      { identity: doorIdentity },
      { listResources: [{ ...doors, schema }], actions: [{ ...knock, schema }] },
    ),
  );
  const asked = { typeName, actionType: "house_knock", config: wire(schema, { what: "x" }) };
  const [list, act] = await Promise.all([
    own.unary(
      "ValidateListResourceConfig",
      messages.ValidateListResourceConfig_Request,
      messages.ValidateListResourceConfig_Response,
      asked,
    ),
    own.unary(
      "ValidateActionConfig",
      messages.ValidateActionConfig_Request,
      messages.ValidateActionConfig_Response,
      asked,
    ),
  ]);
  await own.close();
  expect(brief(list.diagnostics)).toEqual([expect.stringMatching(/@ config\.what$/)]);
  expect(brief(act.diagnostics)).toEqual([expect.stringMatching(/@ what$/)]);
});
