import { DiagnosticError } from "../diagnostics";
import { PrivateState } from "../private-state";
import { ImportResourceState_Request, ImportResourceState_Response } from "../protocol/generated/tfplugin6";
import { fittingAndKnown, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";

/** ImportResourceState: a first state from an id; core reads the object right after. */
export const importResourceState: Rpc<ImportResourceState_Request, ImportResourceState_Response> = {
  name: "ImportResourceState",
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  async handle({ server, request, diagnostics, log, signal }) {
    const { typeName, id } = request;
    const resource = server.resource(typeName);
    if (resource.importState === undefined) {
      throw new DiagnosticError("Import is not supported", `Objects of type ${typeName} cannot be imported.`);
    }
    const privateState = new PrivateState();
    const state = await resource.importState({
      id,
      client: server.client,
      signal,
      deadline: Number.POSITIVE_INFINITY,
      private: privateState,
      diagnostics,
      log,
    });
    if (diagnostics.hasErrors) return { importedResources: [], deferred: undefined };
    const object = fittingAndKnown(resource.schema, state, "state");
    const imported = {
      typeName,
      state: writeObject(resource.schema, object),
      private: privateState.bytes,
      identity: undefined,
    };
    return { importedResources: [imported], deferred: undefined };
  },
};
