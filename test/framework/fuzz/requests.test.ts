import * as messages from "../../../src/framework/protocol/generated/tfplugin6";
import { UNKNOWN } from "../../../src/framework/value";
import { doorSchema, house } from "../rpc/example";
import { serve, wire } from "../rpc/test-server";
import { Random } from "../value/random";
import { damaged } from "./bytes";
import { casesOf } from "./cases";

const typeName = "house_door";
const kept = Buffer.from('{"seen":"then"}');
const door = wire(doorSchema, { name: "a", open: true, id: "1", changed: "once", code: "1234" });
const planned = wire(doorSchema, { name: "a", open: false, id: "1", changed: UNKNOWN, code: "1234" });
const config = wire(doorSchema, { name: "a", code: "1234" });
const rawState = { json: Buffer.from('{"name":"a","open":true,"id":"1"}'), flatmap: {} };

/** One whole request of an RPC, as core would send it. */
function request<Q>(messageFns: messages.MessageFns<Q>, fields: object): Buffer {
  return Buffer.from(messageFns.encode(messageFns.fromPartial(fields as never)).finish());
}

const REQUESTS = [
  ["ValidateResourceConfig", request(messages.ValidateResourceConfig_Request, { typeName, config })],
  ["UpgradeResourceState", request(messages.UpgradeResourceState_Request, { typeName, rawState })],
  ["ReadResource", request(messages.ReadResource_Request, { typeName, currentState: door, private: kept })],
  [
    "PlanResourceChange",
    request(messages.PlanResourceChange_Request, {
      ...{ typeName, priorState: door, proposedNewState: door, config, priorPrivate: kept },
    }),
  ],
  [
    "ApplyResourceChange",
    request(messages.ApplyResourceChange_Request, {
      ...{ typeName, priorState: door, plannedState: planned, config, plannedPrivate: kept },
    }),
  ],
] as const;

test.each(REQUESTS)(
  "%s answers each damaged request, and the next whole one as ever",
  async (name, whole) => {
    const { send } = await serve(house());
    const usual = await send(name, whole);
    const random = new Random(1);
    let refused = 0;
    for (let round = casesOf(1); round > 0; round -= 1) {
      const { diagnostics } = await send(name, damaged(random, whole));
      if (diagnostics.length > 0) refused += 1;
    }
    expect(usual.diagnostics).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(await send(name, whole)).toEqual(usual);
  },
);
