import { PrivateState } from "../define/private-state";
import type { Resource } from "../define/resource";
import {
  ReadResource_Request,
  ReadResource_Response,
  type ResourceIdentityData,
} from "../protocol/generated/tfplugin6";
import { keepForms, type Schema } from "../schema";
import type { ObjectValue } from "../value";
import { fittingAndKnown, readGivenObject, writeObject } from "./checked-value";
import { checkIdentity, identityOf, readIdentity, writeIdentity } from "./identity";
import type { Answer, Rpc } from "./rpc";
import { runOperation } from "./run-operation";
import { isUntouched, snapshotOf } from "./untouched";

/** ReadResource: reads the current state of an object. The new state is null if the object no longer exists. */
export const readResource: Rpc<ReadResource_Request, ReadResource_Response> = {
  name: "ReadResource",
  request: ReadResource_Request,
  response: ReadResource_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const resource = server.resource(request.typeName);
    const { schema } = resource;
    const state = readGivenObject(call, schema, request.currentState);
    const before = snapshotOf(state, request.currentState);
    const privateState = new PrivateState(request.private);
    const result = await runOperation(call, { operation: "read", schema, object: state }, (context) =>
      resource.read({ ...context, state: state as never, private: privateState }),
    );
    if (diagnostics.hasErrors) return unchanged(request);
    const isSame = isUntouched(before, result);
    const object = isSame ? (result as ObjectValue) : newObject(schema, state, result);
    return {
      newState: isSame ? request.currentState : writeObject(schema, object),
      private: privateState.bytes,
      deferred: undefined,
      newIdentity: newIdentity(resource, request, object),
    };
  },
  failed: unchanged,
};

function newObject(schema: Schema, state: ObjectValue, result: unknown): ObjectValue | null {
  return result === null ? null : keepForms(schema, state, fittingAndKnown(schema, result, "state", "read"));
}

function newIdentity(
  resource: Resource<never>,
  { currentIdentity }: ReadResource_Request,
  object: ObjectValue | null,
): ResourceIdentityData | undefined {
  const before = readIdentity(resource, currentIdentity);
  const identity = object === null ? before : identityOf(resource, object);
  if (object !== null) checkIdentity(resource, before, identity);
  return writeIdentity(resource, identity, { data: currentIdentity, value: before });
}

/** The answer if the read failed: core keeps the state, private state and identity that it sent. */
function unchanged(request: ReadResource_Request): Answer<ReadResource_Response> {
  const { currentState, private: bytes, currentIdentity } = request;
  return { newState: currentState, private: bytes, deferred: undefined, newIdentity: currentIdentity };
}
