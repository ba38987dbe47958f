import { DiagnosticError } from "../diagnostics";
import { PrivateState } from "../private-state";
import { ImportResourceState_Request, ImportResourceState_Response } from "../protocol/generated/tfplugin6";
import { fittingAndKnown, writeObject } from "./checked-value";
import { boundOperation } from "./operation-signal";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ImportResourceState: a first state from an id; core reads the object right after. */
export const importResourceState: Rpc<ImportResourceState_Request, ImportResourceState_Response> = {
  name: "ImportResourceState",
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  async handle({ server, request, diagnostics, log, signal }) {
    const { typeName, id } = request;
    const resource = server.resource(typeName);
    const importState = resource.importState?.bind(resource);
    if (importState === undefined) {
      throw new DiagnosticError("Import is not supported", `Objects of type ${typeName} cannot be imported.`);
    }
    const privateState = new PrivateState();
    const bound = boundOperation("import", resource.schema, {}, signal);
    const state = await runOperation<unknown>(bound, () =>
      importState({
        id,
        client: server.client,
        signal: bound.signal,
        deadline: bound.deadline,
        private: privateState,
        diagnostics,
        log,
      }),
    );
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
