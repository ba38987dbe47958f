import { PrivateState } from "../define/private-state";
import {
  OpenEphemeralResource_Request,
  OpenEphemeralResource_Response,
} from "../protocol/generated/tfplugin6";
import { fillDefaults, findChangedSetting, keepForms } from "../schema";
import { bugAt, fittingAndKnown, readGivenConfig, writeObject } from "./checked-value";
import { renewalOf } from "./renew-ephemeral-resource";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** OpenEphemeralResource: values for one graph walk of core. All values of the configuration are known. */
export const openEphemeralResource: Rpc<OpenEphemeralResource_Request, OpenEphemeralResource_Response> = {
  name: "OpenEphemeralResource",
  request: OpenEphemeralResource_Request,
  response: OpenEphemeralResource_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const resource = server.ephemeralResource(request.typeName);
    const { schema } = resource;
    const given = readGivenConfig(call, schema, request.config);
    const config = fillDefaults(schema, given, given);
    const privateState = new PrivateState();
    const renewal = renewalOf(resource);
    const result = await runOperation(call, { operation: "open", schema, object: config }, (context) =>
      resource.open({ ...context, renewAt: renewal.ask, config: config as never, private: privateState }),
    );
    if (diagnostics.hasErrors) return OpenEphemeralResource_Response.create();
    const opened = keepForms(schema, config, fittingAndKnown(schema, result, "result", "open"));
    call.sensitive.note(schema, opened);
    const misfit = findChangedSetting(schema, config, opened);
    if (misfit !== undefined) throw bugAt(misfit, "result", "open");
    return {
      result: writeObject(schema, opened),
      renewAt: renewal.time(),
      private: privateState.bytes,
      deferred: undefined,
    };
  },
};
