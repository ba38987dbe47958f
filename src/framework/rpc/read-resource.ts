import { PrivateState } from "../private-state";
import { ReadResource_Request, ReadResource_Response } from "../protocol/generated/tfplugin6";
import { fittingAndKnown, readGivenObject, writeObject } from "./checked-value";
import { boundOperation } from "./operation-signal";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ReadResource: how the object is now; null when it is gone. */
export const readResource: Rpc<ReadResource_Request, ReadResource_Response> = {
  name: "ReadResource",
  request: ReadResource_Request,
  response: ReadResource_Response,
  async handle({ server, request, diagnostics, log }) {
    const resource = server.resource(request.typeName);
    const { schema } = resource;
    const state = readGivenObject(schema, request.currentState);
    const privateState = new PrivateState(request.private);
    const bound = boundOperation("read", schema, state, server.stopSignal);
    const result = await runOperation(bound, () =>
      resource.read({
        state: state as never,
        private: privateState,
        client: server.client,
        signal: bound.signal,
        diagnostics,
        log,
      }),
    );
    const object = result === null ? null : fittingAndKnown(schema, result, "state");
    return {
      newState: writeObject(schema, object),
      private: privateState.bytes,
      deferred: undefined,
      newIdentity: undefined,
    };
  },
  failed: ({ currentState, private: bytes }) => ({
    newState: currentState,
    private: bytes,
    deferred: undefined,
    newIdentity: undefined,
  }),
};
