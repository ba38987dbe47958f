import { DiagnosticError } from "../diagnostics";
import { PrivateState } from "../private-state";
import {
  RenewEphemeralResource_Request,
  RenewEphemeralResource_Response,
} from "../protocol/generated/tfplugin6";
import { renewalOf } from "./renewal";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** RenewEphemeralResource: makes what is open last longer. Core asks only where a time was named. */
export const renewEphemeralResource: Rpc<RenewEphemeralResource_Request, RenewEphemeralResource_Response> = {
  name: "RenewEphemeralResource",
  request: RenewEphemeralResource_Request,
  response: RenewEphemeralResource_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.ephemeralResource(request.typeName);
    const renew = resource.renew?.bind(resource);
    if (renew === undefined) {
      throw new DiagnosticError(
        "Renewal is not supported",
        `Nothing of type ${request.typeName} is ever renewed.`,
      );
    }
    const privateState = new PrivateState(request.private);
    const renewal = renewalOf(resource);
    await runOperation(call, { operation: "renew", schema: resource.schema, object: {} }, (context) =>
      renew({ ...context, renewAt: renewal.ask, private: privateState }),
    );
    return { renewAt: renewal.time(), private: privateState.bytes };
  },
  failed: ({ private: bytes }) => ({ renewAt: undefined, private: bytes }),
};
