import { PrivateState } from "../define/private-state";
import {
  CloseEphemeralResource_Request,
  CloseEphemeralResource_Response,
} from "../protocol/generated/tfplugin6";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** CloseEphemeralResource: releases what was opened, at the end of core's graph walk. */
export const closeEphemeralResource: Rpc<CloseEphemeralResource_Request, CloseEphemeralResource_Response> = {
  name: "CloseEphemeralResource",
  request: CloseEphemeralResource_Request,
  response: CloseEphemeralResource_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.ephemeralResource(request.typeName);
    const close = resource.close?.bind(resource);
    if (close === undefined) return {};
    await runOperation(call, { operation: "close", schema: resource.schema, object: {} }, (context) =>
      close({ ...context, private: new PrivateState(request.private) }),
    );
    return {};
  },
};
