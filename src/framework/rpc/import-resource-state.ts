import { PrivateState } from "../define/private-state";
import { DiagnosticError } from "../diagnostics";
import { ImportResourceState_Request, ImportResourceState_Response } from "../protocol/generated/tfplugin6";
import { type Schema, withBlocks } from "../schema";
import { isPlainObject, objectValue } from "../value";
import { fittingAndKnown, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ImportResourceState: a first state from an id; core reads the object right after. */
export const importResourceState: Rpc<ImportResourceState_Request, ImportResourceState_Response> = {
  name: "ImportResourceState",
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const { typeName, id } = request;
    const resource = server.resource(typeName);
    const { schema } = resource;
    const importState = resource.importState?.bind(resource);
    if (importState === undefined) {
      throw new DiagnosticError("Import is not supported", `Objects of type ${typeName} cannot be imported.`);
    }
    const privateState = new PrivateState();
    const state = await runOperation(call, { operation: "import", schema, object: {} }, (context) =>
      importState({ ...context, id, private: privateState }),
    );
    if (diagnostics.hasErrors) return { importedResources: [], deferred: undefined };
    const object = fittingAndKnown(schema, withNulls(schema, state), "state");
    const imported = {
      typeName,
      state: writeObject(schema, object),
      private: privateState.bytes,
      identity: undefined,
    };
    return { importedResources: [imported], deferred: undefined };
  },
};

/** An import knows a few attributes; Read, which follows, finds out the rest. */
function withNulls(schema: Schema, state: unknown): unknown {
  if (!isPlainObject(state)) return state;
  const names = new Set([...Object.keys(schema), ...Object.keys(state)]);
  return withBlocks(schema, objectValue([...names].map((name) => [name, state[name] ?? null])));
}
