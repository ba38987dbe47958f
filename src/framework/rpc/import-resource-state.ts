import { PrivateState } from "../define/private-state";
import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { ImportResourceState_Request, ImportResourceState_Response } from "../protocol/generated/tfplugin6";
import { titles } from "../titles";
import type { ObjectValue } from "../value";
import type { Call } from "./call";
import { fittingAndKnown, withNulls, writeObject } from "./checked-value";
import { identityOf, identityType, readIdentity, writeIdentity } from "./identity";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ImportResourceState: makes a first state from an id or an identity. Core reads the object right after. */
export const importResourceState: Rpc<ImportResourceState_Request, ImportResourceState_Response> = {
  name: "ImportResourceState",
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const { typeName, id } = request;
    const resource = server.resource(typeName);
    const { schema } = resource;
    const identity = namedIdentity(call, resource);
    const privateState = new PrivateState();
    const state = await runOperation(call, { operation: "import", schema, object: {} }, (context) => {
      const named = identity ?? (resource.importId?.(id) as ObjectValue | undefined) ?? null;
      if (resource.importState !== undefined) {
        return resource.importState({ ...context, id, identity: named as never, private: privateState });
      }
      if (named !== null) return named;
      throw new DiagnosticError(titles.importUnsupported, `Objects of type ${typeName} cannot be imported.`);
    });
    if (diagnostics.hasErrors) return { importedResources: [], deferred: undefined };
    const object = fittingAndKnown(schema, withNulls(schema, state), "state", "importState");
    const imported = {
      typeName,
      state: writeObject(schema, object),
      private: privateState.bytes,
      identity: writeIdentity(resource, identityOf(resource, object)),
    };
    return { importedResources: [imported], deferred: undefined };
  },
};

/**
 * The identity that an import gives. Null in an import by id.
 * @throws DiagnosticError when a required attribute is null: core does not check this
 */
function namedIdentity(call: ImportCall, resource: Resource<never>): ObjectValue | null {
  const { request } = call;
  if (request.identity?.identityData === undefined || identityType(resource) === null) return null;
  const identity = readIdentity(resource, request.identity) ?? {};
  const missing = Object.entries(resource.identity ?? {}).find(
    ([name, presence]) => presence === "required" && (identity[name] ?? null) === null,
  );
  if (missing === undefined) return identity;
  throw new DiagnosticError(
    titles.incompleteIdentity,
    `The identity of a ${request.typeName} needs ${missing[0]}, which is null. Give it a value in the import block.`,
  );
}

type ImportCall = Call<ImportResourceState_Request>;
